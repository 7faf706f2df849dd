/** What a period's result is worth: service credits, rewards, and what breaches cost the business. */
import type { Band, FinanceTerms } from '../../engine/model';
import { reaches, shareOf } from './share';
import type { Tally } from './tally';

/** Amounts are whole numbers of the currency's smallest unit. */
export interface Settlement {
  readonly currency: string;
  readonly charge: number;
  /** The band the result falls into; `null` when it falls into none, or nothing has finished. */
  readonly band: Band | null;
  /** What the provider pays back (credit) or is paid on top (reward). */
  readonly due: number;
  /** Breaches times the cost of one; excused ones cost nothing here. `null` without such a cost. */
  readonly impact: { readonly breaches: number; readonly each: number; readonly total: number } | null;
}

/** The deepest credit the result falls below, or the highest reward it reaches. */
const bandOf = (bands: readonly Band[], met: number, counted: number): Band | null => {
  const credits = bands.filter(({ kind, at }) => kind === 'credit' && !reaches(met, counted, at));
  const rewards = bands.filter(({ kind, at }) => kind === 'reward' && reaches(met, counted, at));
  const [deepest] = [...credits].sort((left, right) => left.at - right.at);
  const [highest] = [...rewards].sort((left, right) => right.at - left.at);
  return deepest ?? highest ?? null;
};

/** What a period comes to; halves of the smallest unit are rounded up. */
export function settle(finance: FinanceTerms, { met, breached }: Tally): Settlement {
  const { currency, charge = 0, bands, breachCost } = finance;
  const counted = met + breached;
  const band = counted === 0 ? null : bandOf(bands, met, counted);
  return {
    currency,
    charge,
    band,
    due: band === null ? 0 : shareOf(charge, band.share),
    impact:
      breachCost === undefined
        ? null
        : { breaches: breached, each: breachCost, total: breached * breachCost },
  };
}
