import { createHash } from 'node:crypto';
import { relative, resolve } from 'node:path';
import { defineConfig } from 'vite';
import { atlaskitSlim, compiledCssSort } from './vite-atlaskit.mts';
import { bridgeSlim } from './vite-bridge.mts';
import { preloadedScreen } from './vite-screen.mts';
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

/** Whose a class is: two files whose short hashes are the same may not share the name of a class. */
const owners = new Map<string, string>();

/** A class by its name and its file: without the line that it stands in, which a stylesheet of all screens compresses badly. */
const scoped = (name: string, path: string): string => {
  const file = relative(ROOT, path.replace(/\?.*/, ''));
  const hash = createHash('sha256').update(file);
  const made = `${name}_${hash.digest('base64url').slice(0, 3)}`;
  const owner = owners.get(made) ?? file;
  if (owner !== file) throw new Error(`${owner} and ${file} are given the same class ${made}: rename one.`);
  owners.set(made, file);
  return made;
};

export default defineConfig({
  root: ROOT,
  base: './',
  plugins: [compiledTexts(), bridgeSlim(), atlaskitSlim(), compiledCssSort(), preloadedScreen()],
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
            // What asks the product and the app: the portal's first script asks before its screen is here.
            {
              name: 'core',
              test: /node_modules\/(react|valibot)\/|bridge-slim|vite\/preload-helper|static\/shared\/(context|api|kept|texts)\.ts$/,
            },
            {
              name: 'asked',
              test: /static\/(portal\/(home-data|texts)\.tsx?|kit\/address\/page-history\.ts)$/,
            },
            // What every screen shows, even if only an error, and what is so small that a file of its own costs more: one file.
            {
              name: 'base',
              test: /node_modules\/(react-dom\/|@atlaskit\/(textfield|icon\/dist)\/)|static\/shared\/(mount|user-name|user-picker\/users|use-user-names|error-|skeleton-lines|use-load|use-now|dates|empty-view|live-region|navigation|new-tab-link)|static\/sla-panel\/(model\/(duration|remaining|status)|status-lozenge)|src\/kernel\/same-values/,
            },
            { name: 'glyph', test: /static\/shared\/glyph\.tsx$/ },
            {
              name: 'articles',
              test: /static\/shared\/articles\/find-articles\.ts$|src\/knowledge\/domain\/excerpt\.ts$/,
            },
            // What the pages of the portal and of the settings stand on.
            {
              name: 'pages',
              test: /node_modules\/wouter\/|@atlaskit\/(badge\/|primitives\/dist\/es2019\/compiled\/components\/text\.js)|static\/(kit\/(address\/(address-router|use-address-param|named)\.|forms\.module)|settings\/rights|shared\/(page-header|money))|src\/(kernel\/search\/(edits|alike)|catalog\/domain\/tree)\.ts$/,
            },
            // What the portal shows first, which its other pages share. Its screen is none of it: whoever loads that draws the portal.
            { name: 'home', test: /static\/portal\/(portal|navigation)\.tsx$/ },
          ],
        },
      },
    },
  },
});
