/** What holds for the whole installation: when people may be told, and how far those who fulfil may go by hand. */
import type * as v from 'valibot';
import type { ReadOnly } from '../../../../kernel/read-only';
import type { policySchema, quietSchema } from './schema';

/** When nobody is told. */
export type QuietHours = ReadOnly<v.InferOutput<typeof quietSchema>>;

/** The policy as configuration files carry it: safe mode is a state of one installation, not a setting to pass on. */
export type PolicyConfig = ReadOnly<v.InferOutput<typeof policySchema>>;
export type LateStart = PolicyConfig['lateStart'];
export type ApprovalReminder = PolicyConfig['remindApprovers'];

export interface SlaPolicy extends PolicyConfig {
  /** Since when clocks run but nobody is told. */
  readonly safeModeSince?: string;
}

/** Why a breach does not count: reports tell them apart. */
export const EXCUSE_CATEGORIES = ['requester', 'thirdParty', 'outage', 'wrongData', 'other'] as const;
export type ExcuseCategory = (typeof EXCUSE_CATEGORIES)[number];
