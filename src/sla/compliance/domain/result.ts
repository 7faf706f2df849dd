/** A review period as it is kept, and what it comes to. */
import type * as v from 'valibot';
import type { ReadOnly } from '../../../kernel/read-only';
import type { Commitment } from '../../engine/model';
import { commitmentResult, type CommitmentResult, type Measured } from './commitment';
import { type Compliance, complianceOf } from './compliance';
import { settle, type Settlement } from './money';
import type { periodSchema, shareSchema } from './period-schema';
import { addTally, NO_TALLY, type Tally } from './tally';

export type CountedShare = Readonly<v.InferOutput<typeof shareSchema>>;
export type PeriodDocument = ReadOnly<v.InferOutput<typeof periodSchema>>;
export type PeriodResult = Omit<PeriodDocument, 'schema' | 'id' | 'rev' | 'agreementId'>;
export type EnteredValue = PeriodResult['values'][string][number];
export type Counted = NonNullable<PeriodResult['counted']>;

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
