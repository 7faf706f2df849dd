/** What holds for the whole installation: when people may be told, and how far those who fulfil may go by hand. */
import type { LocalTime, Weekday } from '../../../engine/model';

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

/**
 * What of the levels that had passed before a clock began: nobody is told, only the highest acts, or each does, one after the
 * other.
 */
export const LATE_STARTS = ['silent', 'notice', 'each'] as const;
export type LateStart = (typeof LATE_STARTS)[number];

export interface SlaPolicy {
  readonly schema: 1;
  /** Since when clocks run but nobody is told. */
  readonly safeModeSince?: string;
  readonly quiet: QuietHours;
  readonly lateStart: LateStart;
  /** Told when an escalation reaches nobody else. */
  readonly contact?: string;
  /** Besides SLA managers: everybody who may edit the issue, or only holders of the project permission. */
  readonly pauseBy: 'editors' | 'granted';
  /** How long a cycle may be paused by hand without an SLA manager, all pauses together, and by one in one go; both in hours. A pause ends by itself then. */
  readonly pauseAloneHours: number;
  readonly pauseMostHours: number;
  /** How far holders of the project permission may extend a target, all extensions of a cycle together, in hours. */
  readonly extendAloneHours: number;
}

/** The policy as configuration files carry it: safe mode is a state of one installation, not a setting to pass on. */
export type PolicyConfig = Omit<SlaPolicy, 'safeModeSince'>;

export const DEFAULT_POLICY: SlaPolicy = {
  schema: 1,
  quiet: { kind: 'off' },
  lateStart: 'notice',
  pauseBy: 'editors',
  pauseAloneHours: 120,
  pauseMostHours: 720,
  extendAloneHours: 24,
};

/** Why a breach does not count: reports tell them apart. */
export const EXCUSE_CATEGORIES = ['requester', 'thirdParty', 'outage', 'wrongData', 'other'] as const;
export type ExcuseCategory = (typeof EXCUSE_CATEGORIES)[number];
