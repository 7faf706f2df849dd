/** A review period as it is kept, and what it comes to. */
import type { Commitment, Instant, AgreementTerms } from '../../engine/model';
import { commitmentResult, type CommitmentResult, type Measured } from './commitment';
import { type Compliance, complianceOf } from './compliance';
import { settle, type Settlement } from './money';
import { addTally, NO_TALLY, type Tally } from './tally';

/** A value somebody entered by hand. */
export interface EnteredValue {
  readonly value: number;
  readonly at: Instant;
  readonly by: string;
  readonly note: string;
}

/** What Jira counted for a commitment, or why it would not, in Jira's words. */
export type CountedShare =
  { readonly matching: number; readonly among: number } | { readonly refused: string };

export interface Counted {
  readonly at: Instant;
  readonly metrics: Readonly<Record<string, Tally>>;
  readonly shares: Readonly<Record<string, CountedShare>>;
}

export interface PeriodResult {
  readonly key: string;
  readonly from: Instant;
  readonly to: Instant;
  /** The terms it is judged by: those of the agreement until it ends, then those it was counted with last. */
  readonly terms: AgreementTerms;
  readonly counted?: Counted;
  /** By commitment, the latest last. */
  readonly values: Readonly<Record<string, readonly EnteredValue[]>>;
  /** Once reviewed nothing of it changes. */
  readonly review?: { readonly at: Instant; readonly by: string; readonly note: string };
}

export interface PeriodJudgement {
  readonly tally: Tally;
  readonly compliance: Compliance;
  /** `null` where the agreement says nothing of money. */
  readonly settlement: Settlement | null;
  readonly commitments: readonly (CommitmentResult & { readonly commitment: Commitment })[];
}

const measuredOf = ({ id, source }: Commitment, { counted, values }: PeriodResult): Measured | undefined => {
  if (source.kind === 'manual') {
    const latest = values[id]?.at(-1);
    return latest === undefined ? undefined : { kind: 'value', value: latest.value };
  }
  const share = counted?.shares[id];
  return share === undefined || 'refused' in share ? undefined : { kind: 'share', ...share };
};

/** What a period comes to by its terms. */
export function judgePeriod(period: PeriodResult): PeriodJudgement {
  const { compliance, finance, commitments } = period.terms;
  const tally = Object.values(period.counted?.metrics ?? {}).reduce(addTally, NO_TALLY);
  return {
    tally,
    compliance: complianceOf(tally, compliance),
    settlement: finance === undefined ? null : settle(finance, tally),
    commitments: commitments.map((commitment) => ({
      commitment,
      ...commitmentResult(commitment, measuredOf(commitment, period)),
    })),
  };
}
