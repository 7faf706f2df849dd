/** Which texts say nearly what somebody types, by the readings that searches have. */
import { indexTexts } from './text-index';

/** So much of the words of the one the other must have, and so many words: of one alone a text may have by chance. */
const LEAST_SHARE = 0.6;
const FEWEST_WORDS = 2;

/** Those of the rows whose text is like what was typed, the likest first. Of a text or a question of one word nothing can be said. */
export function similarTo<T>(typed: string, rows: readonly T[], textOf: (row: T) => string): readonly T[] {
  const asked = indexTexts([{ id: 'typed', parts: [[typed, 1]] }]);
  const all = indexTexts(rows.map((row, at) => ({ id: String(at), parts: [[textOf(row), 1]] })));
  const ofTyped = sharesIn(all.search(typed));
  return rows
    .map((row, at) => {
      const ofRow = sharesIn(asked.search(textOf(row))).get('typed') ?? 0;
      return { row, share: Math.max(ofRow, ofTyped.get(String(at)) ?? 0) };
    })
    .filter(({ share }) => share >= LEAST_SHARE)
    .toSorted((a, b) => b.share - a.share)
    .map(({ row }) => row);
}

/** Which part of a question's words each row has; nothing of those that have too few. */
const sharesIn = ({ words, found }: ReturnType<ReturnType<typeof indexTexts>['search']>) =>
  new Map(
    found.flatMap(({ id, share }) =>
      Math.round(share * words.length) >= FEWEST_WORDS ? [[id, share] as const] : [],
    ),
  );
