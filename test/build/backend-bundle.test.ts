/** What every cold start of a function loads. */
import { describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { minify } from '@swc/core';
import { bundleApp } from '../../local/forge/bundle/bundle';
import { loadManifest } from '../../local/forge/manifest/load';

const ROOT = resolve(__dirname, '../..');
/** Forge's bundler neither minifies nor drops unused exports; the code itself is what we can keep small. */
const BUDGET_BYTES = 470_000;

describe('the backend bundle', () => {
  it("is built by Forge's own bundler; minified, it stays within 470 kB", async () => {
    const bundle = await bundleApp(loadManifest(ROOT), join(ROOT, '.local/budget-bundle'));
    const { code } = await minify(readFileSync(join(bundle.dir, 'index.cjs'), 'utf8'), {
      compress: true,
      mangle: true,
    });
    expect(code.length).toBeGreaterThan(50_000);
    expect(code.length).toBeLessThanOrEqual(BUDGET_BYTES);
  }, 120_000);
});
