import { type Cell, csvLine } from '../../src/kernel/csv-line';

export type { Cell };

/**
 * A table as CSV (RFC 4180: CRLF, quotes doubled), with a byte order mark so that Excel reads UTF-8. Text that a
 * spreadsheet would run as a formula is disarmed with an apostrophe.
 */
export const csvOf = (header: readonly string[], rows: readonly (readonly Cell[])[]): string =>
  `\uFEFF${[header, ...rows].map((row) => csvLine(row)).join('\r\n')}\r\n`;
