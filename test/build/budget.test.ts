/** What a screen makes people load before it shows anything: the promise of the issue, kept by a test. */
import { describe, expect, it } from '@jest/globals';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import * as v from 'valibot';

const BUILD = join(__dirname, '../../static/build');
const KB = 1000;

const Manifest = v.record(
  v.string(),
  v.object({
    file: v.string(),
    imports: v.optional(v.array(v.string()), []),
    css: v.optional(v.array(v.string()), []),
    isEntry: v.optional(v.boolean(), false),
  }),
);

const BUDGETS_KB: Readonly<Record<string, number>> = {
  'portal.html': 150,
  'settings.html': 170,
  'sla-panel.html': 90,
  'knowledge-panel.html': 90,
  'byline.html': 90,
  'macro.html': 90,
  'macro-config.html': 90,
};
const STYLESHEET_KB = 30;

function manifest(): v.InferOutput<typeof Manifest> {
  const path = join(BUILD, '.vite/manifest.json');
  if (!existsSync(path)) throw new Error('The screens are not built yet: run "npm run build" first.');
  return v.parse(Manifest, JSON.parse(readFileSync(path, 'utf8')));
}

const gzipped = (file: string): number => gzipSync(readFileSync(join(BUILD, file)), { level: 9 }).length;

/** The files an entry imports statically, however deep; what it imports on demand is not among them. */
function closure(entry: string): ReadonlySet<string> {
  const chunks = manifest();
  const seen = new Set<string>();
  const visit = (name: string): void => {
    if (seen.has(name)) return;
    seen.add(name);
    chunks[name]?.imports.forEach(visit);
  };
  visit(entry);
  return new Set([...seen].flatMap((name) => chunks[name]?.file ?? []));
}

describe('the size of the screens', () => {
  it('has a budget for every entry', () => {
    const entries = Object.entries(manifest()).filter(([, chunk]) => chunk.isEntry);
    expect(entries.map(([name]) => name).sort()).toEqual(Object.keys(BUDGETS_KB).sort());
  });

  it.each(Object.entries(BUDGETS_KB))('loads %s within %d kB of scripts', (entry, budgetKb) => {
    const bytes = [...closure(entry)].reduce((sum, file) => sum + gzipped(file), 0);
    expect(bytes / KB).toBeGreaterThan(10);
    expect(bytes / KB).toBeLessThanOrEqual(budgetKb);
  });

  it('shares one stylesheet of at most 30 kB', () => {
    const sheets = new Set(Object.values(manifest()).flatMap((chunk) => chunk.css));
    const assets = Object.values(manifest()).flatMap(({ file }) => (file.endsWith('.css') ? [file] : []));
    const all = [...new Set([...sheets, ...assets])];
    expect(all).toHaveLength(1);
    expect(all.reduce((sum, file) => sum + gzipped(file), 0) / KB).toBeLessThanOrEqual(STYLESHEET_KB);
  });

  it('refers to everything by a relative path, as Forge serves it from anywhere', () => {
    for (const entry of Object.keys(BUDGETS_KB)) {
      const html = readFileSync(join(BUILD, entry), 'utf8');
      const paths = [...html.matchAll(/(?:src|href)="([^"]+)"/g)].map((match) => match[1]);
      expect(paths.length).toBeGreaterThan(0);
      expect(paths.filter((path) => !path?.startsWith('./'))).toEqual([]);
    }
  });
});
