import type { FormField } from '../../../src/catalog/domain/model';
import type { FieldProblem } from '../../../src/shared/domain/result';
import { formatLocalDate } from '../../shared/dates';
import { hasText, localized, t } from '../../shared/i18n';

/** What is wrong with a field, in the viewer's language: the editor's own words for a pattern, the app's for the rest. */
export function problemText(problem: FieldProblem, field: FormField): string {
  if (problem.code === 'pattern' && field.pattern !== undefined) return localized(field.pattern.message);
  const key = `portal.problem.${problem.code}`;
  if (!hasText(key)) return problem.message;
  const date = problem.params?.['date'];
  return t(key, { ...problem.params, ...(date === undefined ? {} : { date: formatLocalDate(date) }) });
}
