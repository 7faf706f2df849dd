import { describe, expect, it } from '@jest/globals';
import type { Hours } from '../../../engine/model';
import { shortDay } from './short-day';

// A Friday.
const part = (off?: Hours) => ({ date: '2027-12-24', name: 'Eve', ...(off && { off }) });
const left = (hours: readonly Hours[], off: Hours) => {
  const short = shortDay({ fri: hours }, part(off));
  return typeof short === 'string' ? short : short.hours;
};

describe('shortDay', () => {
  it.each<[readonly Hours[], Hours, unknown]>([
    [[['09:00', '17:00']], ['13:00', '24:00'], [['09:00', '13:00']]],
    [
      [
        ['09:00', '12:00'],
        ['13:00', '17:00'],
      ],
      ['12:00', '24:00'],
      [['09:00', '12:00']],
    ],
    [[['09:00', '17:00']], ['08:00', '24:00'], []],
    [[['09:00', '17:00']], ['00:00', '12:00'], [['12:00', '17:00']]],
    [
      [['09:00', '17:00']],
      ['12:00', '13:00'],
      [
        ['09:00', '12:00'],
        ['13:00', '17:00'],
      ],
    ],
    [[['22:00', '06:00']], ['13:00', '24:00'], []],
    [[['10:00', '02:00']], ['13:00', '24:00'], [['10:00', '13:00']]],
    [[['00:00', '24:00']], ['14:00', '24:00'], [['00:00', '14:00']]],
    [[['09:00', '17:00']], ['17:00', '24:00'], 'afterHours'],
    [[], ['13:00', '24:00'], 'closedAnyway'],
  ])('leaves of %j without %j: %j', (hours, off, expected) => {
    expect(left(hours, off)).toEqual(expected);
  });

  it('does not guess which part is off', () => {
    expect(shortDay({ fri: [['09:00', '17:00']] }, part())).toBe('partUnknown');
  });
});
