import { errorIn, type Params } from '../../../../kernel/finding';
import type { Problem } from '../rules/problem';
import type { SlaDefinitions } from '../../../engine/model';
import { runTests, type TestResult } from './run-tests';

/** A red test case: what a save is refused with. */
export const TEST_CASE_FAILED = 'TEST_CASE_FAILED';

/** A problem for each test case of any metric that does not come out as expected. */
export const testProblems = (definitions: SlaDefinitions): readonly Problem[] =>
  definitions.metrics.flatMap((metric) =>
    runTests(definitions, metric)
      .filter(({ passed }) => !passed)
      .map((result) =>
        errorIn(TEST_CASE_FAILED, `metric:${metric.id}`, `tests.${result.test.id}`, {
          test: result.test.name,
          ...failureOf(result),
        }),
      ),
  );

/** What is wrong with the case, or the first value that differs. */
function failureOf({ problem, differences }: TestResult): Params {
  if (problem !== undefined)
    return { problem: problem.code, ...('text' in problem ? { text: problem.text } : {}) };
  const [first] = differences;
  if (first === undefined) return {};
  const { what, expected, actual } = first;
  return { what, expected: String(expected), actual: actual === null ? '' : String(actual) };
}
