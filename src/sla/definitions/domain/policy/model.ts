/** What holds for the whole installation: when people may be told, and how far those who fulfil may go by hand. */
import type * as v from 'valibot';
import type { LocalTime, Weekday } from '../../../engine/model';
import type { policySchema } from './schema';

/** When nobody is told. */
export type QuietHours =
  | { readonly kind: 'off' }
  /** Every day from one wall time to another, perhaps past midnight, and the whole of some weekdays. */
  | {
      readonly kind: 'hours';
      readonly zone: string;
      readonly from: LocalTime;
      readonly to: LocalTime;
      readonly days: readonly Weekday[];
    }
  /** Outside the working hours of the calendar the promise is counted on; a 24×7 promise is never quiet. */
  | { readonly kind: 'calendar' };

/** The policy as configuration files carry it: safe mode is a state of one installation, not a setting to pass on. */
export type PolicyConfig = Readonly<v.InferOutput<typeof policySchema>>;
export type LateStart = PolicyConfig['lateStart'];
export type ApprovalReminder = PolicyConfig['remindApprovers'];

export interface SlaPolicy extends PolicyConfig {
  /** Since when clocks run but nobody is told. */
  readonly safeModeSince?: string;
}

/** Why a breach does not count: reports tell them apart. */
export const EXCUSE_CATEGORIES = ['requester', 'thirdParty', 'outage', 'wrongData', 'other'] as const;
export type ExcuseCategory = (typeof EXCUSE_CATEGORIES)[number];
