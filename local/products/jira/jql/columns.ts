import { tz } from '@date-fns/tz';
import { format } from 'date-fns';
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

function resolved(comparison: Comparison, frame: Frame, resolve: Resolve): (string | number)[] {
  return textsOf(comparison).flatMap((text) => {
    const ids = resolve(text, frame);
    if (ids.length === 0) throw unknownValue(text, comparison.field);
    return ids;
  });
}

/** A column holding an id that people name by words. */
export const reference = (column: string, resolve: Resolve, order?: string): SearchField => ({
  compare: (comparison, frame) =>
    asksForEmpty(comparison)
      ? presence(column, comparison.operator, comparison.field)
      : among(column, comparison.operator, resolved(comparison, frame, resolve), comparison.field),
  ...(order ? { order } : {}),
});

/** A column holding an account id. */
export const person = (column: string): SearchField => ({
  compare: (comparison, frame) =>
    asksForEmpty(comparison)
      ? presence(column, comparison.operator, comparison.field)
      : among(column, comparison.operator, accountsOf(comparison, frame), comparison.field),
  order: `(select display_name from users where account_id = ${column})`,
});

/** A column holding an instant in milliseconds; `render` turns the asked instant into the column's form. */
export const instant = (
  column: string,
  render: (at: number, frame: Frame) => string | number = (at) => at,
): SearchField => ({
  compare: (comparison, frame) => {
    if (asksForEmpty(comparison)) return presence(column, comparison.operator, comparison.field);
    const values = comparison.operands.map((operand) =>
      render(instantOf(operand, comparison.field, frame), frame),
    );
    return compared(column, comparison.operator, values, comparison.field);
  },
  order: column,
});

/** A column holding a calendar day; instants are taken as days in the asker's zone. */
export const day = (column: string): SearchField =>
  instant(column, (at, { zone }) => format(at, 'yyyy-MM-dd', { in: tz(zone) }));

/** A column holding a JSON list of ids or words. */
export const list = (column: string, resolve: Resolve): SearchField => ({
  compare: (comparison, frame) =>
    asksForEmpty(comparison)
      ? listPresence(column, comparison.operator, comparison.field)
      : listed(column, comparison.operator, resolved(comparison, frame, resolve), comparison.field),
});

/** A JSON list of account ids. */
export const people = (column: string): SearchField => ({
  compare: (comparison, frame) =>
    asksForEmpty(comparison)
      ? listPresence(column, comparison.operator, comparison.field)
      : listed(column, comparison.operator, accountsOf(comparison, frame), comparison.field),
});

export const number = (column: string): SearchField => ({
  compare: (comparison) => {
    if (asksForEmpty(comparison)) return presence(column, comparison.operator, comparison.field);
    const values = textsOf(comparison).map((text) => {
      if (text.trim() === '' || Number.isNaN(Number(text)))
        throw new QueryError(`The value '${text}' for the field '${comparison.field}' is not a number.`);
      return Number(text);
    });
    return compared(column, comparison.operator, values, comparison.field);
  },
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
  compare: (comparison) => {
    const { operator, field } = comparison;
    if (asksForEmpty(comparison)) return presence(column, operator, field);
    const texts = textsOf(comparison);
    if (operator !== '~' && operator !== '!~') return among(column, operator, texts, field);
    const words = stemsOf(texts[0] ?? '')
      .split(' ')
      .filter(Boolean);
    if (words.length === 0) throw new QueryError(`The query for field '${field}' is empty.`);
    const text = `(${words.map(() => `instr(lower(coalesce(${column}, '')), ?) > 0`).join(' and ')})`;
    return piece(operator === '~' ? text : `not ${text}`, words);
  },
  order: column,
});
