/**
 * Codes in words, for what the backend itself tells people (comments, mails) and for the command line. Screens have the
 * same catalogues, compiled by their build and said by lingui; the backend's bundle has no room for it.
 */
import { longDuration } from './duration';
import type { Param, Params } from './finding';
import { type Message, type Placeholder, readMessage } from './message';
import type { Locale } from './names';
import { type Language, textIn } from './text';
import { DURATIONS } from './words/durations';

/** ICU messages by code, in every language. */
export type Catalogue = Readonly<Record<Locale, Readonly<Record<string, string>>>>;

/** The words for a code; the code itself where the catalogue has none. */
export type Say = (code: string, params?: Params) => string;

/**
 * Says codes of a catalogue, and lengths of time, in a language, in English where that has no words of the app's; texts among the
 * parameters in any. Days are written as ISO has them, instants in UTC.
 */
export function sayer(catalogue: Catalogue, language: Language): Say {
  const locale = language === 'ru' ? 'ru' : 'en';
  const texts: Readonly<Record<string, string>> = { ...DURATIONS[locale], ...catalogue[locale] };
  const plural = new Intl.PluralRules(locale);
  const say: Say = (code, params = {}) => {
    const text = texts[code];
    return text === undefined ? code : written(readMessage(text), '#');

    /** `hash` is what `#` stands for: the number that a form was chosen by. */
    function written(message: Message, hash: string): string {
      return message
        .map((part) => (typeof part === 'string' ? (part === '#' ? hash : part) : chosen(part, hash)))
        .join('');
    }

    function chosen({ name, how, forms }: Placeholder, hash: string): string {
      const value = shown(params[name] ?? '', language, say);
      if (how === undefined) return String(value);
      if (how === 'select') return written(forms.get(String(value)) ?? forms.get('other') ?? [], hash);
      const number = Number(value);
      const form = forms.get(`=${number}`) ?? forms.get(plural.select(number)) ?? forms.get('other') ?? [];
      return written(form, number.toLocaleString(locale));
    }
  };
  return say;
}

function shown(param: Param, language: Language, say: Say): string | number {
  if (typeof param !== 'object') return param;
  switch (param.kind) {
    case 'date':
      return param.date;
    case 'instant':
      return new Date(param.at).toISOString();
    case 'duration':
      return longDuration(param.ms, say);
    case 'text':
      return textIn(param.text, language);
  }
}
