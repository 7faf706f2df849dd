/** Rows of the health page in the viewer's words: what is wrong, and what to do. */
import type { HealthRow } from '../../../src/settings/contract';
import { hasText, locale, t } from '../../shared/i18n';

const shown = ({ params }: HealthRow): Readonly<Record<string, string | number>> => ({
  ...params,
  ...(params['count'] === undefined ? {} : { count: Number(params['count']) }),
  ...(params['at'] === undefined || params['at'] === '' ? {} : { at: instantText(params['at']) }),
  ...(params['date'] === undefined ? {} : { date: dateText(params['date']) }),
});

const instantText = (iso: string): string =>
  new Intl.DateTimeFormat(locale(), { dateStyle: 'medium', timeStyle: 'short' }).format(new Date(iso));

const dateText = (date: string): string =>
  new Intl.DateTimeFormat(locale(), { dateStyle: 'medium', timeZone: 'UTC' }).format(
    new Date(`${date}T12:00:00Z`),
  );

/** What is wrong. A code without a text of its own is told in the backend's words. */
export const rowText = (row: HealthRow): string => {
  const key = `settings.health.row.${row.code}`;
  return hasText(key) ? t(key, shown(row)) : (row.params['message'] ?? row.code);
};

/** What to do about it. */
export const adviceOf = (row: HealthRow): string => {
  const key = `settings.health.advice.${row.code}`;
  return hasText(key) ? t(key, shown(row)) : (row.params['howToMend'] ?? '');
};
