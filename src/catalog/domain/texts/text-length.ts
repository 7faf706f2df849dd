/** The most characters any answer may have. */
export const MAX_TEXT_LENGTH = 10_000;

/** Characters of a text as people count them, an emoji as one: the one way lengths are counted, on screens and behind them. */
export function lengthOf(text: string): number {
  let length = 0;
  for (const _ of text) length += 1;
  return length;
}

/** The first so many characters of a text. */
export const clipped = (text: string, max: number): string =>
  text.length <= max ? text : [...text].slice(0, Math.max(0, max)).join('');
