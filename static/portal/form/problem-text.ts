import type { Answer, FieldType, FormField } from '../../../src/catalog/domain/model';
import type { Finding, Param } from '../../../src/kernel/finding';
import { t, type TextParams } from '../../shared/i18n';
import { measureOf } from '../../shared/measures';
import { shownParam } from '../../shared/params';

/** What is to be done about an empty answer, where it is more than writing something. */
const REQUIRED: Partial<Record<FieldType, string>> = {
  email: 'notAnEmail',
  url: 'notAUrl',
  phone: 'notAPhone',
  ip: 'notAnIp',
  number: 'notANumber',
  currency: 'requiredAmount',
  duration: 'requiredDuration',
  yesNo: 'requiredYesNo',
  choice: 'notAnOption',
  cascade: 'notAnOption',
  multiChoice: 'requiredOptions',
  rating: 'requiredRating',
  date: 'notADate',
  dateTime: 'requiredDateTime',
  time: 'notATime',
  user: 'notAnAccount',
  users: 'requiredPeople',
  group: 'requiredFound',
  issue: 'requiredFound',
  page: 'requiredFound',
  table: 'requiredRow',
  file: 'requiredFile',
};

/** What is wrong with a field, in the viewer's language: the editor's own words for a pattern, the app's for the rest. */
export function problemText(problem: Finding, { type }: FormField, answer: Answer): string {
  const measure = measureOf(type);
  if (problem.code === 'notANumber' && typeof answer === 'string') {
    const why = measure.problem(measure.read(answer));
    if (why !== undefined) return why;
  }
  const shown = (name: string, param: Param): string | number =>
    typeof param === 'number' && name !== 'days' ? measure.shown(param) : shownParam(param);
  const params = Object.entries(problem.params ?? {}).map(([name, param]) => [name, shown(name, param)]);
  const code = problem.code === 'required' ? (REQUIRED[type] ?? 'required') : problem.code;
  return t(`portal.problem.${code}`, Object.fromEntries(params) as TextParams);
}
