/** Values a spreadsheet can read and must not run. */
export type Cell = string | number | boolean | null;

/** What a spreadsheet would take for a formula; a number with its sign is none. */
const FORMULA = /^[=+\-@\t\r\n]/;

/**
 * The same inside of a text: a spreadsheet of a language with a decimal comma parts cells at `;`, takes no notice of quotes
 * that do not begin its cell, and so begins another at a `;` or a line of the text.
 */
const INNER = /(?<!^)([;\t\r\n][\s"]*)(?=[=+\-@])/g;

const safe = (cell: Cell): string => {
  if (cell === null) return '';
  if (typeof cell !== 'string') return String(cell);
  const text = cell.replace(INNER, "$1'");
  return FORMULA.test(text) ? `'${text}` : text;
};

const quoted = (text: string): string =>
  /[",;\t\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;

/** One row as CSV (RFC 4180), without the end of its line. Text that a spreadsheet would run is disarmed with an apostrophe. */
export const csvLine = (cells: readonly Cell[]): string => cells.map((cell) => quoted(safe(cell))).join(',');
