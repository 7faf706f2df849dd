/** Review periods in storage, each a row of its own. */
import { entityStore } from '../../platform/storage/entities';
import type { Write } from '../../platform/storage/transact';
import { update } from '../../work/update';
import type { AgreementTerms } from '../engine/model';
import type { ReviewPeriod } from './domain/period';
import { periodSchema } from './domain/period-schema';
import type { PeriodDocument } from './domain/result';

const PREFIX = 'sla-period:';
/** One page of the index. */
const MOST_LISTED = 100;
const MOST_KEPT = 2_000;

const periods = entityStore<PeriodDocument>({
  name: 'document',
  schema: periodSchema,
  attributes: ({ id, rev }) => ({ id, rev }),
});

/** Keys hold few signs: others are written as their numbers. */
const plain = (text: string): string =>
  text.replace(/[^a-zA-Z0-9._-]/g, (sign) => `#${sign.charCodeAt(0).toString(16)}#`);

const prefixOf = (agreementId: string): string => `${PREFIX}${plain(agreementId)}:`;

export const idOf = (agreementId: string, key: string): string => `${prefixOf(agreementId)}${key}`;

/** Strongly consistent. */
export const readPeriod = (agreementId: string, key: string): Promise<PeriodDocument | null> =>
  periods.get(idOf(agreementId, key));

/** The periods of an agreement that are kept, in no order; a write of the last moments may be missing. */
export const listPeriods = async (agreementId: string): Promise<readonly PeriodDocument[]> =>
  (
    await periods.query({
      index: 'by-id',
      range: { op: 'beginsWith', value: prefixOf(agreementId) },
      newestFirst: true,
      limit: MOST_LISTED,
    })
  ).docs;

/** Those of all agreements. */
export const allPeriods = (): Promise<readonly PeriodDocument[]> =>
  periods.queryAll({ index: 'by-id', range: { op: 'beginsWith', value: PREFIX } }, MOST_KEPT);

export const removePeriod = (id: string): Promise<void> => periods.remove(id);

/** A period nothing is stored of yet. */
export const freshPeriod = (
  agreementId: string,
  { key, from, to }: ReviewPeriod,
  terms: AgreementTerms,
): PeriodDocument => ({
  schema: 1,
  id: idOf(agreementId, key),
  rev: 0,
  agreementId,
  key,
  from,
  to,
  terms,
  values: {},
});

/** Changes a period as it stands, with what must be stored beside it; `change` refuses by throwing and may run more than once. */
export const changePeriod = (
  fresh: PeriodDocument,
  change: (period: PeriodDocument) => PeriodDocument,
  alongside: () => readonly Write[] = () => [],
): Promise<PeriodDocument> =>
  update(periods, fresh.id, (row) => {
    const next = change(row ?? fresh);
    return { next, also: alongside(), answer: next };
  });
