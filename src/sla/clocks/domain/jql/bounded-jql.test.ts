import { expect, it } from '@jest/globals';
import { bothJql, boundedJql, isBounded, jqlFault } from './bounded-jql';

const NOVEMBER = { from: Date.UTC(2026, 9, 31, 23), to: Date.UTC(2026, 10, 30, 23) };

it('has the bounds of the period in the zone of whoever asks, quoted once', () => {
  expect(boundedJql('resolved >= {from} AND resolved < "{to}"', NOVEMBER, 'Europe/Berlin')).toBe(
    'resolved >= "2026-11-01 00:00" AND resolved < "2026-12-01 00:00"',
  );
  expect(boundedJql("created >= '{from}'", NOVEMBER, 'UTC')).toBe('created >= "2026-10-31 23:00"');
});

it('stays what it is beside another query', () => {
  expect(bothJql('a = 1 OR b = 2', 'c = 3')).toBe('(a = 1 OR b = 2) AND (c = 3)');
});

it.each([
  ['project = IT) OR (project = HR', 'unbalanced'],
  ['summary ~ "half', 'unbalanced'],
  ['project = IT ORDER BY created', 'orderBy'],
  ['summary ~ "order by (" AND project in (IT, HR)', null],
])('with %s is %s', (query, fault) => {
  expect(jqlFault(query)).toBe(fault);
});

it('looks at the period only where it names it', () => {
  expect([isBounded('resolved < {to}'), isBounded('resolved is not EMPTY')]).toEqual([true, false]);
});
