/** What the records together tell an administrator: goals nobody matches, dates in a year without holidays, long pauses. */
import type * as v from 'valibot';
import type { ReadOnly } from '../../../../kernel/read-only';
import { goalsOf } from '../../../engine/model/goals-of';
import { reportOf } from '../../../engine/replay/replay';
import type { SlaState } from '../../../engine/machine/state';
import type { Instant, SlaDefinitions } from '../../../engine/model';
import { isCurrent } from '../../../engine/revisions/former';
import type { usageSchema } from './usage-schema';

type Usage = ReadOnly<v.InferOutput<typeof usageSchema>>;
export type GoalCount = Usage['goals'][number];
export type DueCount = Usage['dueNextYear'][number];
export type LongPause = Usage['longPaused'][number];
export type Findings = Pick<Usage, 'goals' | 'dueNextYear' | 'longPaused'>;

export const USAGE_DAYS = 90;
export const LONG_PAUSE_DAYS = 10;
const DAY = 86_400_000;
const MOST_KEYS = 5;

export interface UsageCounter {
  /** Takes a record in; `source` are the definitions it was computed with, if they are still known. */
  readonly take: (state: SlaState, source: SlaDefinitions | null) => void;
  readonly findings: () => Findings;
}

/** Counts over records, one by one. Goals are counted by id, whatever version of the metric chose them. */
export function usageCounter(definitions: SlaDefinitions, now: Instant): UsageCounter {
  const goals = new Map<string, number>();
  const dues = new Map<string, number>();
  const pauses = new Map<string, string[]>();
  const nextYear = Date.UTC(new Date(now).getUTCFullYear() + 1, 0, 1);

  const countGoals = (state: SlaState, source: SlaDefinitions): void => {
    for (const run of state.runs) {
      const metric = source.metrics.find(({ id }) => id === run.id);
      const tried = metric === undefined ? [] : goalsOf(metric);
      for (const cycle of run.cycles) {
        const goal = tried[cycle.goalIndex];
        if (goal === undefined || cycle.cancelledWhy === 'noGoal' || cycle.startedAt < now - USAGE_DAYS * DAY)
          continue;
        add(goals, keyOf(run.id, goal.id));
      }
    }
  };

  const countOngoing = (state: SlaState): void => {
    const calendars = new Set<string>();
    for (const { id, state: stands, ongoingCycle } of reportOf(definitions, state, latest(state, now))
      .metrics) {
      if (ongoingCycle === undefined) continue;
      const { dueTime, calendarId, pausedSince } = ongoingCycle;
      if (dueTime !== undefined && dueTime >= nextYear && calendarId !== null) calendars.add(calendarId);
      if (stands === 'PAUSED' && pausedSince !== undefined && pausedSince <= now - LONG_PAUSE_DAYS * DAY)
        pauses.set(id, [...(pauses.get(id) ?? []), state.issueKey]);
    }
    for (const id of calendars) add(dues, id);
  };

  return {
    take(state, source) {
      if (source !== null) countGoals(state, source);
      if (isCurrent(definitions, state.version)) countOngoing(state);
    },
    findings: () => ({
      goals: [...goals].map(([key, count]) => ({ ...idsOf(key), count })),
      dueNextYear: [...dues].map(([calendarId, count]) => ({ calendarId, count })),
      longPaused: [...pauses].map(([metricId, keys]) => ({
        metricId,
        count: keys.length,
        keys: keys.slice(0, MOST_KEYS),
      })),
    }),
  };
}

/** A fact may be stamped a little later than this machine's clock. */
const latest = (state: SlaState, now: Instant): Instant => Math.max(now, state.lastFact?.[0] ?? 0);

const add = (counts: Map<string, number>, key: string): void =>
  void counts.set(key, (counts.get(key) ?? 0) + 1);

const keyOf = (metricId: string, goalId: string): string => JSON.stringify([metricId, goalId]);
const idsOf = (key: string): { readonly metricId: string; readonly goalId: string } => {
  const [metricId = '', goalId = ''] = JSON.parse(key) as readonly string[];
  return { metricId, goalId };
};

/** Fewer cycles than this prove nothing about a goal. */
const ENOUGH_CYCLES = 10;

export interface UnmatchedGoal {
  readonly metricId: string;
  readonly goalId: string;
  /** Cycles of the metric that other goals measured. */
  readonly others: number;
}

/** Goals of active metrics that measured nothing, though the metric itself was busy. */
export const unmatchedGoals = (
  { metrics }: SlaDefinitions,
  counts: readonly GoalCount[],
): readonly UnmatchedGoal[] =>
  metrics
    .filter(({ active, retired }) => active && retired === undefined)
    .flatMap((metric) => {
      const { id } = metric;
      const of = counts.filter(({ metricId }) => metricId === id);
      const others = of.reduce((sum, { count }) => sum + count, 0);
      if (others < ENOUGH_CYCLES) return [];
      return goalsOf(metric)
        .filter((goal) => !of.some(({ goalId }) => goalId === goal.id))
        .map((goal) => ({ metricId: id, goalId: goal.id, others }));
    });
