import { readFileSync } from 'node:fs';
import path from 'node:path';
import * as v from 'valibot';
import { parse } from 'yaml';
import { account } from './company/accounts';
import { DEPARTMENT, FIELD, LOCATION, PRIORITY, PROJECTS, RESOLUTION, STATUS, TYPE } from './company/ids';

export const DATA_DIR = path.join(__dirname, 'data');

/** What `$kind.name` in a data file stands for. */
type Names = Readonly<Record<string, (name: string) => string | undefined>>;

const idsIn = (table: Readonly<Record<string, string>>) => (name: string) => table[name];

const COMPANY: Names = {
  account,
  project: idsIn(PROJECTS),
  status: idsIn(STATUS),
  type: idsIn(TYPE),
  priority: idsIn(PRIORITY),
  resolution: idsIn(RESOLUTION),
  field: idsIn(FIELD),
  location: idsIn(LOCATION),
  department: idsIn(DEPARTMENT),
};

function idOf(text: string, names: Names): string {
  const [, kind = '', name = ''] = /^\$(\w+)\.([\w-]+)$/.exec(text) ?? [];
  if (kind === '') return text;
  const id = names[kind]?.(name);
  if (id === undefined) throw new Error(`Nothing is called ${text} in the demo company.`);
  return id;
}

/** The value with each `$kind.name` replaced, in keys too. */
function named(value: unknown, names: Names): unknown {
  if (typeof value === 'string') return idOf(value, names);
  if (Array.isArray(value)) return value.map((each) => named(each, names));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, each]) => [idOf(key, names), named(each, names)]),
  );
}

/** YAML text as the schema knows it. Throws where a name is unknown or the schema is not met. */
export const parseData = <S extends v.GenericSchema>(
  yaml: string,
  schema: S,
  names: Names = {},
): v.InferOutput<S> => v.parse(schema, named(parse(yaml, { merge: true }), { ...COMPANY, ...names }));

/** A file of `data/`, read anew each time. Throws as `parseData` does, and when there is no such file. */
export const readData = <S extends v.GenericSchema>(
  file: string,
  schema: S,
  names: Names = {},
): v.InferOutput<S> => parseData(readFileSync(path.join(DATA_DIR, file), 'utf8'), schema, names);
