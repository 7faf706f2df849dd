/** A language that people write texts in, without its region: `de`. The app's own words are in those of `Locale` alone. */
export type Language = string;

/** What somebody wrote in English, and perhaps in other languages. */
export interface LocalizedText {
  readonly en: string;
  readonly ru?: string;
  readonly [language: Language]: string | undefined;
}

/** The text in a language, or in English where there is no translation. */
export const textIn = (text: LocalizedText, language: Language): string => text[language] || text.en;

/** The language of a locale as browsers and Jira write it: `de` of `de-DE` and of `de_DE`. Norwegian is Bokmål. */
export const languageOf = (locale: string): Language =>
  (/^[a-z]*/.exec(locale.toLowerCase())?.[0] || 'en').replace(/^no$/, 'nb');

/** A text of several, in every language in which some of them are written. */
export const joined = (texts: readonly LocalizedText[], separator: string): LocalizedText => ({
  en: '',
  ...Object.fromEntries(
    texts
      .flatMap((text) => ['en', ...Object.keys(text)])
      .map((language) => [language, texts.map((text) => textIn(text, language)).join(separator)]),
  ),
});

/** The text with what is said in each language as `map` makes it. */
export const mapText = (text: LocalizedText, map: (said: string) => string): LocalizedText => ({
  ...text,
  ...Object.fromEntries(
    Object.entries(text).flatMap(([language, said]) => (said ? [[language, map(said)]] : [])),
  ),
});
