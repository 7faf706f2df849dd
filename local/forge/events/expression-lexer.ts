export type Token =
  | { readonly kind: 'name'; readonly text: string; readonly at: number }
  | { readonly kind: 'literal'; readonly value: string | number | boolean | null; readonly at: number }
  | { readonly kind: 'symbol'; readonly text: string; readonly at: number }
  | { readonly kind: 'end'; readonly at: number };

const SYMBOLS = ['=>', '==', '!=', '&&', '||', '?.', '!', '(', ')', '[', ']', '.', ','];
const WORDS: Readonly<Record<string, boolean | null>> = { true: true, false: false, null: null };

/** Splits a Jira expression into tokens. Throws with the position of the first character that has no meaning. */
export function tokenize(source: string): readonly Token[] {
  const tokens: Token[] = [];
  let at = 0;
  while (at < source.length) {
    const rest = source.slice(at);
    const space = /^\s+/.exec(rest)?.[0];
    if (space !== undefined) {
      at += space.length;
      continue;
    }
    const [token, length] = readToken(rest, at);
    tokens.push(token);
    at += length;
  }
  return [...tokens, { kind: 'end', at }];
}

function readToken(rest: string, at: number): readonly [Token, number] {
  const word = /^[A-Za-z_$][\w$]*/.exec(rest)?.[0];
  if (word !== undefined) {
    const literal = Object.hasOwn(WORDS, word) ? WORDS[word] : undefined;
    return [
      literal === undefined ? { kind: 'name', text: word, at } : { kind: 'literal', value: literal, at },
      word.length,
    ];
  }
  const number = /^\d+(\.\d+)?/.exec(rest)?.[0];
  if (number !== undefined) return [{ kind: 'literal', value: Number(number), at }, number.length];
  const quoted = /^'((?:[^'\\]|\\.)*)'|^"((?:[^"\\]|\\.)*)"/.exec(rest);
  if (quoted !== null) {
    const text = (quoted[1] ?? quoted[2] ?? '').replace(/\\(.)/g, '$1');
    return [{ kind: 'literal', value: text, at }, quoted[0].length];
  }
  const symbol = SYMBOLS.find((candidate) => rest.startsWith(candidate));
  if (symbol === undefined) throw new Error(`expression: unexpected ${JSON.stringify(rest[0])} at ${at}`);
  return [{ kind: 'symbol', text: symbol, at }, symbol.length];
}
