import { type Cell } from '../../shared/sql.ts';
import { type Operator, QueryError } from './ast.ts';

/** A condition in SQL with the values of its marks. */
export interface Piece {
  readonly text: string;
  readonly params: readonly Cell[];
}

export const piece = (text: string, params: readonly Cell[] = []): Piece => ({ text, params });

/** Several conditions as one, in parentheses. */
export const joined = (word: 'and' | 'or', pieces: readonly Piece[]): Piece =>
  piece(
    `(${pieces.map((one) => one.text).join(` ${word} `)})`,
    pieces.flatMap((one) => one.params),
  );

export const unsupported = (operator: Operator, field: string): QueryError =>
  new QueryError(`The operator '${operator}' is not supported by the '${field}' field.`);

/** Membership of a column in a set. Rows without a value are in neither answer, as in JQL. */
export function among(expression: string, operator: Operator, values: readonly Cell[], field: string): Piece {
  const list = JSON.stringify(values);
  if (operator === '=' || operator === 'in')
    return piece(`${expression} in (select value from json_each(?))`, [list]);
  if (operator === '!=' || operator === 'not in')
    return piece(`(${expression} is not null and ${expression} not in (select value from json_each(?)))`, [
      list,
    ]);
  throw unsupported(operator, field);
}

/** Whether a column has a value. */
export const presence = (expression: string, operator: Operator, field: string): Piece => {
  if (operator === 'is' || operator === '=') return piece(`${expression} is null`);
  if (operator === 'is not' || operator === '!=') return piece(`${expression} is not null`);
  throw unsupported(operator, field);
};

/** An ordinary comparison, or membership for IN. */
export function compared(
  expression: string,
  operator: Operator,
  values: readonly Cell[],
  field: string,
): Piece {
  if (operator === '>' || operator === '>=' || operator === '<' || operator === '<=')
    return piece(`${expression} ${operator} ?`, [values[0] ?? null]);
  return among(expression, operator, values, field);
}

/** As `among`, for a JSON list in a column. */
export function listed(
  expression: string,
  operator: Operator,
  values: readonly Cell[],
  field: string,
): Piece {
  const some = piece(
    `exists (select 1 from json_each(${expression}) e where e.value in (select value from json_each(?)))`,
    [JSON.stringify(values)],
  );
  if (operator === '=' || operator === 'in') return some;
  if (operator === '!=' || operator === 'not in')
    return piece(`(json_array_length(${expression}) > 0 and not ${some.text})`, some.params);
  throw unsupported(operator, field);
}

/** Whether a JSON list in a column has entries. */
export const listPresence = (expression: string, operator: Operator, field: string): Piece => {
  const empty = `coalesce(json_array_length(${expression}), 0) = 0`;
  return presence('x', operator, field).text.endsWith('not null') ? piece(`not ${empty}`) : piece(empty);
};
