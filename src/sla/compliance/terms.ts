/** Which agreement, which of its periods, judged by which terms. */
import { notFound } from '../../kernel/errors';
import { senseless } from '../../kernel/senseless';
import type { Agreement, Instant, AgreementTerms, SlaDefinitions } from '../engine/model';
import { type ReviewPeriod, periodOfKey } from './domain/period';
import type { PeriodDocument } from './domain/result';
import { freshPeriod } from './store';

interface Judged extends Agreement {
  readonly terms: AgreementTerms;
}

/** Agreements that are judged over a period. */
export const judgedAgreements = ({ agreements }: SlaDefinitions): readonly Judged[] =>
  agreements.flatMap((agreement) =>
    agreement.terms === undefined ? [] : [{ ...agreement, terms: agreement.terms }],
  );

export interface OfAgreement {
  readonly agreement: Judged;
  readonly period: ReviewPeriod;
  /** What is stored of it before anything is. */
  readonly fresh: PeriodDocument;
}

/** @throws NOT_FOUND for another agreement or a period that is none of its own; BAD_REQUEST before it has begun. */
export function periodOf(
  definitions: SlaDefinitions,
  agreementId: string,
  key: string,
  now: Instant,
): OfAgreement {
  const agreement = judgedAgreements(definitions).find(({ id }) => id === agreementId);
  if (agreement === undefined) throw notFound('The agreement');
  const period = periodOfKey(agreement.terms.review, key);
  if (period === null) throw notFound('The review period');
  if (period.from > now) throw senseless('periodNotBegun');
  return { agreement, period, fresh: freshPeriod(agreementId, period, agreement.terms) };
}

/** The period with the terms it is judged by now: the agreement's own until it ends, then those it has. */
export const withTerms = (document: PeriodDocument, terms: AgreementTerms, now: Instant): PeriodDocument =>
  now < document.to && document.review === undefined ? { ...document, terms } : document;

/** @throws BAD_REQUEST once it is reviewed. */
export function refuseReviewed({ review }: PeriodDocument): void {
  if (review !== undefined) throw senseless('periodReviewed');
}
