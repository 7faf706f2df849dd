import { compileMessage } from '@lingui/message-utils/compileMessage';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';

type Texts = Readonly<Record<string, string>>;

/** Words of the kit, and those that subjects share with the backend and the command line, by the surface that shows them. */
export const WORDS: Readonly<Record<string, readonly string[]>> = {
  shared: ['src/kernel/words/durations'],
  portal: ['static/kit/locales', 'src/catalog/words/fields'],
  settings: [
    'static/kit/locales',
    'src/catalog/words/fields',
    'src/sla/words/findings',
    'src/sla/words/causes',
  ],
  'sla-panel': ['src/sla/words/causes'],
};

/**
 * Compiles the ICU messages of `locales/<language>.json` while building, so that no parser reaches the browser. Words a
 * surface shares with the backend are put into the same file.
 */
export function compiledTexts(): Plugin {
  return {
    name: 'compiled-texts',
    enforce: 'pre',
    transform(code, id) {
      const [, surface = '', language = ''] = /\/static\/([^/]+)\/locales\/([a-z]+)\.json$/.exec(id) ?? [];
      if (language === '') return null;
      const shared = (WORDS[surface] ?? []).map((words) => {
        const path = join(import.meta.dirname, '..', words, `${language}.json`);
        this.addWatchFile(path);
        return JSON.parse(readFileSync(path, 'utf8')) as Texts;
      });
      const messages = Object.entries(Object.assign({}, ...shared, JSON.parse(code)) as Texts);
      const compiled = Object.fromEntries(messages.map(([key, text]) => [key, compileMessage(text)]));
      return { code: JSON.stringify(compiled), map: null };
    },
  };
}
