/** JQL conditions as values, so that they can be negated before they are written. */

type Comparison = '=' | '!=' | '<' | '<=' | '>' | '>=' | 'in' | 'not in';

export type Clause =
  | { readonly kind: 'all' | 'any'; readonly parts: readonly Clause[] }
  /** `value` is JQL already: quoted, a number, a list or a function. */
  | { readonly kind: 'is'; readonly field: string; readonly op: Comparison; readonly value: string }
  | { readonly kind: 'empty'; readonly field: string; readonly not: boolean };

export const all = (...parts: readonly Clause[]): Clause => ({ kind: 'all', parts });
export const any = (...parts: readonly Clause[]): Clause => ({ kind: 'any', parts });

/** A text in JQL's quotes. Line breaks and other control characters become spaces: none is part of a name. */
export const quoted = (text: string): string =>
  // eslint-disable-next-line no-control-regex -- they are what must not reach JQL
  `"${text.replace(/[\u0000-\u001f\u007f]/g, ' ').replace(/[\\"]/g, '\\$&')}"`;

export const compare = (field: string, op: Comparison, value: string): Clause => ({
  kind: 'is',
  field,
  op,
  value,
});
export const equal = (field: string, text: string): Clause => compare(field, '=', quoted(text));
export const among = (field: string, texts: readonly string[]): Clause =>
  compare(field, 'in', `(${texts.map(quoted).join(', ')})`);

const OPPOSITE: Readonly<Record<Comparison, Comparison>> = {
  '=': '!=',
  '!=': '=',
  '<': '>=',
  '<=': '>',
  '>': '<=',
  '>=': '<',
  in: 'not in',
  'not in': 'in',
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
    case 'empty':
      return { ...clause, not: !clause.not };
    case 'is':
      return any({ ...clause, op: OPPOSITE[clause.op] }, { kind: 'empty', field: clause.field, not: false });
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
    case 'any': {
      const word = clause.kind === 'all' ? ' AND ' : ' OR ';
      const parts = clause.parts.map(written);
      return parts.length === 1 && parts[0] !== undefined ? parts[0] : `(${parts.join(word)})`;
    }
  }
};
