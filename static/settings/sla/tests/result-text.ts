/** Why a test case is red, in the viewer's words. */
import type { MetricDefinition } from '../../../../src/sla/engine/model';
import type { TestResult } from '../../../../src/sla/definitions/domain/testcases/run-tests';
import { t } from '../../../shared/i18n';
import { sideText } from '../../model/failure-text';

/** One sentence for each value that differs, or the one thing that is wrong with the case itself. */
export function resultTexts(
  { problem, differences }: TestResult,
  metric: MetricDefinition,
): readonly string[] {
  if (problem !== undefined)
    return [t(`settings.test.problem.${problem.code}`, { text: 'text' in problem ? problem.text : '' })];
  return differences.map(({ what, expected, actual }) =>
    t('settings.test.difference', {
      what: t(`settings.test.what.${what}`),
      expected: sideText(what, String(expected), metric),
      actual: sideText(what, actual === null ? '' : String(actual), metric),
    }),
  );
}
