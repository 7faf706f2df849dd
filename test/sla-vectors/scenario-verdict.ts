import { type Cycle, type MetricResult, replay } from '../../src/sla/engine';
import { iso } from './answer';
import type { Verdict } from './calendar-verdict';
import { definitionsOf, historyOf, type Scenario } from './scenario';

const STATES: Readonly<Record<MetricResult['state'], string>> = {
  NOT_APPLICABLE: 'noGoal',
  NOT_STARTED: 'notStarted',
  RUNNING: 'running',
  PAUSED: 'paused',
  MET: 'completed',
  BREACHED_STOPPED: 'completed',
  CANCELLED: 'cancelled',
};

const seconds = (ms: number | null): number | null => (ms === null ? null : ms / 1000);

const completedOf = (cycle: Cycle): Readonly<Record<string, unknown>> => ({
  startAt: iso(cycle.startTime),
  stopAt: cycle.stopTime === undefined ? undefined : iso(cycle.stopTime),
  elapsedSeconds: seconds(cycle.elapsedMs),
  goalSeconds: seconds(cycle.goalDurationMs),
  breached: cycle.breached,
});

/** A metric of ours in the words of the scenarios. */
const inTheirWords = (metric: MetricResult): Readonly<Record<string, unknown>> => {
  const cycle = metric.ongoingCycle ?? metric.completedCycles.at(-1);
  const at = (instant: number | undefined): string | null => (instant === undefined ? null : iso(instant));
  return {
    completedCycles: metric.completedCycles.map(completedOf),
    state: STATES[metric.state],
    elapsedSeconds: cycle && seconds(cycle.elapsedMs),
    goalSeconds: cycle && seconds(cycle.goalDurationMs),
    remainingSeconds: cycle && seconds(cycle.remainingMs),
    breached: cycle?.breached,
    dueAt: at(cycle?.dueTime),
    dueAtIfResumedNow: at(cycle?.dueIfResumedNow),
    breachedAt: at(cycle?.breachTime),
    withinCalendarHours: cycle?.withinCalendarHours,
  };
};

const text = (value: unknown): string => (JSON.stringify(value) ?? 'nothing').replaceAll('.000Z', 'Z');

interface Difference {
  readonly where: string;
  readonly field: string;
  readonly ours: string;
  readonly theirs: string;
}

/** Stopped after the due instant, off hours: no working time late, and still late (sla-rules §5.3). */
const onlyByInstant = (metrics: readonly MetricResult[], differences: readonly Difference[]): boolean =>
  differences.every(({ where, field }) => {
    const cycle = metrics.find((metric) => where.endsWith(`.${metric.id}`))?.completedCycles.at(-1);
    const late =
      cycle?.breached === true &&
      cycle.remainingMs === 0 &&
      (cycle.stopTime ?? 0) > (cycle.dueTime ?? Infinity);
    return late && (field === 'breached' || field === 'completedCycles');
  });

/** Completed cycles are compared by the fields the scenario asserts of each. */
const differs = (ours: unknown, theirs: unknown): boolean => {
  if (Array.isArray(theirs) && Array.isArray(ours)) {
    return theirs.length !== ours.length || theirs.some((each, i) => differs(ours[i], each));
  }
  if (typeof theirs === 'object' && theirs !== null && typeof ours === 'object' && ours !== null) {
    const mine = new Map(Object.entries(ours));
    return Object.entries(theirs).some(([key, value]) => differs(mine.get(key), value));
  }
  return text(ours) !== text(theirs);
};

const differencesOf = (
  scenario: Scenario,
  tier: 'expect' | 'derived',
  results: ReadonlyMap<string, Readonly<Record<string, unknown>>>,
): readonly Difference[] =>
  Object.entries(scenario[tier]).flatMap(([id, fields]) => {
    const ours = results.get(id) ?? {};
    return Object.entries(fields)
      .filter(([field, theirs]) => differs(ours[field], theirs))
      .map(([field, theirs]) => ({
        where: `${tier}.${id}`,
        field,
        ours: text(ours[field]),
        theirs: text(theirs),
      }));
  });

/**
 * Runs one scenario through `replay` and compares what the suite asserts and what the independent evaluator derives.
 */
export const judgeScenario = (scenario: Scenario): Verdict => {
  const report = replay(definitionsOf(scenario), historyOf(scenario), Date.parse(scenario.asOf));
  const results = new Map(report.metrics.map((metric) => [metric.id, inTheirWords(metric)]));
  const differences = [
    ...differencesOf(scenario, 'expect', results),
    ...differencesOf(scenario, 'derived', results),
  ];
  if (differences.length === 0) return { kind: 'same' };
  const words = (pick: 'ours' | 'theirs'): string =>
    differences.map((each) => `${each.where}.${each.field} ${each[pick]}`).join('; ');
  const found = { ours: words('ours'), theirs: words('theirs') };
  return onlyByInstant(report.metrics, differences)
    ? {
        kind: 'differs',
        rule: 'sla-rules §5.3: a stop after the due instant is late, even by no working time',
        ...found,
      }
    : { kind: 'failed', ...found };
};
