import type { Target } from '../../../src/sla/engine/model';
import { locale, t } from '../../shared/i18n';
import { numberText, readNumber } from '../../shared/read-number';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** What a target is counted in, or by what else it is told. */
export const TARGET_UNITS = [
  'minutes',
  'hours',
  'businessDays',
  'relative',
  'dateField',
  'durationField',
  'none',
] as const;

/** What the goal row's inputs hold. An amount is text until it is read; kinds without one have inputs of their own. */
export interface TargetInput {
  readonly unit: (typeof TARGET_UNITS)[number];
  readonly amount: string;
}

/** Whether the unit counts an amount. */
export const hasAmount = (unit: TargetInput['unit']): boolean =>
  unit === 'minutes' || unit === 'hours' || unit === 'businessDays';

/** A target as inputs of a locale: whole hours as hours, other durations as minutes. */
export function targetInput(target: Target, inLocale: string): TargetInput {
  switch (target.kind) {
    case 'duration':
      return target.ms % HOUR === 0
        ? { unit: 'hours', amount: numberText(target.ms / HOUR, inLocale) }
        : { unit: 'minutes', amount: numberText(target.ms / MINUTE, inLocale) };
    case 'businessDays':
      return { unit: 'businessDays', amount: numberText(target.days, inLocale) };
    case 'none':
    case 'dateField':
    case 'durationField':
    case 'relative':
      return { unit: target.kind, amount: '' };
  }
}

/** `8 h`; undefined for a target that is no amount. */
export function shortTarget(target: Target): string | undefined {
  const { unit, amount } = targetInput(target, locale());
  return hasAmount(unit) ? `${amount} ${t(`kit.unitShort.${unit}`)}` : undefined;
}

/** What a target that is no amount begins as. */
const NEW: Readonly<Record<Exclude<Target['kind'], 'duration' | 'businessDays'>, Target>> = {
  none: { kind: 'none' },
  dateField: { kind: 'dateField', field: 'duedate', time: '17:00', outside: 'previousClosing' },
  durationField: { kind: 'durationField', field: '', unitMs: HOUR },
  relative: { kind: 'relative', days: 1, by: 'endOfDay' },
};

/** Inputs as a target, or null when the amount is no positive number. `previous` stays where the unit is the same. */
export function readTarget(input: TargetInput, previous: Target, inLocale: string): Target | null {
  const { unit } = input;
  if (unit === 'minutes' || unit === 'hours' || unit === 'businessDays')
    return readAmount(input, previous, inLocale);
  return previous.kind === unit ? previous : NEW[unit];
}

function readAmount({ unit, amount: text }: TargetInput, previous: Target, inLocale: string): Target | null {
  const amount = readNumber(text, inLocale);
  if (typeof amount !== 'number' || amount <= 0) return null;
  if (unit !== 'businessDays')
    return { kind: 'duration', ms: Math.round(amount * (unit === 'hours' ? HOUR : MINUTE)) };
  if (!Number.isInteger(amount)) return null;
  const endOfDay = previous.kind === 'businessDays' && previous.endOfDay;
  return { kind: 'businessDays', days: amount, endOfDay };
}
