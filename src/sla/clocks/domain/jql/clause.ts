/** JQL conditions as values, so that they can be negated before they are written. */

/** What Jira documents for the values of properties that it indexes: texts take the first two, numbers and dates all. */
type Comparison = '=' | '!=' | '<' | '<=' | '>' | '>=';

export type Clause =
  | { readonly kind: 'all' | 'any'; readonly parts: readonly Clause[] }
  /** `value` is JQL already: quoted, a number or a function. `unless` holds where the field has no value; always has one without it. */
  | {
      readonly kind: 'is';
      readonly field: string;
      readonly op: Comparison;
      readonly value: string;
      readonly unless?: Clause;
    }
  /** For Jira's own and custom fields: indexed properties don't take it. */
  | { readonly kind: 'empty'; readonly field: string; readonly not: boolean }
  /** One of several numbered things is so; `missing` holds where there are fewer than so many, from 1. */
  | { readonly kind: 'some'; readonly parts: readonly Clause[]; readonly missing: (nth: number) => Clause };

export const all = (...parts: readonly Clause[]): Clause => ({ kind: 'all', parts });
export const any = (...parts: readonly Clause[]): Clause => ({ kind: 'any', parts });

/** A text in JQL's quotes. Line breaks and other control characters become spaces: none is part of a name. */
export const quoted = (text: string): string =>
  // oxlint-disable-next-line no-control-regex -- they are what must not reach JQL
  `"${text.replace(/[\u0000-\u001f\u007f]/g, ' ').replace(/[\\"]/g, '\\$&')}"`;

export const compare = (field: string, op: Comparison, value: string, unless?: Clause): Clause => ({
  kind: 'is',
  field,
  op,
  value,
  ...(unless === undefined ? {} : { unless }),
});
export const equal = (field: string, text: string): Clause => compare(field, '=', quoted(text));
export const among = (field: string, texts: readonly string[]): Clause =>
  any(...texts.map((text) => equal(field, text)));
export const empty = (field: string): Clause => ({ kind: 'empty', field, not: false });

const OPPOSITE: Readonly<Record<Comparison, Comparison>> = {
  '=': '!=',
  '!=': '=',
  '<': '>=',
  '<=': '>',
  '>': '<=',
  '>=': '<',
};

/**
 * Holds exactly where the clause does not. JQL's own NOT leaves out issues whose field is empty, as every comparison
 * does; here an empty field counts as not fulfilling the comparison.
 */
export const negated = (clause: Clause): Clause => {
  switch (clause.kind) {
    case 'all':
      return any(...clause.parts.map(negated));
    case 'any':
      return all(...clause.parts.map(negated));
    case 'some':
      return all(...clause.parts.map((part, index) => any(clause.missing(index + 1), negated(part))));
    case 'empty':
      return { ...clause, not: !clause.not };
    case 'is': {
      const { unless, ...opposite } = { ...clause, op: OPPOSITE[clause.op] };
      return unless === undefined ? opposite : any(opposite, unless);
    }
  }
};

/** The clause as JQL, in parentheses unless it is a single comparison. */
export const written = (clause: Clause): string => {
  switch (clause.kind) {
    case 'is':
      return `${clause.field} ${clause.op} ${clause.value}`;
    case 'empty':
      return `${clause.field} is ${clause.not ? 'not ' : ''}EMPTY`;
    case 'all':
    case 'any':
    case 'some': {
      const word = clause.kind === 'all' ? ' AND ' : ' OR ';
      const parts = clause.parts.map(written);
      return parts.length === 1 && parts[0] !== undefined ? parts[0] : `(${parts.join(word)})`;
    }
  }
};
