import { todayThere } from '../../../shared/dates';
import type { Clock } from '../model/clock';
import { boardCsv } from './board-csv';

/** Hands the rows to the browser as a file. */
export function saveBoard(clocks: readonly Clock[], now: number): void {
  const url = URL.createObjectURL(new Blob([boardCsv(clocks, now)], { type: 'text/csv;charset=utf-8' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = `sla-board-${todayThere(now)}.csv`;
  link.click();
  URL.revokeObjectURL(url);
}
