import { mapLeaves } from '../../../../kernel/map-leaves';
import type { Condition, FieldTest } from '../../../engine/model';

const OPPOSITE = { gt: 'lte', gte: 'lt', lt: 'gte', lte: 'gt' } as const;

/** What holds where a condition does not, as Jira has it: `not` turns the operators around. */
export function opposite(condition: Condition): Condition {
  if ('all' in condition) return { any: condition.all.map(opposite) };
  if ('any' in condition) return { all: condition.any.map(opposite) };
  if ('not' in condition) return condition.not;
  const { field } = condition;
  switch (condition.op) {
    case 'in':
      return { field, op: 'notIn', values: condition.values };
    case 'notIn':
      return { field, op: 'in', values: condition.values };
    case 'set':
      return { field, op: 'empty' };
    case 'empty':
      return { field, op: 'set' };
    case 'gt':
    case 'gte':
    case 'lt':
    case 'lte':
      return { field, op: OPPOSITE[condition.op], value: condition.value };
  }
}

/** In JQL an issue without a value is in neither of `=` and `!=`; here it would be in the second, so that is said. */
export const sayingSet = (condition: Condition): Condition =>
  mapLeaves<FieldTest, FieldTest>(condition, (test) =>
    test.op === 'notIn' ? { all: [{ field: test.field, op: 'set' }, test] } : test,
  );
