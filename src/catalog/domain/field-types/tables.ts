import { csvLine } from '../../../kernel/csv-line';
import { error, type Finding } from '../../../kernel/finding';
import { type Language, textIn } from '../../../kernel/text';
import type { Answer, FormField, TableColumn, Text } from '../model';
import { plainTexts } from '../texts/plain-texts';
import type { FieldRules } from './rules';

/** More columns fit on no screen, more rows are no form. */
export const MOST_COLUMNS = 6;
const MOST_ROWS = 50;

/** As many rows as a field takes. */
export const mostRowsOf = ({ max = MOST_ROWS }: Pick<FormField, 'max'>): number => Math.min(max, MOST_ROWS);

/** An answer is a list of rows, a row its cells with a tab between them; a number in it is plain digits. */
const BETWEEN = '\t';
export const rowOf = (cells: readonly string[]): string =>
  cells.map((cell) => cell.replace(/\s+/g, ' ').trim()).join(BETWEEN);

/** The cells of a row, one for each column. */
export function cellsOf(row: string, columns: readonly TableColumn[]): readonly string[] {
  const cells = row.split(BETWEEN);
  return columns.map((_, at) => cells[at] ?? '');
}

const columnsOf = ({ cells = [] }: Pick<FormField, 'cells'>): readonly TableColumn[] => cells;

function cellProblem(field: FormField, row: string, n: number): Finding | null {
  const columns = columnsOf(field);
  if (row.split(BETWEEN).length > columns.length) return error('wrongType', field.id);
  for (const [at, cell] of cellsOf(row, columns).entries()) {
    const column = columns[at];
    const params = { row: n, column: at + 1 };
    if (cell === '' && column?.required) return error('cellMissing', field.id, params);
    if (cell !== '' && column?.type === 'number' && !/^-?\d+(\.\d+)?$/.test(cell))
      return error('cellNotANumber', field.id, params);
  }
  return null;
}

/** Rows of the same few columns, each of which is a text or a number. */
const table: FieldRules = {
  settings: ['cells', 'min', 'max'],
  operators: ['filled', 'empty'],
  check: (field, answer) => {
    if (typeof answer !== 'object' || answer === null) return error('wrongType', field.id);
    const { min = 0 } = field;
    if (answer.length < min) return error('tooFewRows', field.id, { min });
    if (answer.length > mostRowsOf(field)) return error('tooManyRows', field.id, { max: mostRowsOf(field) });
    for (const [at, row] of answer.entries()) {
      const problem = cellProblem(field, row, at + 1);
      if (problem !== null) return problem;
    }
    return null;
  },
  fit: (answer, field) =>
    plainTexts(answer).filter((row) => row.split(BETWEEN).length === columnsOf(field).length),
  read: written,
  inText: (row) => csvLine(row.split(BETWEEN)),
};

/** The names of the columns, in every language they have, and the rows below them, as lines that a spreadsheet reads. */
function written(answer: Answer, field: FormField): Text {
  const columns = columnsOf(field);
  const rows = plainTexts(answer).map((row) =>
    cellsOf(row, columns).map((cell, at) =>
      columns[at]?.type === 'number' && cell !== '' ? Number(cell) : cell,
    ),
  );
  const below = rows.map(csvLine);
  const inLanguage = (language: Language): string =>
    [csvLine(columns.map(({ label }) => textIn(label, language))), ...below].join('\n');
  const languages = columns.flatMap(({ label }) => Object.keys(label));
  return {
    en: inLanguage('en'),
    ...Object.fromEntries(languages.map((language) => [language, inLanguage(language)])),
  };
}

export const TABLES = { table };
