import type { Holiday } from '../../../src/sla/domain/model';
import { t } from '../../shared/i18n';

const pad = (n: number): string => String(n).padStart(2, '0');

type DatedHoliday = Exclude<Holiday, { kind: 'rule' }>;

/** `2026-12-25` for one date, `*-12-25` for every year. */
export const writeHolidayDate = (holiday: DatedHoliday): string =>
  holiday.kind === 'date' ? holiday.date : `*-${pad(holiday.month)}-${pad(holiday.day)}`;

const daysIn = (month: number): number => new Date(Date.UTC(2024, month, 0)).getUTCDate();

/** Reads what `writeHolidayDate` writes; null for a date that does not exist. 29 February is a yearly date. */
export function parseHolidayDate(text: string, name: string): DatedHoliday | null {
  const match = /^(\d{4}|\*)-(\d{2})-(\d{2})$/.exec(text.trim());
  if (match === null) return null;
  const [year, month, day] = [match[1], Number(match[2]), Number(match[3])];
  if (month < 1 || month > 12 || day < 1 || day > daysIn(month)) return null;
  if (year === '*') return { kind: 'yearly', month, day, name };
  const exists = new Date(Date.UTC(Number(year), month - 1, day)).getUTCDate() === day;
  return exists ? { kind: 'date', date: text.trim(), name } : null;
}

/** A holiday in words, for rules the inputs can't hold: "last Monday of May". */
export function holidayText(holiday: Holiday): string {
  if (holiday.kind !== 'rule') return writeHolidayDate(holiday);
  return t(holiday.nth === -1 ? 'settings.calendar.ruleLast' : 'settings.calendar.ruleNth', {
    nth: holiday.nth,
    weekday: t(`settings.day.${holiday.weekday}`),
    month: holiday.month,
  });
}
