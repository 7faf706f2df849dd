import type { Locale } from './names';

/** What somebody wrote in English, and perhaps in Russian. */
export interface LocalizedText {
  readonly en: string;
  readonly ru?: string;
}

/** The text in a language, or in English where there is no translation. */
export function textIn(text: LocalizedText, locale: Locale): string {
  return (locale === 'ru' ? text.ru : undefined) || text.en;
}
