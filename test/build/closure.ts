/** What a screen makes people load before it shows anything. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import * as v from 'valibot';

export const BUILD = join(__dirname, '../../static/build');
export const KB = 1000;

const Manifest = v.record(
  v.string(),
  v.object({
    file: v.string(),
    name: v.optional(v.string()),
    imports: v.optional(v.array(v.string()), []),
    dynamicImports: v.optional(v.array(v.string()), []),
    css: v.optional(v.array(v.string()), []),
    isEntry: v.optional(v.boolean(), false),
  }),
);

export const BUDGETS_KB: Readonly<Record<string, number>> = {
  'portal.html': 150,
  'settings.html': 170,
  'sla-panel.html': 90,
  'sla-why.html': 150,
  'knowledge-panel.html': 90,
  'byline.html': 90,
  'macro.html': 90,
  'macro-config.html': 90,
};
export const STYLESHEET_KB = 30;
/** What the portal loads before it asks for its home. */
export const ASKING_KB = 20;

export function manifest(): v.InferOutput<typeof Manifest> {
  const path = join(BUILD, '.vite/manifest.json');
  if (!existsSync(path)) throw new Error('The screens are not built yet: run "npm run build" first.');
  return v.parse(Manifest, JSON.parse(readFileSync(path, 'utf8')));
}

export const gzipped = (file: string): number =>
  gzipSync(readFileSync(join(BUILD, file)), { level: 9 }).length;

/**
 * All files an entry imports statically, however deep, and those of its screen; what it imports on demand is not among them.
 * `asks`: only those that are there before it asks for what it shows.
 */
export function filesOf(entry: string, asks = false): readonly string[] {
  const chunks = manifest();
  // A screen that its entry loads at once, beside asking for what it shows.
  const screens = (chunks[entry]?.dynamicImports ?? []).filter((name) => chunks[name]?.name === 'screen');
  return filesFrom([entry, ...(asks ? [] : screens)], ({ imports }) => imports);
}

/** All files that a page may ever load: at once, or on demand. */
export const filesReached = (entry: string): readonly string[] =>
  filesFrom([entry], ({ imports, dynamicImports }) => [...imports, ...dynamicImports]);

type Chunk = ReturnType<typeof manifest>[string];

function filesFrom(names: readonly string[], nextOf: (chunk: Chunk) => readonly string[]): readonly string[] {
  const chunks = manifest();
  const seen = new Set<string>();
  const visit = (name: string): void => {
    const chunk = chunks[name];
    if (chunk === undefined || seen.has(name)) return;
    seen.add(name);
    nextOf(chunk).forEach(visit);
  };
  names.forEach(visit);
  return [...new Set([...seen].flatMap((name) => chunks[name]?.file ?? []))];
}

const sum = (files: readonly string[]): number => files.reduce((total, file) => total + gzipped(file), 0);

/** Gzipped bytes of what a screen makes people load before it is there, its words apart. */
export const closureBytes = (entry: string): number => sum(filesOf(entry));

/** The same of what it loads before it asks for what it shows. */
export const askingBytes = (entry: string): number => sum(filesOf(entry, true));

/** The stylesheets of the build. */
export function stylesheets(): readonly string[] {
  const sheets = Object.values(manifest()).flatMap((chunk) => chunk.css);
  const assets = Object.values(manifest()).flatMap(({ file }) => (file.endsWith('.css') ? [file] : []));
  return [...new Set([...sheets, ...assets])];
}
