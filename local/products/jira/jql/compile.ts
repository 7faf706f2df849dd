import { type Clause, type Query, QueryError } from './ast.ts';
import { replacementOf } from './app-functions.ts';
import { searchField } from './fields.ts';
import { type Frame } from './frame.ts';
import { joined, type Piece, piece } from './sql.ts';

function condition(clause: Clause, frame: Frame): Piece {
  switch (clause.kind) {
    case 'and':
    case 'or':
      return joined(
        clause.kind,
        clause.parts.map((part) => condition(part, frame)),
      );
    case 'not': {
      const inner = condition(clause.part, frame);
      return piece(`not coalesce(${inner.text}, 0)`, inner.params);
    }
    case 'compare': {
      const replacement = replacementOf(clause, frame.site);
      if (replacement) return condition(replacement, frame);
      return searchField(clause.field, frame).compare(clause, frame);
    }
  }
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
  where: query.where ? condition(query.where, frame) : piece('1'),
  orderBy: ordering(query, frame),
});
