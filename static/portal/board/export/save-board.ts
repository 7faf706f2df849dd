import { todayThere } from '../../../shared/dates';
import { saveCsv } from '../../../shared/save-csv';
import type { Clock } from '../model/clock';
import { boardCsv } from './board-csv';

/** Hands the rows to the browser as a file. */
export const saveBoard = (clocks: readonly Clock[], now: number): void =>
  saveCsv(`sla-board-${todayThere(now)}`, boardCsv(clocks, now));
