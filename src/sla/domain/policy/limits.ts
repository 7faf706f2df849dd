/** How far somebody who is no SLA manager may go by hand. */
import type { Instant } from '../model';
import type { SlaPolicy } from './model';

const HOUR_MS = 3_600_000;

/** `alone`: without the rights of an SLA manager. */
export interface Limits {
  readonly pauseHours: number;
  /** `null`: as long as they like. */
  readonly extendHours: number | null;
}

export const limitsOf = (policy: SlaPolicy, alone: boolean): Limits => ({
  pauseHours: alone ? policy.pauseAloneHours : policy.pauseMostHours,
  extendHours: alone ? policy.extendAloneHours : null,
});

/** When a pause by hand ends by itself: as wished, or at the limit. `null` when the wish lies beyond it. */
export const pauseEnd = (limits: Limits, at: Instant, wished: Instant | undefined): Instant | null => {
  const latest = at + limits.pauseHours * HOUR_MS;
  if (wished === undefined) return latest;
  return wished <= latest ? wished : null;
};

/** Whether an extension by so many milliseconds is within the limit. */
export const mayExtendBy = ({ extendHours }: Limits, ms: number): boolean =>
  extendHours === null || ms <= extendHours * HOUR_MS;
