import { customFields, type Field, optionsOf } from '../fields/definitions.ts';
import { type Site } from '../site.ts';
import { type EntityProperty } from '../../../kernel/jira-hooks.ts';
import { day, instant, list, number, people, person, plainText, reference } from './columns.ts';
import { instantOf } from './dates.ts';
import { type Comparison, type Frame, type SearchField, textsOf } from './frame.ts';
import { accountsOf } from './people.ts';
import { QueryError } from './ast.ts';
import { compared, type Piece, piece, unsupported } from './sql.ts';

const optionIds =
  (field: Field) =>
  (text: string, { site }: Frame): string[] =>
    optionsOf(site, field.id).flatMap((option) =>
      option.value.toLowerCase() === text.toLowerCase() || option.id === text ? [option.id] : [],
    );

function searchOf(field: Field): SearchField {
  const column = `json_extract(i.fields, '$.${field.id}')`;
  switch (field.kind) {
    case 'number':
      return number(column);
    case 'date':
      return day(column);
    case 'datetime':
      return instant(column, (at) => new Date(at).toISOString());
    case 'select':
      return reference(column, optionIds(field), column);
    case 'multiselect':
      return list(column, optionIds(field));
    case 'labels':
      return list(column, (text) => [text]);
    case 'user':
      return person(column);
    case 'users':
      return people(column);
    default:
      return plainText(column);
  }
}

/** A custom field by `cf[10001]`, id, name or the app's key; names in any case. */
export function customSearch(site: Site, name: string): SearchField | undefined {
  const id = /^cf\[(\d+)\]$/i.exec(name)?.[1];
  const field = customFields(site).find((one) =>
    id
      ? one.id === `customfield_${id}`
      : [one.id, one.appKey?.toLowerCase(), one.name.toLowerCase()].includes(name.toLowerCase()),
  );
  return field && searchOf(field);
}

interface Path {
  readonly key: string;
  readonly path: string;
  readonly type: EntityProperty['values'][number]['type'];
}

function pathOf(site: Site, name: string): Path | undefined {
  const written = /^issue\.property\[([^\]]+)\]\.(.+)$/i.exec(name);
  for (const property of site.hooks.entityProperties) {
    for (const value of property.values) {
      const byAlias = value.searchAlias?.toLowerCase() === name.toLowerCase();
      const byPath = written?.[1] === property.propertyKey && written[2] === value.path;
      if (byAlias || byPath) return { key: property.propertyKey, path: value.path, type: value.type };
    }
  }
  return undefined;
}

const asInstant = (value: string): string =>
  `(case when typeof(${value}) in ('integer', 'real') then ${value} else round((julianday(${value}) - 2440587.5) * 86400000) end)`;

const RANGES = ['=', '!=', '>', '>=', '<', '<='] as const;

/**
 * The operators that Jira documents for indexed properties, by type. EMPTY, IN and functions are for Jira's own and
 * custom fields; a user may be asked for by a function of users.
 */
const DOCUMENTED: Readonly<Record<Path['type'], readonly string[]>> = {
  string: ['=', '!='],
  text: ['~'],
  user: ['=', '!='],
  number: RANGES,
  date: RANGES,
};

/** Dates are written out there: a day, or an ISO 8601 instant. */
const WRITTEN_DATE = /^\d{4}-\d{2}-\d{2}(T\S+)?$/;

function checkDocumented({ type }: Path, { operator, operands, field }: Comparison): void {
  if (!DOCUMENTED[type].includes(operator)) throw unsupported(operator, field);
  const [operand] = operands;
  if (operand?.kind === 'empty') throw unsupported('is', field);
  if (operand?.kind === 'function' && type !== 'user')
    throw new QueryError(`The function '${operand.name}' is not supported by the '${field}' field.`);
  if (type === 'date' && operand?.kind === 'value' && !WRITTEN_DATE.test(operand.text))
    throw new QueryError(`Date value '${operand.text}' for field '${field}' is invalid.`);
}

/** The stored value and the asked ones, in a form that compares as the declared type does. */
function sides(
  path: Path,
  comparison: Comparison,
  frame: Frame,
): readonly [string, readonly (string | number)[]] {
  switch (path.type) {
    case 'date':
      return [
        asInstant('e.value'),
        comparison.operands.map((operand) => instantOf(operand, comparison.field, frame)),
      ];
    case 'number':
      return ['e.value', textsOf(comparison).map(Number)];
    case 'user':
      return ['e.value', accountsOf(comparison, frame)];
    case 'string':
    case 'text':
      return [
        "lower(case e.type when 'true' then 'true' when 'false' then 'false' else e.value end)",
        textsOf(comparison).map((text) => text.toLowerCase()),
      ];
  }
}

/** An issue property the app has registered, by its alias or as `issue.property[key].path`. */
export function propertySearch(site: Site, name: string): SearchField | undefined {
  const path = pathOf(site, name);
  if (!path) return undefined;
  const jsonPath = `$.${path.path}`.replaceAll("'", "''");
  const key = path.key.replaceAll("'", "''");
  const rows = `from jira_properties p, json_each(p.value, '${jsonPath}') e where p.entity = 'issue' and p.entity_id = cast(i.id as text) and p.key = '${key}'`;
  const compare = (comparison: Comparison, frame: Frame): Piece => {
    checkDocumented(path, comparison);
    const { operator, field } = comparison;
    const value = `(select e.value ${rows} limit 1)`;
    const [stored, asked] = sides(path, comparison, frame);
    if (operator === '~' && path.type === 'text')
      return piece(`exists (select 1 ${rows} and instr(${stored}, ?) > 0)`, [asked[0] ?? '']);
    const negative = operator === '!=';
    const test = compared(stored, negative ? '=' : operator, asked, field);
    return negative
      ? piece(`(${value} is not null and not exists (select 1 ${rows} and ${test.text}))`, test.params)
      : piece(`exists (select 1 ${rows} and ${test.text})`, test.params);
  };
  const ordered = path.type === 'number' || path.type === 'date';
  return { compare, ...(ordered ? { order: `(select e.value ${rows} limit 1)` } : {}) };
}
