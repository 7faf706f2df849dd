import { type Query, QueryError } from './ast.ts';
import { replacementOf } from './app-functions.ts';
import { searchField } from './fields.ts';
import { type Compare, conditionOf } from './condition.ts';
import { type Frame } from './frame.ts';
import { type Piece, piece } from './sql.ts';

/** One comparison in SQL; a function of an app gives way to what it stands for. */
function comparison(clause: Compare, frame: Frame): Piece {
  const replacement = replacementOf(clause, frame.site);
  return replacement
    ? conditionOf(replacement, (one) => comparison(one, frame))
    : searchField(clause.field, frame).compare(clause, frame);
}

/** `desc` goes behind each expression of a sort key that has several. */
function ordering(query: Query, frame: Frame): string {
  const keys = query.orderBy.map(({ field, descending }) => {
    const { order } = searchField(field, frame);
    if (order === undefined) throw new QueryError(`Not able to sort using field '${field}'.`);
    const direction = descending ? 'desc' : 'asc';
    return order.endsWith(', i.number')
      ? `${order.slice(0, -', i.number'.length)} ${direction}, i.number ${direction}`
      : `${order} ${direction}`;
  });
  return [...keys, 'i.id desc'].join(', ');
}

/** A query over `jira_issues i`. Throws QueryError in Jira's words. */
export const compileQuery = (
  query: Query,
  frame: Frame,
): { readonly where: Piece; readonly orderBy: string } => ({
  where: query.where ? conditionOf(query.where, (one) => comparison(one, frame)) : piece('1'),
  orderBy: ordering(query, frame),
});
