import { stemOf, wordsOf } from '../../shared/words.ts';

const START = '@@@hl@@@';
const END = '@@@endhl@@@';
const AROUND = 130;

/** The stems a full-text query looks for; beginnings are kept as they are. */
const stemsSought = (
  sought: readonly string[],
): { readonly stems: ReadonlySet<string>; readonly starts: readonly string[] } => {
  const quoted = sought.flatMap((query) =>
    [...query.matchAll(/"([^"]+)"(\*?)/g)].map((match) => ({ text: match[1] ?? '', open: match[2] === '*' })),
  );
  return {
    stems: new Set(quoted.filter((one) => !one.open).flatMap((one) => one.text.split(' '))),
    starts: quoted.filter((one) => one.open).map((one) => one.text),
  };
};

/** Marks the words of a text that a full-text query looked for, in whatever form they stand there. */
export function highlighted(text: string, sought: readonly string[]): string {
  const { stems, starts } = stemsSought(sought);
  if (stems.size === 0 && starts.length === 0) return text;
  return text.replace(/[\p{L}\p{N}]+/gu, (word) => {
    const plain = wordsOf(word)[0] ?? '';
    return stems.has(stemOf(plain)) || starts.some((start) => plain.startsWith(start))
      ? `${START}${word}${END}`
      : word;
  });
}

/** A stretch of the text around the first hit, with hits marked; the beginning where there is none. */
export function excerptOf(text: string, sought: readonly string[]): string {
  const flat = text.replace(/\s+/g, ' ');
  const marked = highlighted(flat, sought);
  const first = marked.indexOf(START);
  if (first <= AROUND)
    return highlighted(flat.slice(0, AROUND * 2), sought) + (flat.length > AROUND * 2 ? '…' : '');
  const from = flat.indexOf(' ', first - AROUND) + 1;
  return `…${highlighted(flat.slice(from, from + AROUND * 2), sought)}${from + AROUND * 2 < flat.length ? '…' : ''}`;
}
