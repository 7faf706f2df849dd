import { type Clause } from './ast.ts';
import { joined, type Piece, piece } from './sql.ts';

export type Compare = Extract<Clause, { readonly kind: 'compare' }>;

/** The clauses of a query in SQL, given what a comparison means. */
export function conditionOf(clause: Clause, comparison: (compare: Compare) => Piece): Piece {
  switch (clause.kind) {
    case 'and':
    case 'or':
      return joined(
        clause.kind,
        clause.parts.map((part) => conditionOf(part, comparison)),
      );
    case 'not': {
      const inner = conditionOf(clause.part, comparison);
      return piece(`not coalesce(${inner.text}, 0)`, inner.params);
    }
    case 'compare':
      return comparison(clause);
  }
}
