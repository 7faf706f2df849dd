import { mkdtemp, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'vite';

/** Loads a module as it is deployed, in one piece: the runner of the benches adds work to every call between files. */
export const bundled = async <T>(entry: string): Promise<T> => {
  const outDir = await mkdtemp(join(resolve('node_modules'), '.bench-'));
  try {
    await build({
      configFile: false,
      logLevel: 'error',
      ssr: { noExternal: true },
      build: {
        ssr: resolve(entry),
        outDir,
        minify: false,
        rollupOptions: { output: { entryFileNames: 'bench.mjs' } },
      },
    });
    return (await import(pathToFileURL(join(outDir, 'bench.mjs')).href)) as T;
  } finally {
    await rm(outDir, { recursive: true, force: true });
  }
};
