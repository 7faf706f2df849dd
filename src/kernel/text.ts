import type { Locale } from './names';

/** The text in a language, or in English where there is no translation. */
export function textIn(text: { readonly en: string; readonly ru?: string }, locale: Locale): string {
  return (locale === 'ru' ? text.ru : undefined) || text.en;
}
