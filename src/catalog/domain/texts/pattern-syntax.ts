/** The structure of a regular expression of JavaScript; single characters and classes are left to JavaScript itself. */

export type PatternNode =
  /** One character: the source of an expression that matches it. */
  | { readonly kind: 'character'; readonly source: string }
  | { readonly kind: 'place'; readonly at: 'start' | 'end' | 'wordEdge' | 'notWordEdge' }
  | { readonly kind: 'ahead'; readonly node: PatternNode; readonly wanted: boolean }
  | { readonly kind: 'sequence'; readonly nodes: readonly PatternNode[] }
  | { readonly kind: 'choice'; readonly nodes: readonly PatternNode[] }
  /** `most` may be Infinity. */
  | {
      readonly kind: 'repeat';
      readonly node: PatternNode;
      readonly least: number;
      readonly most: number;
    };

/** Thrown inside for what needs memory of what was matched: back references, looking behind, changed flags. */
class NotLinear extends Error {}

/** The structure of an expression that is valid with the flag `u`; null for what can't be matched in linear time. */
export function parsePattern(regex: string): PatternNode | null {
  try {
    return new Parser(regex).choice();
  } catch (error) {
    if (error instanceof NotLinear) return null;
    throw error;
  }
}

const PLACES = { '^': 'start', $: 'end', '\\b': 'wordEdge', '\\B': 'notWordEdge' } as const;
const OPENINGS: readonly (readonly [RegExp, (node: PatternNode) => PatternNode])[] = [
  [/\((?:\?:|\?<(?![=!])[^>]+>|(?!\?))/y, (node) => node],
  [/\(\?=/y, (node) => ({ kind: 'ahead', node, wanted: true })],
  [/\(\?!/y, (node) => ({ kind: 'ahead', node, wanted: false })],
];
const ESCAPE =
  /\\(?:[pP]\{[^}]*\}|u\{[^}]*\}|u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|u.{4}|x.{2}|c.|[^1-9k])/y;
const CLASS = /\[(?:\\.|[^\]\\])*\]/y;
const QUANTIFIER = /(?:([*+?])|\{(\d+)(,?)(\d*)\})\??/y;
const PLAIN = /[^()|]/uy;

class Parser {
  private at = 0;

  constructor(private readonly regex: string) {}

  choice(): PatternNode {
    const nodes = [this.sequence()];
    while (this.taken(/\|/y)) nodes.push(this.sequence());
    return nodes.length === 1 && nodes[0] !== undefined ? nodes[0] : { kind: 'choice', nodes };
  }

  private sequence(): PatternNode {
    const nodes: PatternNode[] = [];
    while (this.at < this.regex.length && !/[|)]/.test(this.regex.charAt(this.at))) {
      nodes.push(this.quantified(this.term()));
    }
    return { kind: 'sequence', nodes };
  }

  private term(): PatternNode {
    const place = this.taken(/\^|\$|\\b|\\B/y)?.[0];
    if (place !== undefined) return { kind: 'place', at: PLACES[place as keyof typeof PLACES] };
    for (const [opening, asNode] of OPENINGS) {
      if (!this.taken(opening)) continue;
      const inside = this.choice();
      this.taken(/\)/y);
      return asNode(inside);
    }
    const source = (this.taken(CLASS) ?? this.taken(ESCAPE) ?? this.plain())?.[0];
    if (source === undefined) throw new NotLinear();
    return { kind: 'character', source };
  }

  private plain(): RegExpExecArray | null {
    return this.regex.charAt(this.at) === '\\' ? null : this.taken(PLAIN);
  }

  private quantified(node: PatternNode): PatternNode {
    const found = this.taken(QUANTIFIER);
    if (!found) return node;
    const [, sign, from = '', comma, to] = found;
    if (sign !== undefined) {
      return { kind: 'repeat', node, least: sign === '+' ? 1 : 0, most: sign === '?' ? 1 : Infinity };
    }
    const least = Number(from);
    const most = to ? Number(to) : comma ? Infinity : least;
    return { kind: 'repeat', node, least, most };
  }

  /** What stands here, if it fits, and goes behind it. */
  private taken(sticky: RegExp): RegExpExecArray | null {
    sticky.lastIndex = this.at;
    const found = sticky.exec(this.regex);
    if (found) this.at = sticky.lastIndex;
    return found;
  }
}
