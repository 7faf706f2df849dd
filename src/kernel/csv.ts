export interface CsvRow {
  /** Where it begins, from 1. */
  readonly line: number;
  readonly cells: readonly string[];
}

/** A quote that is never closed would make one cell of all that follows: the line it stands in. */
export interface UnclosedQuote {
  readonly unclosed: number;
}

const SEPARATORS = [',', ';', '\t'];

/** What the header uses most; `,` where it uses none. Excel says so itself in a first line `sep=;`. */
function separatorOf(lines: readonly string[]): { readonly separator: string; readonly isTold: boolean } {
  const header = lines.find((line) => line.trim() !== '') ?? '';
  const told = /^"?sep=(.)"?$/i.exec(header)?.[1];
  if (told !== undefined) return { separator: told, isTold: true };
  const count = (sign: string) => header.split(sign).length;
  const [first = ',', ...others] = SEPARATORS;
  return {
    separator: others.reduce((most, sign) => (count(sign) > count(most) ? sign : most), first),
    isTold: false,
  };
}

/**
 * The rows of a CSV (RFC 4180): quoted cells may hold separators, quotes and lines. The separator is what the header uses,
 * `,`, `;` or a tab, or what a line `sep=` before it says. Lines end in any way; empty ones are left out.
 */
export function readCsv(text: string): readonly CsvRow[] | UnclosedQuote {
  const source = text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
  const { separator, isTold } = separatorOf(source.split('\n', 20));
  const rows: { line: number; cells: string[] }[] = [];
  let [cell, cells, quoted, line, begun]: [string, string[], number, number, number] = ['', [], 0, 1, 1];
  const endCell = (): void => {
    cells.push(cell.trim());
    cell = '';
  };
  const endRow = (): void => {
    endCell();
    if (cells.some((each) => each !== '')) rows.push({ line: begun, cells });
    cells = [];
    begun = line;
  };
  for (let at = 0; at < source.length; at++) {
    const sign = source[at] ?? '';
    if (sign === '\n') line += 1;
    if (quoted > 0 && sign === '"' && source[at + 1] === '"') {
      cell += '"';
      at += 1;
    } else if (sign === '"' && (quoted > 0 || cell.trim() === '')) quoted = quoted > 0 ? 0 : line;
    else if (quoted === 0 && sign === separator) endCell();
    else if (quoted === 0 && sign === '\n') endRow();
    else cell += sign;
  }
  if (quoted > 0) return { unclosed: quoted };
  endRow();
  return isTold ? rows.slice(1) : rows;
}
