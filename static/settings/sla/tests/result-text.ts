/** Why a test case is red, in the viewer's words. */
import type { MetricDefinition } from '../../../../src/sla/domain/model';
import type { Difference } from '../../../../src/sla/domain/testcases/compare';
import { writeLength } from '../../../../src/sla/domain/testcases/length';
import type { TestResult } from '../../../../src/sla/domain/testcases/run';
import { t } from '../../../shared/i18n';

/** One sentence for each value that differs, or the one thing that is wrong with the case itself. */
export function resultTexts(
  { problem, differences }: TestResult,
  metric: MetricDefinition,
): readonly string[] {
  if (problem !== undefined)
    return [t(`settings.test.problem.${problem.code}`, { text: 'text' in problem ? problem.text : '' })];
  return differences.map((difference) => {
    const [expected, actual] = sidesOf(difference, metric);
    return t('settings.test.difference', {
      what: t(`settings.test.what.${difference.what}`),
      expected,
      actual,
    });
  });
}

const timeText = (text: string): string =>
  text === 'none' ? t('settings.test.none') : text.replace('T', ' ');
const yesNo = (flag: boolean): string => t(flag ? 'settings.test.yes' : 'settings.test.no');

function sidesOf(difference: Difference, metric: MetricDefinition): readonly [string, string] {
  const none = t('settings.test.none');
  const goalName = (id: string) => metric.goals.find((goal) => goal.id === id)?.name ?? id;
  switch (difference.what) {
    case 'state':
      return [t(`settings.state.${difference.expected}`), t(`settings.state.${difference.actual}`)];
    case 'breached':
      return [yesNo(difference.expected), yesNo(difference.actual)];
    case 'due':
      return [timeText(difference.expected), timeText(difference.actual)];
    case 'elapsed':
      return [
        writeLength(difference.expected),
        difference.actual === null ? none : writeLength(difference.actual),
      ];
    case 'goal':
      return [goalName(difference.expected), difference.actual === null ? none : goalName(difference.actual)];
  }
}
