import type { Target } from '../../../src/sla/engine/model';
import { readTarget, targetInput } from './target-input';

const fourHours: Target = { kind: 'duration', ms: 4 * 3_600_000 };

describe('target inputs', () => {
  it.each<[Target, string, string]>([
    [fourHours, 'hours', '4'],
    [{ kind: 'duration', ms: 90 * 60_000 }, 'minutes', '90'],
    [{ kind: 'businessDays', days: 2, endOfDay: true }, 'businessDays', '2'],
    [{ kind: 'none' }, 'none', ''],
  ])('shows %j as %s %s', (target, unit, amount) => {
    expect(targetInput(target, 'en')).toEqual({ unit, amount });
  });

  it.each([
    fourHours,
    { kind: 'businessDays', days: 3, endOfDay: true },
    { kind: 'none' },
  ] satisfies Target[])('reads back what it shows: %j', (target) => {
    expect(readTarget(targetInput(target, 'en'), target, 'en')).toEqual(target);
  });

  it('keeps what a kind with inputs of its own holds', () => {
    const relative: Target = { kind: 'relative', days: 1, by: '16:00' };
    expect(readTarget(targetInput(relative, 'en'), relative, 'en')).toBe(relative);
  });

  it('accepts a decimal comma', () => {
    expect(readTarget({ unit: 'hours', amount: '1,5' }, fourHours, 'en')).toEqual({
      kind: 'duration',
      ms: 5_400_000,
    });
  });

  it.each(['', ' ', '0', '-1', 'four', 'Infinity', '0x10', '1e3', '1.000'])(
    'refuses %j as an amount',
    (amount) => {
      expect(readTarget({ unit: 'hours', amount }, fourHours, 'en')).toBeNull();
    },
  );

  it('refuses half a business day', () => {
    expect(readTarget({ unit: 'businessDays', amount: '1.5' }, fourHours, 'en')).toBeNull();
  });
});
