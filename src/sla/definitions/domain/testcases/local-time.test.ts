import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { instantArb, zoneArb } from '../../../engine/testing/arbitrary';
import { readLength, writeLength } from './length';
import { readLocal, writeLocal } from './local-time';

const iso = (text: string, zone: string): string | null => {
  const moment = readLocal(text, zone);
  return moment === null ? null : new Date(moment.at).toISOString();
};

describe('a local time', () => {
  it('comes back exactly as it was written, in every zone', () => {
    const anyInstant = fc.tuple(instantArb, fc.integer({ min: 0, max: 59_999 })).map(([at, ms]) => at + ms);
    fc.assert(
      fc.property(anyInstant, zoneArb, (at, zone) => {
        expect(readLocal(writeLocal(at, zone), zone)?.at).toBe(at);
      }),
    );
  });

  it('is read in its zone', () => {
    expect(iso('2026-06-01T10:00', 'Europe/Berlin')).toBe('2026-06-01T08:00:00.000Z');
    expect(iso('2026-06-01T10:00', 'Asia/Kathmandu')).toBe('2026-06-01T04:15:00.000Z');
  });

  it('means the earlier instant in the repeated hour, unless an offset says otherwise', () => {
    expect(iso('2026-10-25T02:30', 'Europe/Berlin')).toBe('2026-10-25T00:30:00.000Z');
    expect(iso('2026-10-25T02:30+01:00', 'Europe/Berlin')).toBe('2026-10-25T01:30:00.000Z');
    expect(writeLocal(Date.parse('2026-10-25T01:30:00Z'), 'Europe/Berlin')).toBe('2026-10-25T01:30Z');
  });

  it('is the end of the gap in the hour that is skipped', () => {
    expect(iso('2026-03-29T02:30', 'Europe/Berlin')).toBe('2026-03-29T01:00:00.000Z');
  });

  it('knows how finely it was written', () => {
    expect(readLocal('2026-06-01T10:00', 'UTC')?.precisionMs).toBe(60_000);
    expect(readLocal('2026-06-01T10:00:30', 'UTC')?.precisionMs).toBe(1000);
    expect(readLocal('2026-06-01T10:00:30.250', 'UTC')?.precisionMs).toBe(1);
  });

  it.each(['', '2026-02-30T10:00', '2026-06-01', '2026-06-01T25:00', '10:00', '2026-06-01 10:00'])(
    'refuses %j',
    (text) => expect(readLocal(text, 'UTC')).toBeNull(),
  );
});

describe('a length', () => {
  it('comes back exactly as it was written', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 5_000_000_000 }), (ms) => {
        expect(readLength(writeLength(ms))).toBe(ms);
      }),
    );
  });

  it('is hours and minutes, finer only where needed', () => {
    expect(writeLength(26.5 * 3_600_000)).toBe('26:30');
    expect(writeLength(90_000)).toBe('0:01:30');
    expect(readLength('8:61')).toBeNull();
  });
});
