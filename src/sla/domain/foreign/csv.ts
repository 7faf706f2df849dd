/**
 * The rows of a CSV (RFC 4180): quoted cells may hold separators, quotes and lines. The separator is what the header uses,
 * `,` or `;`. Empty lines are left out; `line` is where a row begins, from 1.
 */
export function readCsv(
  text: string,
): readonly { readonly line: number; readonly cells: readonly string[] }[] {
  const source = text.replace(/^\uFEFF/, '');
  const header = source.split('\n', 1)[0] ?? '';
  const separator = header.split(';').length > header.split(',').length ? ';' : ',';
  const rows: { line: number; cells: string[] }[] = [];
  let [cell, cells, quoted, line, begun]: [string, string[], boolean, number, number] = ['', [], false, 1, 1];
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
    if (quoted && sign === '"' && source[at + 1] === '"') {
      cell += '"';
      at += 1;
    } else if (sign === '"' && (quoted || cell.trim() === '')) quoted = !quoted;
    else if (!quoted && sign === separator) endCell();
    else if (!quoted && sign === '\n') endRow();
    else cell += sign;
  }
  endRow();
  return rows;
}
