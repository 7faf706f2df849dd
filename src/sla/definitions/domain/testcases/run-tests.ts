/** Test cases of a metric, run with the engine itself: what was expected, what came out. */
import { UnknownZoneError } from '../../../engine/calendar/zone';
import { replay } from '../../../engine/replay/replay';
import type { MetricDefinition, MetricState, SlaDefinitions, SlaTestCase } from '../../../engine/model';
import { outcomeOf, type Outcome } from '../../../engine/report/outcome';
import { differencesOf, type Difference } from './compare';
import { storyOf, type StoryProblem } from './story';

/** Why a case could not be judged at all. */
export type TestProblem =
  | StoryProblem
  | { readonly code: 'UNKNOWN_ZONE'; readonly text: string }
  | { readonly code: 'NOTHING_EXPECTED' }
  /** The definitions themselves are broken; their own problems say how. */
  | { readonly code: 'NOT_REPLAYABLE' };

export interface TestResult {
  readonly test: SlaTestCase;
  readonly passed: boolean;
  readonly differences: readonly Difference[];
  /** What the engine says, where the story could be told. */
  readonly actual?: Outcome;
  readonly problem?: TestProblem;
}

export type { Difference, MetricState };

/**
 * Runs the test cases of one metric as it stands in these definitions. It counts as switched on and in force for ever, so
 * that a metric can be tested before anybody depends on it. Never throws.
 */
export const runTests = (definitions: SlaDefinitions, metric: MetricDefinition): readonly TestResult[] => {
  if (metric.tests === undefined || metric.tests.length === 0) return [];
  const tested = inForce(definitions, metric);
  return metric.tests.map((test) => runTest(tested, metric.id, test));
};

/** The definitions with one metric put in, switched on, without an effective date, not retired, as if they had always been so. */
export const inForce = (definitions: SlaDefinitions, metric: MetricDefinition): SlaDefinitions => {
  const { effectiveFrom: _always, retired: _never, ...rest } = metric;
  const on: MetricDefinition = { ...rest, active: true };
  const known = definitions.metrics.some(({ id }) => id === metric.id);
  return {
    ...definitions,
    former: [],
    metrics: known
      ? definitions.metrics.map((each) => (each.id === metric.id ? on : each))
      : [...definitions.metrics, on],
  };
};

function runTest(definitions: SlaDefinitions, metricId: string, test: SlaTestCase): TestResult {
  const red = (problem: TestProblem, actual?: Outcome): TestResult => ({
    test,
    passed: false,
    differences: [],
    problem,
    ...(actual === undefined ? {} : { actual }),
  });
  try {
    const story = storyOf(test, metricId);
    if ('code' in story) return red(story);
    const report = replay(definitions, story.history, story.at);
    const result = report.metrics.find(({ id }) => id === metricId);
    if (result === undefined) return red({ code: 'NOT_REPLAYABLE' });
    const actual = outcomeOf(result);
    if (Object.values(test.expect).every((value) => value === undefined))
      return red({ code: 'NOTHING_EXPECTED' }, actual);
    const differences = differencesOf(test, actual);
    if ('code' in differences) return red(differences, actual);
    return { test, passed: differences.length === 0, differences, actual };
  } catch (error) {
    if (error instanceof UnknownZoneError && error.zone === test.zone)
      return red({ code: 'UNKNOWN_ZONE', text: test.zone });
    return red({ code: 'NOT_REPLAYABLE' });
  }
}
