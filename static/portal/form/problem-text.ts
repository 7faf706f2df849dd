import type { Answer, FormField } from '../../../src/catalog/domain/model';
import type { FieldProblem } from '../../../src/kernel/result';
import { formatLocalDate } from '../../shared/dates';
import { hasText, localized, t } from '../../shared/i18n';
import { formatNumber, readNumber } from '../../shared/numbers';
import { numberProblem } from '../../shared/use-number-text';

/** What is wrong with a field, in the viewer's language: the editor's own words for a pattern, the app's for the rest. */
export function problemText(problem: FieldProblem, field: FormField, answer: Answer): string {
  if (problem.code === 'pattern' && field.pattern !== undefined) return localized(field.pattern.message);
  if (problem.code === 'notANumber' && typeof answer === 'string') {
    const why = numberProblem(readNumber(answer));
    if (why !== undefined) return why;
  }
  const key = `portal.problem.${problem.code}`;
  if (!hasText(key)) return problem.message;
  return t(key, Object.fromEntries(Object.entries(problem.params ?? {}).map(shown)));
}

const shown = ([name, value]: readonly [string, string]): readonly [string, string] => {
  if (name === 'date') return [name, formatLocalDate(value)];
  return [name, name === 'min' || name === 'max' ? formatNumber(Number(value)) : value];
};
