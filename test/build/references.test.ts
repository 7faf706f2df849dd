/** What code, tests and guides refer to stands in the repository. */
import { describe, expect, it } from '@jest/globals';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = join(__dirname, '../..');
const RULES = readFileSync(join(ROOT, 'docs/sla-rules.md'), 'utf8');
const SECTIONS = new Set([...RULES.matchAll(/^#+ §([\d.]+) /gm)].map(([, section]) => section));
const EXAMPLES = new Set([...RULES.matchAll(/^\| (V\d+[a-z]?) \|/gm)].map(([, example]) => example));

const texts = ['src', 'static', 'local', 'test', 'bench', 'docs'].flatMap((folder) =>
  readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(tsx?|mts|md)$/.test(name) && !/node_modules|^build\//.test(name))
    .map((name) => `${folder}/${name}`)
    .filter((path) => path !== 'test/build/references.test.ts')
    .map((path) => ({ path, text: readFileSync(join(ROOT, path), 'utf8') })),
);

describe('references to the SLA rules', () => {
  it('name sections there are', () => {
    const named = texts.flatMap(({ path, text }) =>
      [...text.matchAll(/§ ?(\d[\d.]*\d|\d)/g)].map(([, section = '']) => ({ path, section })),
    );
    expect(named.length).toBeGreaterThan(80);
    expect(named.filter(({ section }) => !SECTIONS.has(section))).toEqual([]);
  });

  it('name examples there are, and every example is tested', () => {
    const golden = texts.find(({ path }) => path.endsWith('replay/golden.test.ts'))?.text ?? '';
    const tested = new Set([...golden.matchAll(/it\('(V\d+[a-z]?):/g)].map(([, example]) => example));
    expect([...EXAMPLES].filter((example) => !tested.has(example))).toEqual([]);
    const named = texts
      .filter(({ path }) => path.startsWith('src/sla/'))
      .flatMap(({ text }) => [...text.matchAll(/\bV\d+[a-z]?\b/g)].map(([example]) => example));
    expect(named.filter((example) => !EXAMPLES.has(example))).toEqual([]);
  });

  it('name no document that is not in the repository', () => {
    const missing = /\bfeatures (§|[A-Z]{2,4}-\d)|features\.md/i;
    expect(texts.filter(({ text }) => missing.test(text)).map(({ path }) => path)).toEqual([]);
  });
});
