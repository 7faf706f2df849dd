import type { Answer } from '../../../src/catalog/domain/model';
import type { Finding, Param } from '../../../src/kernel/finding';
import { t, type TextParams } from '../../shared/i18n';
import { formatNumber, readNumber } from '../../shared/numbers';
import { shownParam } from '../../shared/params';
import { numberProblem } from '../../shared/use-number-text';

/** What is wrong with a field, in the viewer's language: the editor's own words for a pattern, the app's for the rest. */
export function problemText(problem: Finding, answer: Answer): string {
  if (problem.code === 'notANumber' && typeof answer === 'string') {
    const why = numberProblem(readNumber(answer));
    if (why !== undefined) return why;
  }
  const params = Object.entries(problem.params ?? {}).map(([name, param]) => [name, shown(name, param)]);
  return t(`portal.problem.${problem.code}`, Object.fromEntries(params) as TextParams);
}

const shown = (name: string, param: Param): string | number =>
  typeof param === 'number' && name !== 'days' ? formatNumber(param) : shownParam(param);
