/** Commitments without a clock: what was measured of them, and whether it keeps the promise. */
import type { Commitment } from '../../engine/model';
import { percentOf, reaches, staysWithin } from './share';

/** A value somebody entered, or a share that Jira counted. */
export type Measured =
  | { readonly kind: 'value'; readonly value: number }
  | { readonly kind: 'share'; readonly matching: number; readonly among: number };

export interface CommitmentResult {
  /** Shares are in percent, cut to two decimals. */
  readonly value: number | null;
  readonly state: 'met' | 'missed' | 'noData';
}

const keeps = ({ direction, target }: Commitment, measured: Measured): boolean => {
  if (measured.kind === 'share') {
    const compare = direction === 'atLeast' ? reaches : staysWithin;
    return compare(measured.matching, measured.among, target);
  }
  return direction === 'atLeast' ? measured.value >= target : measured.value <= target;
};

/** How a commitment stands; a share of no work items is no data. */
export function commitmentResult(commitment: Commitment, measured: Measured | undefined): CommitmentResult {
  if (measured === undefined || (measured.kind === 'share' && measured.among === 0))
    return { value: null, state: 'noData' };
  const value = measured.kind === 'value' ? measured.value : percentOf(measured.matching, measured.among);
  return { value, state: keeps(commitment, measured) ? 'met' : 'missed' };
}
