import { QueryError } from './ast.ts';

export interface Token {
  readonly kind: 'word' | 'quoted' | 'symbol' | 'end';
  readonly text: string;
  /** Counted from 1. */
  readonly at: number;
}

const PATTERN =
  /\s+|(?<quoted>"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')|(?<symbol>!=|!~|>=|<=|&&|\|\||[=~<>(),!])|(?<word>[^\s"'=!~<>(),&|]+)/gy;

const unescaped = (text: string): string =>
  text.slice(1, -1).replace(/\\(.)/g, (_all, char: string) => (char === 'n' ? '\n' : char));

/** Cuts a query into words, quoted strings and symbols. Throws QueryError at what fits nothing. */
export function tokenize(text: string): Token[] {
  const tokens: Token[] = [];
  let at = 0;
  while (at < text.length) {
    PATTERN.lastIndex = at;
    const match = PATTERN.exec(text);
    if (!match)
      throw new QueryError(
        `Error in the JQL Query: The character '${text[at] ?? ''}' is not expected here. (line 1, character ${at + 1})`,
      );
    const { quoted, symbol, word } = match.groups ?? {};
    if (quoted !== undefined) tokens.push({ kind: 'quoted', text: unescaped(quoted), at: at + 1 });
    if (symbol !== undefined) tokens.push({ kind: 'symbol', text: symbol, at: at + 1 });
    if (word !== undefined) tokens.push({ kind: 'word', text: word, at: at + 1 });
    at += match[0].length;
  }
  return [...tokens, { kind: 'end', text: '', at: text.length + 1 }];
}
