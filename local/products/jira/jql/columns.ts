import { tz } from '@date-fns/tz';
import { format } from 'date-fns';
import { type Cell } from '../../shared/sql.ts';
import { stemsOf, matchQuery } from '../../shared/words.ts';
import { QueryError } from './ast.ts';
import { instantOf } from './dates.ts';
import {
  asksForEmpty,
  type Comparison,
  type Frame,
  type SearchField,
  textsOf,
  unknownValue,
} from './frame.ts';
import { accountsOf } from './people.ts';
import { among, compared, listed, listPresence, piece, presence, unsupported } from './sql.ts';

type Resolve = (text: string, frame: Frame) => readonly (string | number)[];

const resolved =
  (resolve: Resolve) =>
  (comparison: Comparison, frame: Frame): (string | number)[] =>
    textsOf(comparison).flatMap((text) => {
      const found = resolve(text, frame);
      if (found.length === 0) throw unknownValue(text, comparison.field);
      return found;
    });

type Compare = SearchField['compare'];

/** Emptiness is asked of every field alike; the rest each kind answers by itself. */
const orEmpty =
  (column: string, compare: Compare, empty = presence): Compare =>
  (comparison, frame) =>
    asksForEmpty(comparison)
      ? empty(column, comparison.operator, comparison.field)
      : compare(comparison, frame);

/** A column that holds one of some ids, or with `listed` a JSON list of them. */
const ids = (
  column: string,
  idsOf: (comparison: Comparison, frame: Frame) => Cell[],
  test = among,
): Compare =>
  orEmpty(
    column,
    (comparison, frame) => test(column, comparison.operator, idsOf(comparison, frame), comparison.field),
    test === listed ? listPresence : presence,
  );

/** A column holding an id that people name by words. */
export const reference = (column: string, resolve: Resolve, order?: string): SearchField => ({
  compare: ids(column, resolved(resolve)),
  ...(order ? { order } : {}),
});

/** A column holding an account id. */
export const person = (column: string): SearchField => ({
  compare: ids(column, accountsOf),
  order: `(select display_name from users where account_id = ${column})`,
});

/** A JSON list of ids or words, and one of account ids. */
export const list = (column: string, resolve: Resolve): SearchField => ({
  compare: ids(column, resolved(resolve), listed),
});
export const people = (column: string): SearchField => ({ compare: ids(column, accountsOf, listed) });

/** A column holding an instant in milliseconds; `render` turns the asked instant into the column's form. */
export const instant = (
  column: string,
  render: (at: number, frame: Frame) => string | number = (at) => at,
): SearchField => ({
  compare: orEmpty(column, ({ operator, operands, field }, frame) =>
    compared(
      column,
      operator,
      operands.map((operand) => render(instantOf(operand, field, frame), frame)),
      field,
    ),
  ),
  order: column,
});

/** A column holding a calendar day; instants are taken as days in the asker's zone. */
export const day = (column: string): SearchField =>
  instant(column, (at, { zone }) => format(at, 'yyyy-MM-dd', { in: tz(zone) }));

export const number = (column: string): SearchField => ({
  compare: orEmpty(column, (comparison) => {
    const values = textsOf(comparison).map((text) => {
      if (text.trim() === '' || Number.isNaN(Number(text)))
        throw new QueryError(`The value '${text}' for the field '${comparison.field}' is not a number.`);
      return Number(text);
    });
    return compared(column, comparison.operator, values, comparison.field);
  }),
  order: column,
});

/** Words of the full-text index; `columns` limits where. */
export const fullText = (columns?: string, order?: string): SearchField => ({
  compare: (comparison) => {
    const { operator, field } = comparison;
    const query = matchQuery(textsOf(comparison)[0] ?? '');
    if (operator !== '~' && operator !== '!~') throw unsupported(operator, field);
    if (query === undefined) throw new QueryError(`The query for field '${field}' is empty.`);
    const match = piece(`i.id in (select rowid from jira_text where jira_text match ?)`, [
      columns ? `${columns} : (${query})` : query,
    ]);
    return operator === '~' ? match : piece(`not ${match.text}`, match.params);
  },
  ...(order ? { order } : {}),
});

/** Words of a plain text column. `~` finds all of them, in any form and order. */
export const plainText = (column: string): SearchField => ({
  compare: orEmpty(column, (comparison) => {
    const { operator, field } = comparison;
    const texts = textsOf(comparison);
    if (operator !== '~' && operator !== '!~') return among(column, operator, texts, field);
    const words = stemsOf(texts[0] ?? '')
      .split(' ')
      .filter(Boolean);
    if (words.length === 0) throw new QueryError(`The query for field '${field}' is empty.`);
    const text = `(${words.map(() => `instr(lower(coalesce(${column}, '')), ?) > 0`).join(' and ')})`;
    return piece(operator === '~' ? text : `not ${text}`, words);
  }),
  order: column,
});
