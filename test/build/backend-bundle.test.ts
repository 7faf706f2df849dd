/** What every cold start of a function loads. */
import { beforeAll, describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { minify } from '@swc/core';
import { bundleApp } from '../../local/forge/bundle/bundle';
import { loadManifest } from '../../local/forge/manifest/load';
import { closure, linesOf } from './loaded-files';

const ROOT = resolve(__dirname, '../..');
/** Forge's bundler neither minifies nor drops unused exports; the code itself is what we can keep small. */
// Joining requests of colleagues, and comparing them with what is typed, is 6 kB of `index`: their texts may not leave the backend to be compared.
// Ordering for somebody is 7 kB of `index` and 3 kB of `background`: who lets whom, read, written and noted again at night, and the doors that ask.
// Files of requests are 20 kB of `index` and 12 kB of `background`: the store's SDK, what tells a file by its content, uploads and the steps that move them.
// Adding files to a request that was sent is 4 kB of `index` and 1 kB of `background`.
const BUDGETS_BYTES = { index: 600_000, background: 488_000, events: 250_000 };

describe('the backend bundle', () => {
  let dir = '';
  beforeAll(async () => {
    dir = (await bundleApp(loadManifest(ROOT))).dir;
  }, 240_000);

  it.each(Object.entries(BUDGETS_BYTES))(
    "of %s is built by Forge's own bundler; minified, it stays within its budget",
    async (name, most) => {
      const { code } = await minify(readFileSync(join(dir, `${name}.cjs`), 'utf8'), {
        compress: true,
        mangle: true,
      });
      expect(code.length).toBeGreaterThan(50_000);
      expect(code.length).toBeLessThanOrEqual(most);
    },
    60_000,
  );
});

describe('what an issue event loads', () => {
  const at = (file: string): string => join(ROOT, 'src', file);
  /** Every subject behind the dispatcher but the SLA, by its door. */
  const SUBJECTS = ['requests'];
  const doors = SUBJECTS.map((subject) => at(`${subject}/events.ts`));
  const sla = closure(at('events.ts'), doors);

  it('stays small for the dispatcher and the SLA', () => {
    expect(linesOf(sla)).toBeLessThanOrEqual(10_500);
  });

  it.each(SUBJECTS)('grows little by %s', (subject) => {
    const more = closure(at(`${subject}/events.ts`)).filter((file) => !sla.includes(file));
    expect(more.length).toBeGreaterThan(0);
    expect(linesOf(more)).toBeLessThanOrEqual(800);
  });

  it('comes through no barrel', () => {
    const all = closure(at('events.ts')).map((file) => relative(ROOT, file));
    expect(all.filter((file) => file.endsWith('/index.ts'))).toEqual([]);
  });
});
