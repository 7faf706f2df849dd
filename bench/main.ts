import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

/** `npm run bench -- PART`: runs `bench/PART/run.ts`, whose `run` prints its figures. */

const PARTS = ['sla', 'cost', 'ui', 'search'] as const;

interface Part {
  readonly run: () => Promise<void> | void;
}

const main = async (name: string | undefined): Promise<number> => {
  const asked = PARTS.filter((part) => name === undefined || part === name);
  if (asked.length === 0) {
    process.stderr.write(`There is no bench "${name ?? ''}". Choose one of ${PARTS.join(', ')}.\n`);
    return 1;
  }
  for (const part of asked) {
    const file = resolve(import.meta.dirname, part, 'run.ts');
    const loaded = (await import(pathToFileURL(file).href)) as Part;
    await loaded.run();
  }
  return 0;
};

main(process.argv[2]).then(
  (code) => (process.exitCode = code),
  (error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 1;
  },
);
