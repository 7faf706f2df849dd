import { setupI18n } from '@lingui/core';
import type { Locale } from '../../../src/kernel/names';
import { type Language, type LocalizedText, textIn } from '../../../src/kernel/text';

/** A catalog as the build leaves it: ICU messages compiled to arrays; plain strings in tests. */
type Messages = Parameters<typeof i18n.load>[1];
interface CatalogModule {
  readonly default: unknown;
}
/** Where a surface's texts come from: only the viewer's language is loaded. */
export type TextSource = Readonly<Record<Locale, () => Promise<CatalogModule>>>;

const i18n = setupI18n();
let active: Locale = 'en';

/** The language of the screen. */
export const locale = (): Locale => active;

/** Adds the texts of one or more surfaces in a language and makes it the screen's language. */
export async function loadTexts(language: Locale, ...sources: readonly TextSource[]): Promise<void> {
  const modules = await Promise.all(sources.map((source) => source[language]()));
  for (const module of modules) addTexts(language, module.default as Messages);
}

/** Adds a catalog that is already at hand. `formatLocale` chooses the number format; plural rules follow the language. */
export function addTexts(language: Locale, messages: Messages): void {
  active = language;
  i18n.load(language, messages);
  i18n.activate(language);
}

export type TextParams = Readonly<Record<string, string | number>>;

/** The text of a key in the screen's language, ICU placeholders filled; the key itself when there is no such text. */
export const t = (key: string, params?: TextParams): string => i18n._(key, params);

/** Whether there is a text for a key. For codes from outside; everything else is known at build time. */
export const hasText = (key: string): boolean => key in i18n.messages;

let read: Language | null = null;

/** The language that the viewer reads texts in: their own, also where the screen has no words in it. */
export const readsIn = (): Language => read ?? active;

/** Says in which language the viewer reads texts; else it is the screen's. */
export const readTextsIn = (language: Language): void => {
  read = language;
};

/** A text that somebody wrote in one or more languages, in the viewer's or else in English. */
export const localized = (text: LocalizedText): string => textIn(text, readsIn());
