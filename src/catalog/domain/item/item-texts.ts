/** The texts of an item that people read, wherever they stand in it. */
import { type Language, type LocalizedText, textIn } from '../../../kernel/text';
import type { ItemContent, Text } from '../model';

/** What holds values by answers, among which some may be called like a language. */
const NO_TEXTS: readonly string[] = ['fulfilment'];

const isText = (value: object): value is Text => 'en' in value && typeof value.en === 'string';

/** The item with every text as `map` makes it; `at` says where each stands, as findings say it: `form.size.options.big.label`. */
export const mapTexts = <Content extends object>(
  content: Content,
  map: (text: Text, at: string) => Text,
): Content => mapped(content, '', map) as Content;

function mapped(value: unknown, at: string, map: (text: Text, at: string) => Text): unknown {
  if (typeof value !== 'object' || value === null) return value;
  const under = (name: string): string => (at === '' ? name : `${at}.${name}`);
  if (Array.isArray(value))
    return value.map((member: unknown, index) => mapped(member, under(idOf(member) ?? String(index)), map));
  if (isText(value)) return map(value, at);
  return Object.fromEntries(
    Object.entries(value).map(([name, member]) => [
      name,
      at === '' && NO_TEXTS.includes(name) ? member : mapped(member, under(name), map),
    ]),
  );
}

const idOf = (member: unknown): string | undefined =>
  typeof member === 'object' && member !== null && 'id' in member && typeof member.id === 'string'
    ? member.id
    : undefined;

export interface PlacedText {
  readonly at: string;
  readonly text: Text;
}

/** The texts that say something in some language: what says nothing needs no translation. */
export function textsOf(content: ItemContent): readonly PlacedText[] {
  const texts: PlacedText[] = [];
  mapTexts(content, (text, at) => {
    if (Object.values(text).some((said) => said?.trim())) texts.push({ at, text });
    return text;
  });
  return texts;
}

/** Those that say nothing in a language: its people read them in English. */
export const missingIn = (texts: readonly PlacedText[], language: Language): readonly PlacedText[] =>
  texts.filter(({ text }) => (text[language] ?? '').trim() === '');

/** Those that say nothing in one or more of some languages. */
export const unsaidIn = (
  texts: readonly PlacedText[],
  languages: readonly Language[],
): readonly PlacedText[] =>
  texts.filter((text) => languages.some((each) => missingIn([text], each).length > 0));

/** The item as people of one language read it, whatever the language of the screen. */
export const inLanguage = <Content extends object>(content: Content, language: Language): Content =>
  mapTexts(content, (text: LocalizedText) => ({ en: textIn(text, language) }));
