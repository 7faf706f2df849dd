import { refusal, type Problem } from '../definitions/problem';
import type { SlaDefinitions } from '../model';
import { runTests } from './run';
import { failureText } from './words';

/** A red test case: what a save is refused with. */
export const TEST_CASE_FAILED = 'TEST_CASE_FAILED';

/** A problem for each test case of any metric that does not come out as expected. */
export const testProblems = (definitions: SlaDefinitions): readonly Problem[] =>
  definitions.metrics.flatMap((metric) =>
    runTests(definitions, metric)
      .filter(({ passed }) => !passed)
      .map((result) =>
        refusal(
          TEST_CASE_FAILED,
          `metric:${metric.id}`,
          `tests.${result.test.id}`,
          `${metric.name.en}: the test case "${result.test.name}" fails: ${failureText(result)}.`,
          'Mend the definition, or change what the test case expects if the new outcome is right.',
        ),
      ),
  );
