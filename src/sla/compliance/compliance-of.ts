/** The periods of an agreement, as their screen shows them. */
import { notFound } from '../../kernel/errors';
import { readJob } from '../../work/job';
import { readStoredDefinitions } from '../definitions/stored/definitions-store';
import type { Instant } from '../engine/model';
import { isKnownZone } from '../engine';
import { periodAt } from './domain/period';
import type { PeriodResult } from './domain/result';
import type { AgreementCompliance } from './domain/answers';
import { COMPLIANCE, countsAgreement } from './job';
import type { PeriodDocument } from './domain/result';
import { freshPeriod, listPeriods, readPeriod } from './store';
import { withTerms } from './terms';

const resultOf = ({ key, from, to, terms, counted, values, review }: PeriodDocument): PeriodResult => ({
  key,
  from,
  to,
  terms,
  values,
  ...(counted === undefined ? {} : { counted }),
  ...(review === undefined ? {} : { review }),
});

/** All that is kept, the latest first; `written` is what was just stored and lists may not know yet. @throws NOT_FOUND */
export async function complianceOf(
  agreementId: string,
  now: Instant,
  written: readonly PeriodDocument[] = [],
): Promise<AgreementCompliance> {
  const [{ definitions }, listed, job] = await Promise.all([
    readStoredDefinitions(),
    listPeriods(agreementId),
    readJob(COMPLIANCE),
  ]);
  const agreement = definitions.agreements.find(({ id }) => id === agreementId);
  if (agreement === undefined) throw notFound('The agreement');
  const { terms } = agreement;
  const current = terms === undefined || !isKnownZone(terms.review.zone) ? null : periodAt(terms.review, now);
  const known = new Map(listed.map((period) => [period.key, period]));
  if (terms !== undefined && current !== null) {
    const stored = await readPeriod(agreementId, current.key);
    known.set(current.key, stored ?? freshPeriod(agreementId, current, terms));
  }
  for (const period of written) known.set(period.key, period);
  return {
    agreementId,
    asOf: now,
    current: current?.key ?? null,
    periods: [...known.values()]
      .map((period) => (terms === undefined ? period : withTerms(period, terms, now)))
      .sort((left, right) => right.to - left.to)
      .map(resultOf),
    counting: countsAgreement(job, agreementId, now),
  };
}
