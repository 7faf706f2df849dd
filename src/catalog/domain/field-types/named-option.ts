/** Options that a choice takes from elsewhere: an answer has the option's id there, and the words by which it was chosen. */
import type { Text } from '../model';

/** What nobody types, so that answers of other questions are never taken for these. */
const BETWEEN = '\u001f';

/** Such an option as rules name it. */
export const NAMED_OPTION = new RegExp(`^\\w{1,64}${BETWEEN}.{1,255}$`);

/** The words in English; behind them those of other languages, each after its code. */
export function namedOption(id: string, words: Text | string): string {
  const { en, ...others } = typeof words === 'string' ? { en: words } : words;
  const translated = Object.entries(others)
    .filter(([, said]) => said)
    .toSorted(([a], [b]) => (a < b ? -1 : 1));
  return [id, en, ...translated.map(([language, said]) => `${language}=${said}`)].join(BETWEEN);
}

/** The id alone; an answer that has no words is its id. */
export const idIn = (answer: string): string => answer.split(BETWEEN, 1)[0] ?? '';

/** The words alone; an answer that has none is shown by its id. */
export function wordsIn(answer: string): Text {
  const [id = '', en = id, ...others] = answer.split(BETWEEN);
  const translated = others.map((said) => {
    const at = said.indexOf('=');
    return [said.slice(0, at), said.slice(at + 1)] as const;
  });
  return { en, ...Object.fromEntries(translated) };
}
