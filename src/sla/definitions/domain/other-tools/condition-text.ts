/** The JQL that goals and pauses are written in, as a condition: comparisons, lists, `is empty`, `and`, `or`, `not`, brackets. */
import type { Condition } from '../../../engine/model';
import { type ConditionFault, Fault, syntax, type Token, tokensOf } from './condition-tokens';
import type { SiteNames } from './model';
import { opposite, sayingSet } from './opposite';

/** A condition or why there is none. An empty text is every issue. Never throws. */
export function readCondition(
  text: string,
  names: SiteNames,
): Condition | { readonly fault: ConditionFault } {
  try {
    const tokens = tokensOf(text);
    if (tokens.length === 0) return { all: [] };
    const reader = new Reader(tokens, names);
    return sayingSet(reader.whole());
  } catch (error) {
    if (error instanceof Fault) return { fault: error.fault };
    throw error;
  }
}

const NUMBERS = { '>': 'gt', '>=': 'gte', '<': 'lt', '<=': 'lte' } as const;

/** Recursive descent over the tokens: `or` binds least, then `and`, then `not`. */
class Reader {
  private at = 0;
  constructor(
    private readonly tokens: readonly Token[],
    private readonly names: SiteNames,
  ) {}

  whole(): Condition {
    const condition = this.either();
    const rest = this.tokens[this.at];
    if (rest !== undefined) throw syntax(rest.text);
    return condition;
  }

  private either(): Condition {
    const parts = [this.both()];
    while (this.takes('or')) parts.push(this.both());
    const [only] = parts;
    return parts.length === 1 && only ? only : { any: parts };
  }

  private both(): Condition {
    const parts = [this.one()];
    while (this.takes('and')) parts.push(this.one());
    const [only] = parts;
    return parts.length === 1 && only ? only : { all: parts };
  }

  private one(): Condition {
    if (this.takes('not')) return opposite(this.one());
    if (!this.takes('(')) return this.clause();
    const inside = this.either();
    this.needs(')');
    return inside;
  }

  private clause(): Condition {
    const name = this.next().text;
    const field = this.names.field(name);
    if (field === undefined) throw new Fault({ code: 'CONDITION_FIELD', what: name });
    if (this.takes('is')) {
      const op = this.takes('not') ? 'set' : 'empty';
      if (!this.takes('empty') && !this.takes('null')) throw syntax(this.rest());
      return { field, op };
    }
    if (this.takes('not')) {
      this.needs('in');
      return opposite({ field, op: 'in', values: this.list(field) });
    }
    if (this.takes('in')) return { field, op: 'in', values: this.list(field) };
    const operator = this.next().text;
    if (operator === '=') return this.equals(field);
    if (operator === '!=') return opposite(this.equals(field));
    if (operator in NUMBERS)
      return { field, op: NUMBERS[operator as keyof typeof NUMBERS], value: this.number() };
    throw syntax(operator);
  }

  private equals(field: string): Condition {
    const { text, quoted } = this.tokens[this.at] ?? { text: '', quoted: false };
    if (!quoted && /^(empty|null)$/i.test(text)) {
      this.at += 1;
      return { field, op: 'empty' };
    }
    return { field, op: 'in', values: [this.value(field)] };
  }

  private list(field: string): readonly string[] {
    this.needs('(');
    const values = [this.value(field)];
    while (this.takes(',')) values.push(this.value(field));
    this.needs(')');
    return values;
  }

  /** A function such as `now()` has no value that a replay could use. */
  private value(field: string): string {
    const { text } = this.next();
    if (this.tokens[this.at]?.text === '(') throw syntax(`${text}()`);
    const value = this.names.value(field, text);
    if (value === undefined) throw new Fault({ code: 'CONDITION_VALUE', what: text });
    return value;
  }

  private number(): number {
    const { text } = this.next();
    const value = Number(text);
    if (text === '' || !Number.isFinite(value)) throw new Fault({ code: 'CONDITION_VALUE', what: text });
    return value;
  }

  private next(): Token {
    const token = this.tokens[this.at];
    if (token === undefined) throw syntax('…');
    this.at += 1;
    return token;
  }

  private takes(word: string): boolean {
    const token = this.tokens[this.at];
    const is = token !== undefined && !token.quoted && token.text.toLowerCase() === word;
    if (is) this.at += 1;
    return is;
  }

  private needs(word: string): void {
    if (!this.takes(word)) throw syntax(this.rest());
  }

  private rest(): string {
    return this.tokens[this.at]?.text ?? '…';
  }
}
