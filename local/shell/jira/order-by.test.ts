import { describe, expect, test } from '@jest/globals';
import { orderedBy, orderOf } from './order-by';

describe('sorting by a column', () => {
  test.each([
    ['project = IT', 'project = IT ORDER BY "SLA next due" ASC'],
    ['project = IT order by created DESC, key', 'project = IT ORDER BY "SLA next due" ASC'],
    ['project = IT ORDER BY "SLA next due" ASC', 'project = IT ORDER BY "SLA next due" DESC'],
    ['project = IT ORDER BY "sla next due" desc', 'project = IT ORDER BY "SLA next due" ASC'],
  ])('makes %s into %s', (jql, sorted) => {
    expect(orderedBy(jql, 'SLA next due')).toBe(sorted);
  });

  test('is read from the query', () => {
    expect(orderOf('a = 1 ORDER BY created DESC')).toEqual({ field: 'created', descending: true });
    expect(orderOf('a = 1')).toBeUndefined();
  });
});
