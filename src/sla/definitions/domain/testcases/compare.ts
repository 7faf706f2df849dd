/** Expected against actual, value by value. */
import type { DurationMs, LocalDateTime, MetricState, SlaTestCase } from '../../../engine/model';
import type { Outcome } from '../../../engine/report/outcome';
import { readLocal, writeLocal } from './local-time';
import type { StoryProblem } from './story';

/** One value that is not as expected; times are in the test case's zone, `none` where there is no due time. */
export type Difference =
  | { readonly what: 'state'; readonly expected: MetricState; readonly actual: MetricState }
  | { readonly what: 'breached'; readonly expected: boolean; readonly actual: boolean }
  | {
      readonly what: 'due';
      readonly expected: LocalDateTime;
      readonly actual: LocalDateTime;
    }
  | { readonly what: 'elapsed'; readonly expected: DurationMs; readonly actual: DurationMs | null }
  /** Goals by id. */
  | { readonly what: 'goal'; readonly expected: string; readonly actual: string | null };

const MINUTE = 60_000;

/** What differs, in the order people read it; a problem when the expected due time is no time. */
export const differencesOf = (
  { expect, zone }: SlaTestCase,
  actual: Outcome,
): readonly Difference[] | StoryProblem => {
  const differences: Difference[] = [];
  if (expect.state !== undefined && expect.state !== actual.state)
    differences.push({ what: 'state', expected: expect.state, actual: actual.state });
  if (expect.breached !== undefined && expect.breached !== actual.breached)
    differences.push({ what: 'breached', expected: expect.breached, actual: actual.breached });
  if (expect.due !== undefined) {
    const due = sameDue(expect.due, zone, actual);
    if (due === null) return { code: 'BAD_TIME', text: expect.due };
    if (!due) differences.push({ what: 'due', expected: expect.due, actual: dueText(actual, zone) });
  }
  if (expect.elapsedMs !== undefined && !sameLength(expect.elapsedMs, actual.elapsedMs))
    differences.push({ what: 'elapsed', expected: expect.elapsedMs, actual: actual.elapsedMs ?? null });
  if (expect.goalId !== undefined && expect.goalId !== actual.goal?.id)
    differences.push({ what: 'goal', expected: expect.goalId, actual: actual.goal?.id ?? null });
  return differences;
};

const dueText = ({ due }: Outcome, zone: string): LocalDateTime =>
  due === undefined ? 'none' : writeLocal(due, zone);

/** `null`: the expected text is no time. */
function sameDue(expected: LocalDateTime, zone: string, { due }: Outcome): boolean | null {
  if (expected === 'none') return due === undefined;
  const moment = readLocal(expected, zone);
  if (moment === null) return null;
  if (due === undefined) return false;
  const { precisionMs } = moment;
  return Math.floor(due / precisionMs) === Math.floor(moment.at / precisionMs);
}

const sameLength = (expected: DurationMs, actual: DurationMs | undefined): boolean =>
  actual !== undefined &&
  (expected % MINUTE === 0 ? Math.floor(actual / MINUTE) * MINUTE === expected : actual === expected);
