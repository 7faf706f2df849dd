import { tokenize, type Token } from './expression-lexer';

export type Node =
  | { readonly kind: 'literal'; readonly value: unknown }
  | { readonly kind: 'name'; readonly name: string }
  | { readonly kind: 'list'; readonly items: readonly Node[] }
  | { readonly kind: 'member'; readonly target: Node; readonly property: Node; readonly optional: boolean }
  | {
      readonly kind: 'call';
      readonly target: Node;
      readonly method: string;
      readonly args: readonly Node[];
      readonly optional: boolean;
    }
  | { readonly kind: 'lambda'; readonly parameter: string; readonly body: Node }
  | { readonly kind: 'not'; readonly operand: Node }
  | { readonly kind: 'binary'; readonly operator: string; readonly left: Node; readonly right: Node };

/** Loosest first. */
const LEVELS: readonly (readonly string[])[] = [['||'], ['&&'], ['==', '!=']];
const MAX_LENGTH = 10_000;

/** Parses the subset of Jira expressions that event filters use. Throws a sentence with the place of the mistake. */
export function parseNode(source: string): Node {
  if (source.length > MAX_LENGTH) throw new Error(`expression: longer than ${MAX_LENGTH} characters`);
  return new Parser(tokenize(source)).whole();
}

class Parser {
  private position = 0;

  constructor(private readonly tokens: readonly Token[]) {}

  whole(): Node {
    const node = this.binary();
    if (this.current().kind !== 'end') this.fail();
    return node;
  }

  private binary(level = 0): Node {
    const operators = LEVELS[level];
    if (operators === undefined) return this.unary();
    let left = this.binary(level + 1);
    for (;;) {
      const operator = operators.find((symbol) => this.take(symbol));
      if (operator === undefined) return left;
      left = { kind: 'binary', operator, left, right: this.binary(level + 1) };
    }
  }

  private unary(): Node {
    if (this.take('!')) return { kind: 'not', operand: this.unary() };
    return this.postfix(this.primary());
  }

  private postfix(start: Node): Node {
    let node = start;
    for (;;) {
      if (this.take('[')) {
        node = { kind: 'member', target: node, property: this.binary(), optional: false };
        this.expect(']');
        continue;
      }
      const optional = this.take('?.');
      if (!optional && !this.take('.')) return node;
      const name = this.name();
      node = this.take('(')
        ? { kind: 'call', target: node, method: name, args: this.until(')'), optional }
        : { kind: 'member', target: node, property: { kind: 'literal', value: name }, optional };
    }
  }

  private primary(): Node {
    if (this.take('(')) {
      const node = this.binary();
      this.expect(')');
      return node;
    }
    if (this.take('[')) return { kind: 'list', items: this.until(']') };
    const token = this.current();
    this.position += 1;
    if (token.kind === 'literal') return { kind: 'literal', value: token.value };
    if (token.kind !== 'name') return this.fail(token);
    if (this.take('=>')) return { kind: 'lambda', parameter: token.text, body: this.binary() };
    return { kind: 'name', name: token.text };
  }

  private until(end: string): readonly Node[] {
    const items: Node[] = [];
    while (!this.take(end)) {
      if (items.length > 0) this.expect(',');
      items.push(this.binary());
    }
    return items;
  }

  private name(): string {
    const token = this.current();
    if (token.kind !== 'name') return this.fail();
    this.position += 1;
    return token.text;
  }

  private take(symbol: string): boolean {
    const token = this.current();
    if (token.kind !== 'symbol' || token.text !== symbol) return false;
    this.position += 1;
    return true;
  }

  private expect(symbol: string): void {
    if (!this.take(symbol)) this.fail();
  }

  private current(): Token {
    return this.tokens[this.position] ?? { kind: 'end', at: 0 };
  }

  private fail(token: Token = this.current()): never {
    throw new Error(`expression: cannot be read from position ${token.at}`);
  }
}
