/** Which spaces a metric's scope names, and one with more of them. */
import type { Condition } from '../../../engine/model';

const isList = (condition: Condition): condition is Extract<Condition, { op: 'in' | 'notIn' }> =>
  'field' in condition && condition.field === 'projectId' && condition.op === 'in';

/**
 * The scope with more spaces in its list of spaces: the scope itself, or a part that must hold. `null` when no list stands
 * there: a scope that names no spaces has them all already, and of one that names them deeper only a person can say what
 * another space should be held to.
 */
export const scopeWithSpaces = (scope: Condition, ids: readonly string[]): Condition | null => {
  if (isList(scope)) return { ...scope, values: [...new Set([...scope.values, ...ids])] };
  if (!('all' in scope)) return null;
  const place = scope.all.findIndex(isList);
  const list = scope.all[place];
  const longer = list === undefined ? null : scopeWithSpaces(list, ids);
  return longer && { all: scope.all.map((part, index) => (index === place ? longer : part)) };
};
