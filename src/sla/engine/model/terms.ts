/** What an agreement promises over a period: how often its clocks must be kept, what that costs, and what no clock measures. */

/** `rolling30`: the last thirty days, the present one included. */
export type PeriodKind = 'month' | 'quarter' | 'rolling30';

/** Over which periods an agreement is judged; their days begin at midnight in an IANA zone. */
export interface ReviewTerms {
  readonly period: PeriodKind;
  readonly zone: string;
}

/** Percentages have at most two decimals. */
export interface ComplianceTerms {
  readonly target: number;
  /** Below it the target is at risk; left out: only what misses the target is told. */
  readonly atRisk?: number;
}

/** A `credit` is due below `at` percent of compliance, a `reward` from it on: `share` percent of the period's charge. */
export interface Band {
  readonly id: string;
  readonly kind: 'credit' | 'reward';
  readonly at: number;
  readonly share: number;
}

/** Amounts are whole numbers of the currency's smallest unit. */
export interface FinanceTerms {
  /** ISO 4217. */
  readonly currency: string;
  /** What the consumer pays for a period. */
  readonly charge?: number;
  readonly bands: readonly Band[];
  /** What one breach costs the business; nobody pays it. */
  readonly breachCost?: number;
}

/** The share, in percent, of work items matching one query among those matching another; both as JQL with `{from}` and `{to}`. */
export interface JqlSource {
  readonly kind: 'jql';
  readonly matching: string;
  readonly among: string;
}

/** What is promised without a clock: availability, satisfaction, a rate. */
export interface Commitment {
  readonly id: string;
  readonly name: string;
  readonly unit: string;
  readonly direction: 'atLeast' | 'atMost';
  readonly target: number;
  readonly source: { readonly kind: 'manual' } | JqlSource;
}

export interface AgreementTerms {
  readonly review: ReviewTerms;
  readonly compliance?: ComplianceTerms;
  readonly finance?: FinanceTerms;
  readonly commitments: readonly Commitment[];
}
