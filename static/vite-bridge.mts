import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { Plugin } from 'vite';

const PACKAGE = '@forge/bridge';
const LOCALES = '@forge/i18n';
const VIRTUAL = '\0bridge-slim';
/** What the screens use of the bridge, by the part of the package that has it. A name that is missing here fails the build. */
const PARTS: Readonly<Record<string, readonly string[]>> = {
  'events/events': ['events'],
  'fetch/index': ['requestConfluence', 'requestJira'],
  'invoke/invoke': ['makeInvoke'],
  'modal/modal': ['Modal'],
  'router/router': ['router'],
  'router/targets': ['NavigationTarget'],
  'view/view': ['view'],
};

const require = createRequire(import.meta.url);
const outOf = (name: string): string => dirname(require.resolve(name));

/**
 * Of the bridge, only what the screens name: its package is CommonJS and one whole, so that each screen would load and run
 * its translations, feature flags, uploads and assistants before it can ask anything.
 */
export function bridgeSlim(): Plugin {
  return {
    name: 'bridge-slim',
    enforce: 'pre',
    apply: 'build',
    resolveId(id, importer) {
      if (id === PACKAGE) return { id: VIRTUAL, moduleSideEffects: false };
      // The context asks it for the name of a language alone.
      const isContext = id === LOCALES && importer?.endsWith('/getContext.js') === true;
      return isContext ? join(outOf(LOCALES), 'ensureLocale.js') : null;
    },
    load(id) {
      if (id !== VIRTUAL) return null;
      const from = (part: string): string => JSON.stringify(join(outOf(PACKAGE), `${part}.js`));
      return Object.entries(PARTS)
        .map(([part, names]) => `export { ${names.join(', ')} } from ${from(part)};`)
        .join('\n');
    },
  };
}
