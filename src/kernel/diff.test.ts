import { describe, expect, it } from '@jest/globals';
import { diffDocuments } from './diff';

const day = (date: string, name = 'Day') => ({ kind: 'date', date, name });

describe('differences of lists whose members have no id', () => {
  it('are what came and what went, wherever it stands', () => {
    const before = { days: [day('01-01'), day('05-01'), day('12-25')] };
    expect(diffDocuments(before, { days: [day('01-01'), day('02-01'), day('05-01'), day('12-25')] })).toEqual(
      [{ path: 'days.1', before: '', after: '{"kind":"date","date":"02-01","name":"Day"}' }],
    );
    expect(diffDocuments(before, { days: [day('01-01'), day('12-25')] })).toEqual([
      { path: 'days.1', before: '{"kind":"date","date":"05-01","name":"Day"}', after: '' },
    ]);
  });

  it('are told inside a member that is another in the same place', () => {
    expect(diffDocuments({ days: [day('01-01')] }, { days: [day('01-01', 'New Year')] })).toEqual([
      { path: 'days.0.name', before: 'Day', after: 'New Year' },
    ]);
  });

  it('are told one by one where there was no list before, or is none any more', () => {
    const list = [{ id: 'a', n: 1 }];
    const whole = JSON.stringify(list[0]);
    expect(diffDocuments({}, { list })).toEqual([{ path: 'list.a', before: '', after: whole }]);
    expect(diffDocuments({ list }, {})).toEqual([{ path: 'list.a', before: whole, after: '' }]);
  });

  it('count members that are there twice, and tell an order', () => {
    expect(diffDocuments({ days: [day('a'), day('a')] }, { days: [day('a')] })).toHaveLength(1);
    expect(diffDocuments({ days: [day('a'), day('b')] }, { days: [day('b'), day('a')] })).toEqual([
      { path: 'days.order', before: '1, 2', after: '2, 1' },
    ]);
  });

  it('are one difference where the members are plain values', () => {
    expect(diffDocuments({ to: ['1', '2'] }, { to: ['1', '3'] })).toEqual([
      { path: 'to', before: '1, 2', after: '1, 3' },
    ]);
    expect(diffDocuments({ to: [] }, { to: ['1'] })).toEqual([{ path: 'to', before: '', after: '1' }]);
  });

  it('of the first or the last member name it', () => {
    expect(diffDocuments({ days: [] }, { days: [day('a')] })).toMatchObject([{ path: 'days.0', before: '' }]);
    expect(diffDocuments({ days: [day('a')] }, { days: [] })).toMatchObject([{ path: 'days.0', after: '' }]);
    expect(diffDocuments({ form: [] }, { form: [{ id: 'p' }] })).toMatchObject([{ path: 'form.p' }]);
  });
});
