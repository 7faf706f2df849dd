import type { HtmlTagDescriptor, Plugin, Rollup } from 'vite';

type Bundle = Rollup.OutputBundle;

/** Files that a file imports at once, however deep, itself first. */
function closureOf(file: string, bundle: Bundle, seen = new Set<string>()): ReadonlySet<string> {
  const chunk = bundle[file];
  if (seen.has(file) || chunk?.type !== 'chunk') return seen;
  seen.add(file);
  for (const each of chunk.imports) closureOf(each, bundle, seen);
  return seen;
}

/**
 * A page whose first script only asks, and loads its `screen` meanwhile: the page names the screen's files, so that the
 * browser loads them at once and not when the first script has run.
 */
export function preloadedScreen(): Plugin {
  return {
    name: 'preloaded-screen',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler(_html, { bundle, chunk }): HtmlTagDescriptor[] {
        if (bundle === undefined || chunk === undefined) return [];
        const first = closureOf(chunk.fileName, bundle);
        const screen = chunk.dynamicImports.find((file) => bundle[file]?.name === 'screen');
        if (screen === undefined) return [];
        return [...closureOf(screen, bundle)]
          .filter((file) => !first.has(file))
          .map((file) => ({
            tag: 'link',
            attrs: { rel: 'modulepreload', crossorigin: true, href: `./${file}` },
            injectTo: 'head',
          }));
      },
    },
  };
}
