/** A value in a query: a word, or a function with arguments. */
export type Operand =
  | { readonly kind: 'value'; readonly text: string }
  | { readonly kind: 'empty' }
  | { readonly kind: 'function'; readonly name: string; readonly args: readonly string[] };

export type Operator = '=' | '!=' | '~' | '!~' | '>' | '>=' | '<' | '<=' | 'in' | 'not in' | 'is' | 'is not';

export type Clause =
  | { readonly kind: 'and' | 'or'; readonly parts: readonly Clause[] }
  | { readonly kind: 'not'; readonly part: Clause }
  | {
      readonly kind: 'compare';
      readonly field: string;
      readonly operator: Operator;
      readonly operands: readonly Operand[];
    };

export interface Sorting {
  readonly field: string;
  readonly descending: boolean;
}

export interface Query {
  /** Absent: everything. */
  readonly where: Clause | undefined;
  readonly orderBy: readonly Sorting[];
}

/** Why a query can't be understood, in a sentence. */
export class QueryError extends Error {}
