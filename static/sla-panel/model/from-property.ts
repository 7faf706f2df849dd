import * as v from 'valibot';
import type { Line, LineState } from './line';

const text = v.objectWithRest({ en: v.string() }, v.string());
const iso = v.pipe(v.string(), v.isoTimestamp());

/** The property as the panel needs it. Anybody who edits the issue can write it: what does not fit is as good as none. */
export const propertySchema = v.object({
  v: v.literal(2),
  dv: v.number(),
  metrics: v.record(
    v.string(),
    v.object({
      id: v.string(),
      name: text,
      state: v.string(),
      breached: v.picklist(['yes', 'no']),
      due: v.optional(iso),
      breachesAt: v.optional(iso),
      stopped: v.optional(iso),
      remainingMs: v.optional(v.number()),
      goal: v.optional(v.string()),
      zone: v.optional(v.string()),
      pauseReason: v.optional(
        v.pipe(
          v.string(),
          // The copy has a sign for no reason, as searches can't ask for what is missing.
          v.transform((reason) => (reason === '-' ? undefined : reason)),
        ),
      ),
      pausedSince: v.optional(iso),
      risk: v.optional(v.object({ by: v.string(), at: iso, name: v.optional(text) })),
    }),
  ),
  more: v.optional(v.number()),
  appFacts: v.optional(v.number()),
  asOf: iso,
});

/** What the panel takes from the copy; the rest is for searches. */
export type ShownProperty = v.InferOutput<typeof propertySchema>;

const STATES: Readonly<Record<string, LineState>> = {
  RUNNING: 'running',
  PAUSED: 'paused',
  MET: 'met',
  BREACHED_STOPPED: 'missed',
  CANCELLED: 'cancelled',
};

const at = (instant: string | undefined): number | undefined =>
  instant === undefined ? undefined : Date.parse(instant);

/**
 * What can be shown before the replay. A promise whose due instant, and the grace behind it, have passed since the copy
 * was written is overdue already: instants don't age, states do.
 */
export const linesFromProperty = (property: ShownProperty, now: number): readonly Line[] => {
  const metrics = Object.values(property.metrics);
  return metrics.flatMap((metric) => {
    const state = STATES[metric.state];
    // Without a zone there is no cycle yet.
    if (state === undefined || metric.zone === undefined) return [];
    const due = at(metric.due);
    const late = at(metric.breachesAt) ?? due;
    return [
      {
        id: metric.id,
        name: metric.name,
        state,
        breached: metric.breached === 'yes' || (state === 'running' && late !== undefined && late < now),
        due,
        stopped: at(metric.stopped),
        remainingMs: metric.remainingMs ?? null,
        goalMs: null,
        goalName: metric.goal,
        zone: metric.zone,
        pauseReason: metric.pauseReason,
        pausedSince: at(metric.pausedSince),
        ...riskOf(metric, metrics),
      },
    ];
  });
};

type Copied = ShownProperty['metrics'][string];

const riskOf = ({ risk }: Copied, metrics: readonly Copied[]): Pick<Line, 'risk'> => {
  const name = risk?.name ?? metrics.find(({ id }) => id === risk?.by)?.name;
  return risk && name ? { risk: { name, at: Date.parse(risk.at), elsewhere: risk.name !== undefined } } : {};
};
