import { createHash } from 'node:crypto';
import { relative, resolve } from 'node:path';
import { defineConfig } from 'vite';
import { atlaskitSlim, compiledCssSort } from './vite-atlaskit.mts';
import { bridgeSlim } from './vite-bridge.mts';
import { compiledTexts } from './vite-texts.mts';

const ROOT = import.meta.dirname;
const ENTRIES = [
  'portal',
  'sla-panel',
  'sla-why',
  'knowledge-panel',
  'settings',
  'byline',
  'macro',
  'macro-config',
];

/** A class by its name and its file: without the line that it stands in, which a stylesheet of all screens compresses badly. */
const scoped = (name: string, file: string): string => {
  const hash = createHash('sha256').update(relative(ROOT, file.replace(/\?.*/, '')));
  return `${name}_${hash.digest('base64url').slice(0, 5)}`;
};

export default defineConfig({
  root: ROOT,
  base: './',
  plugins: [compiledTexts(), bridgeSlim(), atlaskitSlim(), compiledCssSort()],
  resolve: {
    mainFields: ['module:es2019', 'browser', 'module', 'jsnext:main', 'jsnext'],
    dedupe: ['react', 'react-dom', '@atlaskit/tokens'],
  },
  css: { modules: { generateScopedName: scoped } },
  build: {
    outDir: 'build',
    emptyOutDir: true,
    target: 'es2022',
    // One sorted stylesheet: split ones change each other's meaning with the order they arrive in.
    cssCodeSplit: false,
    modulePreload: { polyfill: false },
    manifest: true,
    // The holidays of the world, loaded only when somebody imports some; test/build keeps the budgets of the rest.
    chunkSizeWarningLimit: 1600,
    rollupOptions: {
      // Of the kit's lists of parts a screen loads those it names.
      treeshake: { moduleSideEffects: [{ test: /\/static\/kit\/.*\.tsx?$/, sideEffects: false }] },
      input: Object.fromEntries(ENTRIES.map((entry) => [entry, resolve(ROOT, `${entry}.html`)])),
      output: {
        // What the panel shares with the board and the simulator: one file more for each issue to load, not several.
        codeSplitting: {
          groups: [
            // What every screen shows, even if only an error: one file.
            {
              name: 'base',
              test: /node_modules\/(react(-dom)?\/|@atlaskit\/icon\/dist\/)|static\/shared\/(mount|error-|skeleton-lines|use-load|use-now|kept|dates|empty-view|live-region|navigation|new-tab-link)|src\/kernel\/same-values/,
            },
            {
              name: 'sla-words',
              test: /static\/sla-panel\/(model\/(duration|remaining|status)|status-lozenge)\.tsx?$/,
            },
            { name: 'text-field', test: /@atlaskit\/textfield\// },
            { name: 'glyph', test: /static\/shared\/glyph\.tsx$/ },
            { name: 'articles', test: /static\/shared\/articles\/find-articles\.ts$|src\/knowledge\/domain\/excerpt\.ts$/ },
            { name: 'users', test: /static\/shared\/(user-name|user-picker\/users|use-user-names)\.tsx?$/ },
            // What the pages of the portal and of the settings stand on.
            {
              name: 'pages',
              test: /node_modules\/wouter\/|@atlaskit\/(badge|primitives)\/|static\/(kit\/(address\/|forms\.module)|settings\/rights|shared\/(page-header|money))|src\/(kernel\/(text-schema|search\/)|catalog\/domain\/(asked|parts-schema|text-schema|searched|tree)\.ts)/,
              tags: ['$initial'],
            },
            // What the portal shows first, which its other pages share.
            { name: 'home', test: /static\/portal\/(portal|navigation|texts)\.tsx?$/ },
          ],
        },
      },
    },
  },
});
