import { describe, expect, it } from '@jest/globals';
import * as v from 'valibot';
import { type Bands, bandOf, DEFAULT_BANDS, groupFieldOf, showsForecasts } from './model';
import { displaySchema } from './schema';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

describe('how near a clock is to its end', () => {
  it.each([
    [4 * HOUR, 'calm'],
    [2 * HOUR + 1, 'calm'],
    [2 * HOUR, 'attention'],
    [HOUR, 'warning'],
    [-1, 'warning'],
  ] as const)('follows by itself from the share that is left: %d', (remaining, band) => {
    expect(bandOf(DEFAULT_BANDS, remaining, 4 * HOUR)).toBe(band);
  });

  it('can follow from minutes, for targets of days and of minutes alike', () => {
    const bands: Bands = {
      attention: { percent: 0, minutes: 60 },
      warning: { percent: 10, minutes: 30 },
    };
    expect(bandOf(bands, 20 * HOUR, 40 * HOUR)).toBe('calm');
    expect(bandOf(bands, 4 * HOUR, 40 * HOUR)).toBe('warning');
    expect(bandOf(bands, 45 * MINUTE, HOUR)).toBe('attention');
    expect(bandOf(bands, 30 * MINUTE, HOUR)).toBe('warning');
    expect(bandOf(bands, 45 * MINUTE, null)).toBe('attention');
  });
});

describe('display settings', () => {
  it.each([
    [{}, true],
    [{ groupField: 'customfield_10001' }, true],
    [{ groupField: null, bands: DEFAULT_BANDS }, true],
    [{ bands: { attention: { percent: 0, minutes: 0 }, warning: { percent: 25, minutes: 0 } } }, true],
    [{ forecasts: false }, true],
    [{ languages: ['de', 'pt'] }, true],
    [{ languages: ['ru'] }, false],
    [{ languages: ['de', 'de'] }, false],
    [{ languages: ['de-AT'] }, false],
    [{ languages: 'cs da de el es et fi fr hu is it'.split(' ') }, false],
    [{ groupField: 'summary' }, false],
    [{ bands: { ...DEFAULT_BANDS, attention: { percent: 20, minutes: 0 } } }, false],
    [{ bands: { ...DEFAULT_BANDS, warning: { percent: 25, minutes: 1.5 } } }, false],
    [{ bands: { ...DEFAULT_BANDS, warning: { percent: 101, minutes: 0 } } }, false],
  ])('%j: %s', (display, fits) => {
    expect(v.is(displaySchema, display)).toBe(fits);
  });

  it("take Jira's Team field unless they say otherwise", () => {
    expect(groupFieldOf(undefined, 'customfield_1')).toBe('customfield_1');
    expect(groupFieldOf({ groupField: null }, 'customfield_1')).toBeNull();
    expect(groupFieldOf({ groupField: 'customfield_2' }, 'customfield_1')).toBe('customfield_2');
  });

  it('show forecasts unless they say otherwise', () => {
    expect([undefined, {}, { forecasts: true }, { forecasts: false }].map(showsForecasts)).toEqual([
      true,
      true,
      true,
      false,
    ]);
  });
});
