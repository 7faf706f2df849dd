import type { Target } from '../../../src/sla/domain/model';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** What the goal row's inputs hold. An amount is text until it is read. */
export interface TargetInput {
  readonly unit: 'minutes' | 'hours' | 'businessDays' | 'none' | 'other';
  readonly amount: string;
}

/** A target as inputs: whole hours as hours, other durations as minutes. Kinds the row can't edit are `other`. */
export function targetInput(target: Target): TargetInput {
  switch (target.kind) {
    case 'duration':
      return target.ms % HOUR === 0
        ? { unit: 'hours', amount: String(target.ms / HOUR) }
        : { unit: 'minutes', amount: String(target.ms / MINUTE) };
    case 'businessDays':
      return { unit: 'businessDays', amount: String(target.days) };
    case 'none':
      return { unit: 'none', amount: '' };
    case 'dateField':
    case 'durationField':
    case 'relative':
      return { unit: 'other', amount: '' };
  }
}

/** Inputs as a target, or null when the amount is no positive number. `previous` stays where the row can't edit it. */
export function readTarget(input: TargetInput, previous: Target): Target | null {
  if (input.unit === 'none') return { kind: 'none' };
  if (input.unit === 'other') return previous;
  const amount = Number(input.amount.trim().replace(',', '.'));
  if (input.amount.trim() === '' || !Number.isFinite(amount) || amount <= 0) return null;
  if (input.unit === 'businessDays') {
    if (!Number.isInteger(amount)) return null;
    return {
      kind: 'businessDays',
      days: amount,
      endOfDay: previous.kind === 'businessDays' && previous.endOfDay,
    };
  }
  return { kind: 'duration', ms: Math.round(amount * (input.unit === 'hours' ? HOUR : MINUTE)) };
}
