/**
 * Codes in words, for what the backend itself tells people (comments, mails) and for the command line. Screens have the
 * same catalogues, compiled by their build.
 */
import { setupI18n } from '@lingui/core';
import { compileMessage } from '@lingui/message-utils/compileMessage';
import { longDuration } from './duration';
import type { Param, Params } from './finding';
import type { Locale } from './names';
import { textIn } from './text';
import { DURATIONS } from './words/durations';

/** ICU messages by code, in every language. */
export type Catalogue = Readonly<Record<Locale, Readonly<Record<string, string>>>>;

/** The words for a code; the code itself where the catalogue has none. */
export type Say = (code: string, params?: Params) => string;

/** Says codes of a catalogue, and lengths of time, in a language. Days are written as ISO has them, instants in UTC. */
export function sayer(catalogue: Catalogue, locale: Locale): Say {
  const i18n = setupI18n({ locale, messages: { [locale]: { ...DURATIONS[locale], ...catalogue[locale] } } });
  i18n.setMessagesCompiler(compileMessage);
  const say: Say = (code, params = {}) =>
    i18n._(
      code,
      Object.fromEntries(Object.entries(params).map(([name, param]) => [name, shown(param, locale, say)])),
    );
  return say;
}

function shown(param: Param, locale: Locale, say: Say): string | number {
  if (typeof param !== 'object') return param;
  switch (param.kind) {
    case 'date':
      return param.date;
    case 'instant':
      return new Date(param.at).toISOString();
    case 'duration':
      return longDuration(param.ms, say);
    case 'text':
      return textIn(param.text, locale);
  }
}
