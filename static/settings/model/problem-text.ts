import type { Problem } from '../../../src/sla/contract';
import type { MetricDefinition } from '../../../src/sla/domain/model';
import { isFormCode } from '../../../src/sla/domain/definitions/problem';
import { hasText, locale, t } from '../../shared/i18n';
import { failureText } from './failure-text';

type Told = Pick<Problem, 'code' | 'message' | 'howToMend' | 'params'>;

/**
 * What is wrong and how to mend it. The rules speak English and name the parts; in another language their code stands
 * for the same sentence, with the names that come beside it. Of the form of a value the screens alone speak. `metric` gives the goals of a red test case
 * their names.
 */
export function problemText(
  { code, message, howToMend, params = {} }: Told,
  metric?: MetricDefinition,
): string {
  // A problem of an item has the words of its row on the health page, for one.
  const key = [`settings.problem.${code}`, `settings.health.row.item.${code}`].find(hasText);
  if (key !== undefined && (locale() !== 'en' || (howToMend === '' && isFormCode(code))))
    return t(key, { ...params, count: 1, failure: failureText(params, metric).replace(/\.$/, '') });
  return message.includes(howToMend) ? message : `${message} ${howToMend}`;
}

/** `Goals › 2 › target`, for the path of a problem; parts people know by no name are left out. */
export const placeText = (path: string): string =>
  path
    .split('.')
    .flatMap((part) => {
      if (/^\d+$/.test(part)) return [String(Number(part) + 1)];
      const key = `settings.change.part.${part}`;
      return hasText(key) ? [t(key)] : [];
    })
    .join(' › ');
