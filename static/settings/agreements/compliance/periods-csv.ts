import type { AgreementCompliance } from '../../../../src/sla/compliance/domain/answers';
import {
  judgePeriod,
  type PeriodJudgement,
  type PeriodResult,
} from '../../../../src/sla/compliance/domain/result';
import { type Cell, csvOf } from '../../../shared/csv';
import { minorPerUnit } from '../../../shared/minor-money';

interface Row extends PeriodJudgement {
  readonly period: PeriodResult;
}

const iso = (instant: number | undefined): string | null =>
  instant === undefined ? null : new Date(instant).toISOString();

/** A credit is money of the provider: it is told as a negative amount. */
const dueOf = ({ settlement }: Row): number | null => {
  if (settlement === null) return null;
  const { band, due, currency } = settlement;
  return ((band?.kind === 'credit' ? -1 : 1) * due || 0) / minorPerUnit(currency);
};

/** Names of the columns never change: others build on them. Instants are UTC. */
const COLUMNS: readonly (readonly [string, (row: Row) => Cell])[] = [
  ['period', ({ period }) => period.key],
  ['from', ({ period }) => iso(period.from)],
  ['to', ({ period }) => iso(period.to)],
  ['zone', ({ period }) => period.terms.review.zone],
  ['compliance_percent', ({ compliance }) => compliance.percent],
  ['target_percent', ({ period }) => period.terms.compliance?.target ?? null],
  ['state', ({ compliance }) => compliance.state],
  ['met', ({ tally }) => tally.met],
  ['breached', ({ tally }) => tally.breached],
  ['excused', ({ tally }) => tally.excused],
  ['cancelled', ({ tally }) => tally.cancelled],
  ['open_breached', ({ tally }) => tally.open],
  ['undated', ({ tally }) => tally.undated],
  ['currency', ({ settlement }) => settlement?.currency ?? null],
  ['due', dueOf],
  ['commitments_met', ({ commitments }) => commitments.filter(({ state }) => state === 'met').length],
  ['commitments', ({ commitments }) => commitments.length],
  ['counted_at', ({ period }) => iso(period.counted?.at)],
  ['reviewed_at', ({ period }) => iso(period.review?.at)],
  ['reviewed_by', ({ period }) => period.review?.by ?? null],
];

/** The periods of an agreement, the latest first. */
export const periodsCsv = ({ periods }: Pick<AgreementCompliance, 'periods'>): string =>
  csvOf(
    COLUMNS.map(([name]) => name),
    periods.map((period) => {
      const row = { period, ...judgePeriod(period) };
      return COLUMNS.map(([, cell]) => cell(row));
    }),
  );
