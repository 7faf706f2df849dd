/**
 * Codes in words, for what the backend itself tells people (comments, mails) and for the command line. Screens have the
 * same catalogues, compiled by their build.
 */
import { setupI18n } from '@lingui/core';
import { compileMessage } from '@lingui/message-utils/compileMessage';
import { formatDuration } from './duration';
import type { Param, Params } from './finding';
import type { Locale } from './names';
import { textIn } from './text';

/** ICU messages by code, in every language. */
export type Catalogue = Readonly<Record<Locale, Readonly<Record<string, string>>>>;

/** The words for a code; the code itself where the catalogue has none. */
export type Say = (code: string, params?: Params) => string;

/** Says codes of a catalogue in a language. Days are written as ISO has them, instants in UTC. */
export function sayer(catalogue: Catalogue, locale: Locale): Say {
  const i18n = setupI18n({ locale, messages: { [locale]: { ...catalogue[locale] } } });
  i18n.setMessagesCompiler(compileMessage);
  return (code, params = {}) =>
    i18n._(
      code,
      Object.fromEntries(Object.entries(params).map(([name, param]) => [name, shown(param, locale)])),
    );
}

function shown(param: Param, locale: Locale): string | number {
  if (typeof param !== 'object') return param;
  switch (param.kind) {
    case 'date':
      return param.date;
    case 'instant':
      return new Date(param.at).toISOString();
    case 'duration':
      return formatDuration(param.ms, locale);
    case 'text':
      return textIn(param.text, locale);
  }
}
