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

const THEME = '__shell/theme.css';

/** The design tokens of both colour modes as one stylesheet beside the page. */
function themeCss(): Plugin {
  return {
    name: 'theme-css',
    async generateBundle() {
      const styles = await tokens.default({
        light: 'light',
        dark: 'dark',
        spacing: 'spacing',
        typography: 'typography',
        shape: 'shape',
        colorMode: 'auto',
      });
      this.emitFile({ type: 'asset', fileName: THEME, source: styles.map((style) => style.css).join('\n') });
    },
    transformIndexHtml: () => [
      { tag: 'link', attrs: { rel: 'stylesheet', href: `/${THEME}` }, injectTo: 'head-prepend' },
    ],
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
