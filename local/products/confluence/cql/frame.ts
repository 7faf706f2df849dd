import { QueryError } from '../../jira/jql/ast.ts';
import { type Compare as Comparison } from '../../jira/jql/condition.ts';
import { type DateFrame } from '../../jira/jql/dates.ts';
import { type Piece } from '../../jira/jql/sql.ts';
import { type Wiki } from '../site.ts';

export interface Frame extends DateFrame {
  readonly wiki: Wiki;
  readonly accountId: string | undefined;
  /** Gathers what was searched for in full text, for the ranking. */
  readonly sought: string[];
}

export type Compare = (comparison: Comparison, frame: Frame) => Piece;

export const textsOf = ({ operands, field }: Comparison): string[] =>
  operands.map((operand) => {
    if (operand.kind === 'value') return operand.text;
    throw new QueryError(`The field '${field}' can't be compared with this.`);
  });
