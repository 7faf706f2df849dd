/** A file of SLAs as rows: CSV, JSON with the same keys, or the settings of Jira Service Management as other tools export them. */
import * as v from 'valibot';
import { readCsv } from '../../../../kernel/csv';
import { type Column, COLUMNS, type ForeignRow } from './model';

export const MOST_ROWS = 500;

/** Why a file can't be read at all. */
export type FileFault = 'notRead' | 'noMetricColumn' | 'noRows' | 'tooManyRows' | 'unclosedQuote';

export type ReadFile =
  | { readonly rows: readonly ForeignRow[] }
  /** `line`: where it stands, when it is at one place. */
  | { readonly fault: FileFault; readonly line?: number };

const rowOf = (line: number, cells: Partial<Record<Column, string>>): ForeignRow => ({
  line,
  ...(Object.fromEntries(COLUMNS.map((name) => [name, cells[name] ?? ''])) as Record<Column, string>),
});

/** Never throws: a file that is something else is a fault. Text that begins with `[` or `{` is JSON, all other CSV. */
export function readForeignFile(text: string): ReadFile {
  const read = /^\s*[[{]/.test(text.replace(/^\uFEFF/, '')) ? fromJson(text) : fromCsv(text);
  if ('fault' in read) return read;
  const rows = read.rows.filter(({ metric }) => metric !== '');
  if (rows.length === 0) return { fault: 'noRows' };
  return rows.length > MOST_ROWS ? { fault: 'tooManyRows' } : { rows };
}

function fromCsv(text: string): ReadFile {
  const read = readCsv(text);
  if ('unclosed' in read) return { fault: 'unclosedQuote', line: read.unclosed };
  const [header, ...rest] = read;
  const columns = header?.cells.map((cell) => COLUMNS.find((name) => name === cell.toLowerCase())) ?? [];
  if (!columns.includes('metric')) return { fault: 'noMetricColumn' };
  // A metric's rows may leave its name out after the first.
  let metric = '';
  return {
    rows: rest.map(({ line, cells }) => {
      const named = Object.fromEntries(
        columns.flatMap((column, at) => (column === undefined ? [] : [[column, cells[at] ?? '']])),
      ) as Partial<Record<Column, string>>;
      metric = named.metric || metric;
      return rowOf(line, { ...named, metric });
    }),
  };
}

const cell = v.optional(
  v.pipe(
    v.union([v.string(), v.number()]),
    v.transform((value) => String(value).trim()),
  ),
);
const rowSchema = v.object(
  Object.fromEntries(COLUMNS.map((name) => [name, cell])) as Record<Column, typeof cell>,
);

const hits = v.optional(v.array(v.object({ name: v.string() })), []);
/** As configuration tools keep it; Atlassian documents no export of its own. */
const serviceManagementSchema = v.object({
  name: v.string(),
  config: v.object({
    definition: v.object({ start: hits, stop: hits, pause: hits }),
    goals: v.array(
      v.object({
        jqlQuery: v.optional(v.string(), ''),
        duration: v.optional(v.number()),
        calendarId: v.optional(v.union([v.string(), v.number()])),
      }),
    ),
  }),
});

function fromJson(text: string): ReadFile {
  let json: unknown;
  try {
    json = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return { fault: 'notRead' };
  }
  const list: readonly unknown[] = Array.isArray(json) ? json : [json];
  const rows = list.flatMap((each, index): readonly (ForeignRow | null)[] => {
    const managed = v.safeParse(serviceManagementSchema, each);
    if (managed.success) return fromServiceManagement(index + 1, managed.output);
    const row = v.safeParse(rowSchema, each);
    return row.success ? [rowOf(index + 1, row.output)] : [null];
  });
  const read = rows.filter((row) => row !== null);
  return read.length < rows.length ? { fault: 'notRead' } : { rows: read };
}

function fromServiceManagement(
  line: number,
  { name, config }: v.InferOutput<typeof serviceManagementSchema>,
): readonly ForeignRow[] {
  const { definition, goals } = config;
  const terms = (list: readonly { readonly name: string }[]) => list.map((each) => each.name).join('; ');
  return goals.map(({ jqlQuery, duration, calendarId }) =>
    rowOf(line, {
      metric: name,
      start: terms(definition.start),
      stop: terms(definition.stop),
      pause: terms(definition.pause),
      condition: jqlQuery,
      target: duration === undefined ? '' : `${duration / 60_000}m`,
      calendar: calendarId === undefined ? '' : String(calendarId),
    }),
  );
}
