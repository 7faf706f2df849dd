import type { Condition } from '../../../src/sla/engine/model';
import { conditionOf, groupOf, simplest } from './condition-group';

const high: Condition = { field: 'priority', op: 'in', values: ['2'] };
const open: Condition = { field: 'resolution', op: 'empty' };

describe('a condition as a group', () => {
  it.each<[Condition, string]>([
    [{ all: [high, open] }, 'all'],
    [{ any: [high, open] }, 'any'],
    [{ not: { any: [high, open] } }, 'none'],
    [{ not: { all: [high, open] } }, 'notAll'],
  ])('%j is %s and goes back as it was', (condition, how) => {
    const group = groupOf(condition);
    expect(group).toEqual({ how, parts: [high, open] });
    expect(conditionOf(group)).toEqual(condition);
  });

  it('takes a negated test as none of one', () => {
    expect(groupOf({ not: high })).toEqual({ how: 'none', parts: [high] });
  });

  it('is stored as simply as it can be', () => {
    expect(simplest({ how: 'all', parts: [] })).toBeUndefined();
    expect(simplest({ how: 'any', parts: [high] })).toBe(high);
    expect(simplest({ how: 'none', parts: [high] })).toEqual({ not: { any: [high] } });
    expect(simplest({ how: 'all', parts: [{ any: [high, open] }] })).toEqual({
      all: [{ any: [high, open] }],
    });
  });
});
