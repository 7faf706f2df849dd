import type { AccountId, Answers, OnBehalf } from '../model';

/**
 * For whom a request is: the person its form names, where the item lets people ask for others; everywhere else `asker`, for whom the
 * form is filled in: who asks, or whom they order for. `answers` are checked ones, without those of hidden fields.
 */
export function beneficiaryOf(
  { onBehalf }: { readonly onBehalf?: Pick<OnBehalf, 'field'> },
  answers: Answers,
  asker: AccountId,
): AccountId {
  const named = onBehalf === undefined ? undefined : answers[onBehalf.field];
  return typeof named === 'string' && named !== '' ? named : asker;
}

/** Who a form is filled in by, and for whom, where that is somebody who lets them order for them. */
export interface FilledIn {
  readonly accountId: AccountId;
  /** Who orders for them; left out where they do it themselves. */
  readonly by?: AccountId | undefined;
}

/** Who asks: the account that calls, whomever it orders for. */
export const whoAsks = ({ accountId, by }: FilledIn): AccountId => by ?? accountId;

/**
 * What a form that somebody fills in for another says of for whom it is: nobody but them. Who orders for Maria does not order for
 * whom Maria may order for.
 */
export const namedIn = (
  { onBehalf }: { readonly onBehalf?: Pick<OnBehalf, 'field'> },
  { accountId, by }: FilledIn,
): Answers => (by === undefined || onBehalf === undefined ? {} : { [onBehalf.field]: accountId });

/**
 * Whose entitlement decides whether an item may be asked for: of who asks for themselves, theirs. Of who orders for somebody who lets
 * them, the other's, whatever the item says. Of who names somebody in a form, their own and, where the item is *restricted*, the
 * other's too. Nobody's (`null`) where the item names nobody.
 */
export function whoMustBeEntitled(
  { onBehalf }: { readonly onBehalf?: Pick<OnBehalf, 'access'> },
  filled: FilledIn,
  beneficiary: AccountId,
): readonly AccountId[] | null {
  if (beneficiary === filled.accountId) return [beneficiary];
  if (filled.by !== undefined || onBehalf === undefined) return null;
  return onBehalf.access === 'delegated' ? [filled.accountId] : [filled.accountId, beneficiary];
}
