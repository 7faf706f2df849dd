import type { Holiday } from '../../../src/sla/engine/model';

const pad = (n: number): string => String(n).padStart(2, '0');

/** `2026-12-25` for one date, `*-12-25` for every year. */
export const writeHolidayDate = (holiday: Exclude<Holiday, { kind: 'rule' }>): string =>
  holiday.kind === 'date' ? holiday.date : `*-${pad(holiday.month)}-${pad(holiday.day)}`;
