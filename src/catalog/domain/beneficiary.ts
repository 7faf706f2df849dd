import type { AccountId, Answers, OnBehalf } from './model';

/**
 * For whom a request is: the person its form names, where the item lets people ask for others; everywhere else who asks.
 * `answers` are checked ones, without those of hidden fields.
 */
export function beneficiaryOf(
  { onBehalf }: { readonly onBehalf?: Pick<OnBehalf, 'field'> },
  answers: Answers,
  requester: AccountId,
): AccountId {
  const named = onBehalf === undefined ? undefined : answers[onBehalf.field];
  return typeof named === 'string' && named !== '' ? named : requester;
}
