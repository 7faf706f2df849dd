import { describe, expect, it } from '@jest/globals';
import { diffDocuments } from './diff';

const day = (date: string, name = 'Day') => ({ kind: 'date', date, name });

describe('differences of lists whose members have no id', () => {
  it('are what came and what went, wherever it stands', () => {
    const before = { days: [day('01-01'), day('05-01'), day('12-25')] };
    expect(diffDocuments(before, { days: [day('01-01'), day('02-01'), day('05-01'), day('12-25')] })).toEqual(
      [{ path: 'days.1', after: day('02-01') }],
    );
    expect(diffDocuments(before, { days: [day('01-01'), day('12-25')] })).toEqual([
      { path: 'days.1', before: day('05-01') },
    ]);
  });

  it('are told inside a member that is another in the same place', () => {
    expect(diffDocuments({ days: [day('01-01')] }, { days: [day('01-01', 'New Year')] })).toEqual([
      { path: 'days.0.name', before: 'Day', after: 'New Year' },
    ]);
  });

  it('are told one by one where there was no list before, or is none any more', () => {
    const list = [{ id: 'a', n: 1 }];
    const [whole] = list;
    expect(diffDocuments({}, { list })).toEqual([{ path: 'list.a', after: whole }]);
    expect(diffDocuments({ list }, {})).toEqual([{ path: 'list.a', before: whole }]);
  });

  it('count members that are there twice, and tell an order', () => {
    expect(diffDocuments({ days: [day('a'), day('a')] }, { days: [day('a')] })).toHaveLength(1);
    expect(diffDocuments({ days: [day('a'), day('b')] }, { days: [day('b'), day('a')] })).toEqual([
      { path: 'days.order', before: [1, 2], after: [2, 1] },
    ]);
  });

  it('are one difference where the members are plain values', () => {
    expect(diffDocuments({ to: ['1', '2'] }, { to: ['1', '3'] })).toEqual([
      { path: 'to', before: ['1', '2'], after: ['1', '3'] },
    ]);
    expect(diffDocuments({ to: [] }, { to: ['1'] })).toEqual([{ path: 'to', before: [], after: ['1'] }]);
  });

  it('of the first or the last member name it', () => {
    expect(diffDocuments({ days: [] }, { days: [day('a')] })).toEqual([{ path: 'days.0', after: day('a') }]);
    expect(diffDocuments({ days: [day('a')] }, { days: [] })).toEqual([{ path: 'days.0', before: day('a') }]);
    expect(diffDocuments({ form: [] }, { form: [{ id: 'p' }] })).toMatchObject([{ path: 'form.p' }]);
  });
});

describe('a value too large to be kept', () => {
  const parts = Object.fromEntries(Array.from({ length: 50 }, (_, n) => [`part${n}`, 'something']));
  const valueOf = (value: unknown) => diffDocuments({}, { value })[0]?.after;

  it('is told by what it is, how large and its name, never by half of it', () => {
    const name = { en: 'Delivery', ru: 'Выдача' };
    expect(valueOf({ ...parts, name })).toEqual({ $large: 'object', size: 51, name });
    expect(valueOf({ ...parts, label: 'Office' })).toEqual({ $large: 'object', size: 51, name: 'Office' });
    expect(valueOf(Object.keys(parts))).toEqual({ $large: 'list', size: 50 });
    expect(valueOf({ ...parts, name: 'x'.repeat(500) })).toMatchObject({ name: `${'x'.repeat(199)}…` });
  });

  it('is not one that is as small as people can read', () => {
    expect(valueOf({ on: 'created' })).toEqual({ on: 'created' });
    expect(valueOf(['a', 'b'])).toEqual(['a', 'b']);
    expect(valueOf(false)).toBe(false);
  });
});
