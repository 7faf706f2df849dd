/** A table of people as it was pasted: its columns by their headers, in either language. */
import { readCsv } from '../../../../src/kernel/csv';

export const PARTS = [
  'manager',
  'standIn',
  'assistants',
  'department',
  'team',
  'place',
  'costCentre',
] as const;
export type Part = (typeof PARTS)[number];

/** Whose row it is: said by one column or by several, of which the first that says something counts. */
const WHOSE = [
  /^(atlassian )?account ?id$|^(id )?уч[её]тн(ая|ой) запис[ьи]$/,
  /^(e-?mail|mail|почта|эл(ектронная|\.)? почта)( address)?$/,
  /^((full |display )?name|person|employee|user|сотрудник|имя|фио|человек|пользователь)$/,
];
const HEADERS: Readonly<Record<Part, RegExp>> = {
  manager: /^(line )?manager$|^(supervisor|boss|reports to|руководитель|менеджер|начальник)$/,
  standIn: /^(stand-?in|deputy|substitute|заместитель|замещающий|замещает)$/,
  assistants: /^(assistants?|ассистент(ы)?|помощник(и)?)$/,
  department: /^(department|отдел|подразделение|департамент)$/,
  team: /^(team|команда)$/,
  place: /^(place|location|office|site|место|место работы|офис|город)$/,
  costCentre: /^cost ?(centre|center)$|^(мвз|центр затрат|место возникновения затрат)$/,
};

export interface TableRow {
  readonly line: number;
  readonly whose: string;
  /** What its cells say; a part without a column is not there. */
  readonly cells: Readonly<Partial<Record<Part, string>>>;
}

export interface Table {
  readonly parts: readonly Part[];
  /** Headers that say nothing here. */
  readonly ignored: readonly string[];
  readonly rows: readonly TableRow[];
}

export type TableFault = 'unclosedQuote' | 'noPerson' | 'noColumn' | 'noRows' | 'tooMany';

export const MOST_ROWS = 10_000;

/** Never throws: what can't be read is a fault, with its line where it stands in one. */
export function readTable(text: string): Table | { readonly fault: TableFault; readonly line?: number } {
  const read = readCsv(text);
  if ('unclosed' in read) return { fault: 'unclosedQuote', line: read.unclosed };
  const [head, ...body] = read;
  const headers = (head?.cells ?? []).map((cell) => cell.toLowerCase());
  const whose = WHOSE.map((pattern) => headers.findIndex((header) => pattern.test(header))).filter(
    (at) => at >= 0,
  );
  const places = PARTS.map(
    (part) => [part, headers.findIndex((header) => HEADERS[part].test(header))] as const,
  );
  const found = places.filter(([, at]) => at >= 0);
  if (whose.length === 0) return { fault: 'noPerson' };
  if (found.length === 0) return { fault: 'noColumn' };
  if (body.length === 0) return { fault: 'noRows' };
  if (body.length > MOST_ROWS) return { fault: 'tooMany' };
  const known = new Set([...whose, ...found.map(([, at]) => at)]);
  return {
    parts: found.map(([part]) => part),
    ignored: (head?.cells ?? []).filter((cell, at) => cell !== '' && !known.has(at)),
    rows: body.map(({ line, cells }) => ({
      line,
      whose: whose.map((at) => cells[at] ?? '').find((cell) => cell !== '') ?? '',
      cells: Object.fromEntries(found.map(([part, at]) => [part, cells[at] ?? ''])),
    })),
  };
}
