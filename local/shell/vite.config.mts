import { defineConfig, type Plugin } from 'vite';
import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import type GetThemeStyles from '@atlaskit/tokens/get-theme-styles';

interface Tokens {
  readonly default: typeof GetThemeStyles;
}

interface Flags {
  readonly setBooleanFeatureFlagResolver: (resolve: () => boolean) => void;
}

const require = createRequire(import.meta.url);
const flags = require('@atlaskit/platform-feature-flags') as Flags;
flags.setBooleanFeatureFlagResolver(() => false);
const tokens = require('@atlaskit/tokens/get-theme-styles') as Tokens;

const THEME = 'virtual:theme.css';

/** The design tokens of both colour modes as one stylesheet. */
function themeCss(): Plugin {
  return {
    name: 'theme-css',
    resolveId: (id) => (id === THEME ? `\0${THEME}` : null),
    async load(id) {
      if (id !== `\0${THEME}`) return null;
      const styles = await tokens.default({
        light: 'light',
        dark: 'dark',
        spacing: 'spacing',
        typography: 'typography',
        shape: 'shape',
        colorMode: 'auto',
      });
      return styles.map((style) => style.css).join('\n');
    },
  };
}

export default defineConfig({
  root: import.meta.dirname,
  base: '/',
  publicDir: false,
  logLevel: 'warn',
  plugins: [themeCss()],
  build: {
    outDir: resolve(import.meta.dirname, '../../.local/shell'),
    emptyOutDir: true,
    target: 'es2022',
    assetsDir: '__shell',
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 900,
  },
});
