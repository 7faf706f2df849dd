/** What people do to a period: enter a value, review it. Both are in the audit log. */
import { auditWrite } from '../../platform/storage/audit';
import { difference, type Difference } from '../../kernel/diff';
import { notFound } from '../../kernel/errors';
import { senseless } from '../../kernel/senseless';
import type { Editor } from '../../kernel/audit';
import { readStoredDefinitions } from '../definitions/stored/definitions-store';
import type { AgreementCompliance } from './domain/answers';
import type { PeriodDocument } from './domain/result';
import { changePeriod } from './store';
import { type OfAgreement, periodOf, refuseReviewed, withTerms } from './terms';
import { complianceOf } from './compliance-of';

/** A period keeps its documents small: so many values of a commitment are kept. */
const MOST_VALUES = 20;

interface Wanted {
  readonly agreementId: string;
  readonly period: string;
}

interface Entry extends Wanted {
  readonly commitmentId: string;
  readonly value: number;
  readonly note: string;
}

const find = async ({ agreementId, period }: Wanted, { now }: Editor): Promise<OfAgreement> =>
  periodOf((await readStoredDefinitions()).definitions, agreementId, period, now);

const audited = (
  { agreement, period }: OfAgreement,
  editor: Editor,
  action: string,
  told: Difference,
  reason: string,
) =>
  auditWrite({
    at: new Date(editor.now).toISOString(),
    by: editor.accountId,
    action,
    subject: `agreement:${agreement.id}`,
    subjectName: { en: `${agreement.name}, ${period.key}` },
    changes: [told],
    ...(reason === '' ? {} : { reason }),
  });

/** Adds a value to those of a commitment. @throws NOT_FOUND, BAD_REQUEST */
export async function enterValue(wanted: Entry, editor: Editor): Promise<AgreementCompliance> {
  const found = await find(wanted, editor);
  const { commitmentId, value, note } = wanted;
  let before: number | undefined;
  let name = commitmentId;
  const change = (stored: PeriodDocument): PeriodDocument => {
    refuseReviewed(stored);
    const period = withTerms(stored, found.agreement.terms, editor.now);
    const commitment = period.terms.commitments.find(({ id }) => id === commitmentId);
    if (commitment === undefined) throw notFound('The commitment');
    if (commitment.source.kind !== 'manual') throw senseless('countedByJira');
    const values = period.values[commitmentId] ?? [];
    name = commitment.name;
    before = values.at(-1)?.value;
    const entered = { value, at: editor.now, by: editor.accountId, note };
    return {
      ...period,
      values: { ...period.values, [commitmentId]: [...values, entered].slice(-MOST_VALUES) },
    };
  };
  const written = await changePeriod(found.fresh, change, () => [
    audited(found, editor, 'sla.period.valued', difference(name, before, value), note),
  ]);
  return complianceOf(wanted.agreementId, editor.now, [written]);
}

/** Freezes a period. @throws NOT_FOUND, BAD_REQUEST while it is under way or was not counted since it ended */
export async function reviewPeriod(
  wanted: Wanted & { readonly note: string },
  editor: Editor,
): Promise<AgreementCompliance> {
  const found = await find(wanted, editor);
  const { to } = found.period;
  if (editor.now < to) throw senseless('periodUnderWay');
  const change = (period: PeriodDocument): PeriodDocument => {
    refuseReviewed(period);
    if (period.counted === undefined || period.counted.at < to) throw senseless('notCounted');
    return { ...period, review: { at: editor.now, by: editor.accountId, note: wanted.note } };
  };
  const told = { path: found.period.key, after: 'reviewed' };
  const written = await changePeriod(found.fresh, change, () => [
    audited(found, editor, 'sla.period.reviewed', told, wanted.note),
  ]);
  return complianceOf(wanted.agreementId, editor.now, [written]);
}
