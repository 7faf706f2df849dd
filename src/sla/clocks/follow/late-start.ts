/** Levels that had passed before their clock began: what becomes of them is a policy (sla-rules §9.7). */
import { dueEscalations } from '../../engine/replay/escalation';
import type { Instant, SlaDefinitions } from '../../engine/model';
import type { SlaRecord } from '../record/record';
import { type Draft, doneKeys } from './compose';

/** The open cycle and version of a metric, as escalation keys name them; none while nothing is open. */
const openIn = ({ state }: Pick<Draft, 'state'>): ReadonlyMap<string, string> =>
  new Map(
    state.runs.flatMap(({ id, cycles }) => {
      const last = cycles.at(-1);
      return last === undefined || last.endedAt !== undefined
        ? []
        : [[id, `${last.number}:${last.changes ?? 0}`] as const];
    }),
  );

/**
 * Notes which levels of clocks that are new, or have a new goal, lay before the fact that made them so: a start in the past,
 * a target cut short, an issue the app had not followed. A level that passes while its event is on the way is not among them.
 */
export function noteLateStarts(
  draft: Draft,
  before: SlaRecord | null,
  definitions: SlaDefinitions,
  now: Instant,
): Draft {
  const known = before === null ? new Map<string, string>() : openIn(before);
  const fresh = new Set([...openIn(draft)].flatMap(([id, open]) => (known.get(id) === open ? [] : [id])));
  if (fresh.size === 0) return draft;
  const { createdAt, lastFact } = draft.state;
  const began = Math.max(createdAt, lastFact?.[0] ?? 0);
  const { fire, skip } = dueEscalations(definitions, draft.state, now, doneKeys(draft.acts));
  const passed = [...skip, ...fire].filter(
    ({ key, metricId, at }) =>
      fresh.has(metricId) && at <= began && startOf(draft, metricId) < began && draft.acts[key] === undefined,
  );
  if (passed.length === 0) return draft;
  return {
    ...draft,
    acts: { ...draft.acts, ...Object.fromEntries(passed.map(({ key }) => [key, 'p'] as const)) },
  };
}

/** Of a clock that starts with the last fact nothing lies behind, a level at its very start included. */
const startOf = ({ state }: Draft, metricId: string): Instant =>
  state.runs.find(({ id }) => id === metricId)?.cycles.at(-1)?.startedAt ?? Infinity;
