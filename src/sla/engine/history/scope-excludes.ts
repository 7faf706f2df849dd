/** Whether an issue is certainly outside a metric's scope, when only some of its fields are known. */
import { judge, type Truth, truthOf } from '../../../kernel/condition';
import type { Fields, FieldTest, MetricDefinition } from '../model';

const judgeTest = (test: FieldTest, known: Fields): Truth => {
  const value = known[test.field];
  if (value === undefined) return 'unknown';
  switch (test.op) {
    case 'in':
      return truthOf(value.some((each) => test.values.includes(each)));
    case 'notIn':
      return truthOf(!value.some((each) => test.values.includes(each)));
    case 'set':
      return truthOf(value.length > 0);
    case 'empty':
      return truthOf(value.length === 0);
    case 'gt':
    case 'gte':
    case 'lt':
    case 'lte':
      return 'unknown';
  }
};

/** Whether no active metric can measure an issue with these fields: fields left out may have any value. */
export const outOfEveryScope = (
  definitions: { readonly metrics: readonly Pick<MetricDefinition, 'active' | 'scope'>[] },
  known: Fields,
): boolean =>
  definitions.metrics.every(
    ({ active, scope }) => !active || judge(scope, (test) => judgeTest(test, known)) === 'no',
  );
