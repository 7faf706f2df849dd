import { goalsOf } from '../../../src/sla/engine/model/goals-of';
import { type Params, plainParam } from '../../../src/kernel/finding';
import type { MetricDefinition } from '../../../src/sla/engine/model';
import { writeLength } from '../../../src/sla/definitions/domain/testcases/length';
import { t } from '../../shared/i18n';

const PARTS = ['problem', 'text', 'what', 'expected', 'actual'];

/** Why a test case is red, from what the backend says of it: one thing wrong with the case, or one value that differs. */
export function failureText(params: Params, metric?: MetricDefinition): string {
  const [problem, text, what, expected, actual] = PARTS.map((part) => plainParam(params[part]));
  if (problem) return t(`settings.test.problem.${problem}`, { text: text ?? '' });
  if (!what) return '';
  return t('settings.test.difference', {
    what: t(`settings.test.what.${what}`),
    expected: sideText(what, expected ?? '', metric),
    actual: sideText(what, actual ?? '', metric),
  });
}

/** One side of a difference in words; an empty one is none. Lengths are milliseconds, goals ids. */
export function sideText(what: string, value: string, metric?: MetricDefinition): string {
  if (value === '' || value === 'none') return t('settings.test.none');
  switch (what) {
    case 'state':
      return t(`settings.state.${value}`);
    case 'breached':
      return t(value === 'true' ? 'settings.test.yes' : 'settings.test.no');
    case 'elapsed':
      return writeLength(Number(value));
    case 'goal':
      return (metric && goalsOf(metric).find(({ id }) => id === value)?.name) ?? value;
    default:
      return value.replace('T', ' ');
  }
}
