/** What a table makes of the records that are stored. */
import { changesOf } from '../../../../src/kernel/changes-of';
import type { Difference } from '../../../../src/kernel/diff';
import { emptyRecord, type PersonRecord } from '../../../../src/people/domain/person';
import type { Part, Table, TableRow } from './read-table';

const PEOPLE: readonly Part[] = ['manager', 'standIn', 'assistants'];

/** Who stands in a cell: several are parted by a semicolon. */
const namesIn = (part: Part, cell: string): readonly string[] =>
  (part === 'assistants' ? cell.split(/[;\n]/) : [cell])
    .map((name) => name.trim())
    .filter((name) => name !== '');

const namesOf = ({ whose, cells }: TableRow): readonly string[] => [
  ...(whose === '' ? [] : [whose]),
  ...PEOPLE.flatMap((part) => namesIn(part, cells[part] ?? '')),
];

/** Everybody a table names, as it names them, with how many rows do. */
export function peopleIn({ rows }: Table): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  for (const name of rows.flatMap((row) => [...new Set(namesOf(row))]))
    found.set(name, (found.get(name) ?? 0) + 1);
  return found;
}

export interface Change {
  readonly isNew: boolean;
  readonly after: PersonRecord;
  readonly differences: readonly Difference[];
}

export interface Plan {
  readonly changes: readonly Change[];
  readonly unchanged: number;
  /** Lines of nobody who is known, and lines of somebody who has one before. */
  readonly leftOut: readonly number[];
}

/**
 * An empty cell empties what is stored; a cell that names somebody unknown leaves it as it is. `accountOf` answers nothing for
 * whom it does not know, `stored` has the records there are.
 */
export function planOf(
  { rows }: Table,
  accountOf: (name: string) => string | undefined,
  stored: ReadonlyMap<string, PersonRecord>,
): Plan {
  const afters = new Map<string, PersonRecord>();
  const leftOut: number[] = [];
  for (const { line, whose, cells } of rows) {
    const id = accountOf(whose);
    if (id === undefined || afters.has(id)) leftOut.push(line);
    else afters.set(id, withCells(stored.get(id) ?? emptyRecord(id), cells, accountOf));
  }
  const all = [...afters.values()].map((after) => {
    const before = stored.get(after.id);
    return { isNew: before === undefined, after, differences: changesOf(before, after) };
  });
  const changes = all.filter(({ isNew, differences }) => isNew || differences.length > 0);
  return { changes, unchanged: all.length - changes.length, leftOut };
}

function withCells(
  before: PersonRecord,
  cells: TableRow['cells'],
  accountOf: (name: string) => string | undefined,
): PersonRecord {
  const said = new Map<string, unknown>();
  for (const [part, cell] of Object.entries(cells) as [Part, string][]) {
    const accounts = PEOPLE.includes(part) ? namesIn(part, cell).map(accountOf) : [];
    if (accounts.includes(undefined)) continue;
    if (!PEOPLE.includes(part)) said.set(part, cell);
    else said.set(part, part === 'assistants' ? assistantsOf(before, accounts) : (accounts[0] ?? ''));
  }
  return { ...before, ...Object.fromEntries(said) };
}

/** Those who were named before keep their days. */
const assistantsOf = (
  { assistants }: PersonRecord,
  accounts: readonly (string | undefined)[],
): PersonRecord['assistants'] =>
  [...new Set(accounts)].flatMap((id) =>
    id === undefined ? [] : [assistants.find((each) => each.id === id) ?? { id }],
  );
