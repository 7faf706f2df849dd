import { type Site } from '../site.ts';
import { type Operand, type Operator, QueryError } from './ast.ts';
import { type DateFrame } from './dates.ts';
import { type Piece } from './sql.ts';

/** In whose name and when a query is asked. */
export interface Frame extends DateFrame {
  readonly site: Site;
  /** The asker; undefined for anonymous. */
  readonly accountId: string | undefined;
}

/** A comparison as written. */
export interface Comparison {
  readonly field: string;
  readonly operator: Operator;
  readonly operands: readonly Operand[];
}

export interface SearchField {
  compare(comparison: Comparison, frame: Frame): Piece;
  /** What to sort by, without direction. */
  readonly order?: string;
}

export const asksForEmpty = ({ operands }: Comparison): boolean =>
  operands.length === 1 && operands[0]?.kind === 'empty';

/** The words of the operands; a function where none is known is refused. */
export const textsOf = ({ operands }: Comparison): string[] =>
  operands.map((operand) => {
    if (operand.kind === 'value') return operand.text;
    if (operand.kind === 'empty') return '';
    throw new QueryError(`Unable to find JQL function '${operand.name}(${operand.args.join(', ')})'.`);
  });

export const unknownValue = (text: string, field: string): QueryError =>
  new QueryError(`The value '${text}' does not exist for the field '${field}'.`);
