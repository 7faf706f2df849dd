/** A review period and what it comes to, in words. */
import type { Commitment, Instant, AgreementTerms } from '../../../../src/sla/engine/model';
import type { ComplianceState, Milestone } from '../../../../src/sla/compliance/domain/compliance';
import type { Settlement } from '../../../../src/sla/compliance/domain/money';
import type { PeriodResult } from '../../../../src/sla/compliance/domain/result';
import { viewer } from '../../../shared/context';
import { formatDate, formatLocalDate } from '../../../shared/dates';
import { t } from '../../../shared/i18n';
import { formatMinor } from '../../../shared/minor-money';

const monthName = (year: number, month: number): string =>
  new Intl.DateTimeFormat(viewer().formatLocale, { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(
    Date.UTC(year, month - 1, 1),
  );

/** `November 2026`, `4th quarter of 2026`, `30 days to 26 Nov 2026`. */
export function periodName(key: string): string {
  const quarter = /^(\d{4})-Q(\d)$/.exec(key);
  if (quarter !== null)
    return t('settings.compliance.quarter', { year: quarter[1] ?? '', n: quarter[2] ?? '' });
  const [year, month, day] = key.split('-');
  if (day !== undefined) return t('settings.compliance.days', { date: formatLocalDate(key) });
  return monthName(Number(year), Number(month));
}

/** The first and the last day, in the zone of the period. */
export const periodDays = ({ from, to, terms }: PeriodResult): string =>
  t('settings.compliance.fromTo', {
    from: formatDate(from, terms.review.zone),
    to: formatDate(to - 1, terms.review.zone),
    zone: terms.review.zone,
  });

/** A number with at most so many decimals, as the viewer writes it. */
const number = (value: number, decimals: number): string =>
  new Intl.NumberFormat(viewer().formatLocale, { maximumFractionDigits: decimals }).format(value);

export const percentText = (percent: number | null): string =>
  percent === null ? '–' : `${number(percent, 2)}\u00a0%`;

/** A target that is missed may still be reached while the period runs. */
export const stateText = (state: ComplianceState, ended: boolean): string =>
  t(`settings.compliance.state.${state === 'missed' && !ended ? 'below' : state}`);

/** How many more breaches a threshold bears, or what would bring the result back to it. */
export function milestoneText({ kind, percent, room }: Milestone): string {
  const threshold = t(`settings.compliance.milestone.${kind}`, { percent: percentText(percent) });
  const params = {
    threshold,
    count: room.kind === 'bears' ? room.breaches : room.kind === 'needs' ? room.met : 0,
  };
  return t(`settings.compliance.room.${room.kind}`, params);
}

/** `€10,000.00 × 5 % = €500.00`, with what the band is; and that nothing is due where nothing is. */
export function dueText({ currency, charge, band, due }: Settlement): string {
  const money = (minor: number) => formatMinor(minor, currency);
  if (band === null) return t('settings.compliance.due.none', { charge: money(charge) });
  return t(`settings.compliance.due.${band.kind}`, {
    charge: money(charge),
    share: percentText(band.share),
    at: percentText(band.at),
    due: money(due),
  });
}

/** What is paid, with its direction; a dash where the agreement says nothing of money or nothing is due. */
export function dueShort(settlement: Settlement | null): string {
  if (settlement?.band == null) return '–';
  const { band, due, currency } = settlement;
  return t(`settings.compliance.dueShort.${band.kind}`, { due: formatMinor(due, currency) });
}

/** `3 × €200.00 = €600.00`. */
export const impactText = ({ currency, impact }: Settlement): string | null =>
  impact === null
    ? null
    : t('settings.compliance.impact', {
        count: impact.breaches,
        each: formatMinor(impact.each, currency),
        total: formatMinor(impact.total, currency),
      });

/** Shares are told to two decimals, values as they were entered. */
const inUnit = ({ unit, source }: Commitment, value: number): string =>
  `${number(value, source.kind === 'jql' ? 2 : 6)}${unit === '' ? '' : `\u00a0${unit}`}`;

export const valueText = (commitment: Commitment, value: number | null): string =>
  value === null ? '–' : inUnit(commitment, value);

export const promiseText = (commitment: Commitment): string =>
  t(`settings.commitment.promise.${commitment.direction}`, { target: inUnit(commitment, commitment.target) });

/** By what the period is judged: `Target 95 %, at risk below 97 %`. */
export function termsText({ compliance }: AgreementTerms): string {
  if (compliance === undefined) return t('settings.compliance.noTarget');
  const params = { target: percentText(compliance.target), atRisk: percentText(compliance.atRisk ?? null) };
  return t(`settings.compliance.judged${compliance.atRisk === undefined ? '' : 'AtRisk'}`, params);
}

export const hasEnded = ({ to }: PeriodResult, asOf: Instant): boolean => to <= asOf;
