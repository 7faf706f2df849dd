import { type Clause, type Operand, type Operator, type Query, QueryError, type Sorting } from './ast.ts';
import { type Token, tokenize } from './tokenize.ts';

const SYMBOLS: readonly Operator[] = ['=', '!=', '~', '!~', '>', '>=', '<', '<='];

/**
 * Reads a query of JQL's (and CQL's) form: comparisons joined by AND, OR, NOT and parentheses, with an ORDER BY at the end.
 * Sorting is ascending unless it says otherwise. Throws QueryError with a sentence.
 */
export function parseQuery(text: string): Query {
  return new Parser(tokenize(text)).query();
}

class Parser {
  private position = 0;
  constructor(private readonly tokens: readonly Token[]) {}

  query(): Query {
    const where = this.isWord('order') || this.peek().kind === 'end' ? undefined : this.or();
    const orderBy = this.takeWord('order') ? this.sortings() : [];
    if (this.peek().kind !== 'end') throw this.unexpected("either 'OR' or 'AND'");
    return { where, orderBy };
  }

  private or(): Clause {
    const parts = [this.and()];
    while (this.takeWord('or') || this.takeSymbol('||')) parts.push(this.and());
    return parts.length === 1 && parts[0] ? parts[0] : { kind: 'or', parts };
  }

  private and(): Clause {
    const parts = [this.not()];
    while (this.takeWord('and') || this.takeSymbol('&&')) parts.push(this.not());
    return parts.length === 1 && parts[0] ? parts[0] : { kind: 'and', parts };
  }

  private not(): Clause {
    if (this.takeWord('not') || this.takeSymbol('!')) return { kind: 'not', part: this.not() };
    if (!this.takeSymbol('(')) return this.comparison();
    const inner = this.or();
    this.need(')');
    return inner;
  }

  private comparison(): Clause {
    const token = this.next();
    if (token.kind !== 'word' && token.kind !== 'quoted') throw this.unexpected('a field name', token);
    const field = this.fieldName(token);
    const operator = this.operator();
    const operands = operator === 'in' || operator === 'not in' ? this.list() : [this.operand()];
    return { kind: 'compare', field, operator, operands };
  }

  /** `issue.property['a-key'].path` comes as three tokens; the quotes are not part of the name. */
  private fieldName(first: Token): string {
    if (first.kind !== 'word' || !first.text.endsWith('[') || this.peek().kind !== 'quoted')
      return first.text;
    const key = this.next().text;
    const rest = this.next();
    if (rest.kind !== 'word' || !rest.text.startsWith(']')) throw this.unexpected("']'", rest);
    return `${first.text}${key}${rest.text}`;
  }

  private operator(): Operator {
    const symbol = SYMBOLS.find((one) => this.takeSymbol(one));
    if (symbol) return symbol;
    if (this.takeWord('in')) return 'in';
    if (this.takeWord('is')) return this.takeWord('not') ? 'is not' : 'is';
    if (this.takeWord('not')) {
      if (this.takeWord('in')) return 'not in';
      throw this.unexpected("'IN'");
    }
    throw this.unexpected(
      "an operator: '=', '!=', '<', '>', '<=', '>=', '~', '!~', 'IN', 'NOT IN', 'IS' or 'IS NOT'",
    );
  }

  private list(): Operand[] {
    if (!this.takeSymbol('(')) return [this.operand()];
    const operands = [this.operand()];
    while (this.takeSymbol(',')) operands.push(this.operand());
    this.need(')');
    return operands;
  }

  private operand(): Operand {
    const token = this.next();
    if (token.kind === 'quoted') return { kind: 'value', text: token.text };
    if (token.kind !== 'word') throw this.unexpected('a value, list or function', token);
    if (this.takeSymbol('(')) return { kind: 'function', name: token.text, args: this.args() };
    return /^(empty|null)$/i.test(token.text) ? { kind: 'empty' } : { kind: 'value', text: token.text };
  }

  private args(): string[] {
    const args: string[] = [];
    while (!this.takeSymbol(')')) {
      if (args.length > 0) this.need(',');
      const token = this.next();
      if (token.kind !== 'word' && token.kind !== 'quoted') throw this.unexpected('an argument', token);
      args.push(token.text);
    }
    return args;
  }

  private sortings(): Sorting[] {
    if (!this.takeWord('by')) throw this.unexpected("'BY'");
    const found: Sorting[] = [];
    do {
      const token = this.next();
      if (token.kind !== 'word' && token.kind !== 'quoted') throw this.unexpected('a field name', token);
      const descending = this.takeWord('desc');
      if (!descending) this.takeWord('asc');
      found.push({ field: token.text, descending });
    } while (this.takeSymbol(','));
    return found;
  }

  private peek(): Token {
    return this.tokens[this.position] ?? { kind: 'end', text: '', at: 0 };
  }

  private next(): Token {
    const token = this.peek();
    this.position += 1;
    return token;
  }

  private isWord(word: string): boolean {
    return this.peek().kind === 'word' && this.peek().text.toLowerCase() === word;
  }

  private takeWord(word: string): boolean {
    if (!this.isWord(word)) return false;
    this.position += 1;
    return true;
  }

  private takeSymbol(symbol: string): boolean {
    if (this.peek().kind !== 'symbol' || this.peek().text !== symbol) return false;
    this.position += 1;
    return true;
  }

  private need(symbol: string): void {
    if (!this.takeSymbol(symbol)) throw this.unexpected(`'${symbol}'`);
  }

  private unexpected(wanted: string, token = this.peek()): QueryError {
    const got = token.kind === 'end' ? 'the query ended' : `got '${token.text}'`;
    return new QueryError(
      `Error in the JQL Query: Expecting ${wanted} but ${got}. (line 1, character ${token.at})`,
    );
  }
}
