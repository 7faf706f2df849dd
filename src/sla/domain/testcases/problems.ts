import { refusal, type Problem } from '../definitions/problem';
import type { SlaDefinitions } from '../model';
import { runTests, type TestResult } from './run';
import { failureText } from './words';

/** A red test case: what a save is refused with. */
export const TEST_CASE_FAILED = 'TEST_CASE_FAILED';

/** A problem for each test case of any metric that does not come out as expected. */
export const testProblems = (definitions: SlaDefinitions): readonly Problem[] =>
  definitions.metrics.flatMap((metric) =>
    runTests(definitions, metric)
      .filter(({ passed }) => !passed)
      .map((result) => ({
        ...refusal(
          TEST_CASE_FAILED,
          `metric:${metric.id}`,
          `tests.${result.test.id}`,
          `${metric.name.en}: the test case "${result.test.name}" fails: ${failureText(result)}.`,
          'Mend the definition, or change what the test case expects if the new outcome is right.',
        ),
        params: { test: result.test.name, ...failureOf(result) },
      })),
  );

/** The same failure for texts in other languages: what is wrong with the case, or the first value that differs. */
function failureOf({ problem, differences }: TestResult): Readonly<Record<string, string>> {
  if (problem !== undefined)
    return { problem: problem.code, ...('text' in problem ? { text: problem.text } : {}) };
  const [first] = differences;
  if (first === undefined) return {};
  const { what, expected, actual } = first;
  return { what, expected: String(expected), actual: actual === null ? '' : String(actual) };
}
