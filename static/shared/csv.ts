/** Values a spreadsheet can read and must not run. */
export type Cell = string | number | boolean | null;

/** What a spreadsheet would take for a formula; a number with its sign is none. */
const FORMULA = /^[=+\-@\t\r]/;

const safe = (cell: Cell): string => {
  if (cell === null) return '';
  if (typeof cell !== 'string') return String(cell);
  return FORMULA.test(cell) ? `'${cell}` : cell;
};

const quoted = (text: string): string => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

/**
 * A table as CSV (RFC 4180: CRLF, quotes doubled), with a byte order mark so that Excel reads UTF-8. Text that a
 * spreadsheet would run as a formula is disarmed with an apostrophe.
 */
export const csvOf = (header: readonly string[], rows: readonly (readonly Cell[])[]): string =>
  `\uFEFF${[header, ...rows].map((row) => row.map((cell) => quoted(safe(cell))).join(',')).join('\r\n')}\r\n`;
