/** Every text in both languages, every text used, every used text there. */
import { describe, expect, it } from '@jest/globals';
import { compileMessage } from '@lingui/message-utils/compileMessage';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { SHOWN } from '../../../src/sla/definitions/domain/display/schema';
import { LIMITS, REACHES } from '../../../src/sla/definitions/domain/policy/schema';
import type { Settings } from '../../kit/fields/setting-rows';
import { WORDS } from '../../vite-texts.mts';
import { cataloguesIn } from '../testing/catalogues';

const ROOT = join(__dirname, '../../..');
type Texts = Readonly<Record<string, string>>;

const catalogues = { en: cataloguesIn('en'), ru: cataloguesIn('ru') };
const surfaces = [...catalogues.en.keys()];
const textsOf = (surface: string, language: 'en' | 'ru'): Texts => catalogues[language].get(surface) ?? {};

const sources = (folder: string): readonly string[] =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return entry.name === 'build' ? [] : sources(path);
    return /\.tsx?$/.test(entry.name) && !entry.name.includes('.test.') ? [path] : [];
  });
const code = [...sources(join(ROOT, 'static')), ...sources(join(ROOT, 'src'))]
  .map((path) => readFileSync(path, 'utf8'))
  .join('\n');

const allKeys = new Set(surfaces.flatMap((surface) => Object.keys(textsOf(surface, 'en'))));
const prefixes = [...new Set([...allKeys].map((key) => key.split('.')[0]))].join('|');

/** Settings whose rows follow from their schema, by what their texts begin with. */
const SETTINGS: Readonly<Record<string, Settings>> = {
  'settings.display': SHOWN,
  'settings.notify': { ...REACHES, ...LIMITS },
};
const settings = Object.entries(SETTINGS).flatMap(([words, group]) =>
  Object.entries(group).map(([key, { wrapped }]) => {
    const options = wrapped.type === 'picklist' ? wrapped.options : [];
    return { key: `${words}.${key}`, options: options.map((option) => `${words}.${key}.${option}`) };
  }),
);

/** Keys written out in some code. */
const quotedIn = (text: string): readonly string[] =>
  [...text.matchAll(new RegExp(`['"\`]((?:${prefixes})\\.[\\w.-]+)['"\`]`, 'g'))].map((m) => m[1] ?? '');
/** The fixed beginnings of keys that it puts together at run time. */
const beginningsIn = (text: string): readonly string[] =>
  [...text.matchAll(new RegExp(`\`((?:${prefixes})\\.[\\w.-]*)\\$\\{`, 'g'))].map((m) => m[1] ?? '');

const literals = new Set([
  ...quotedIn(code),
  ...settings.flatMap(({ key, options }) => [key, `${key}Hint`, ...options]),
]);
const beginnings = [
  ...beginningsIn(code),
  ...[...code.matchAll(/\b(?:worded(?:<\w+>)?\(\s*'|words=")([^'"]+)/g)].map((m) => `${m[1] ?? ''}.`),
];

/** Placeholders of a message, whatever they are formatted as: compiled, they are the tokens that are no text. */
const placeholders = (text: string): ReadonlySet<string> => {
  const names = new Set<string>();
  const walk = (tokens: unknown): void => {
    if (!Array.isArray(tokens)) return;
    for (const token of tokens as readonly unknown[]) {
      if (!Array.isArray(token)) continue;
      const [name, , forms] = token as unknown as readonly [
        string,
        string?,
        Readonly<Record<string, unknown>>?,
      ];
      names.add(name);
      Object.values(forms ?? {}).forEach(walk);
    }
  };
  walk(compileMessage(text));
  return names;
};

describe.each(surfaces)('texts of %s', (surface) => {
  const en = textsOf(surface, 'en');
  const ru = textsOf(surface, 'ru');

  it('has the same keys in English and Russian', () => {
    expect(Object.keys(ru).sort()).toEqual(Object.keys(en).sort());
  });

  it('fills the same placeholders in both languages', () => {
    const differing = Object.keys(en).filter(
      (key) =>
        [...placeholders(en[key] ?? '')].sort().join() !== [...placeholders(ru[key] ?? '')].sort().join(),
    );
    expect(differing).toEqual([]);
  });

  it('has the Russian form for one, for few and for the rest wherever a form depends on a number', () => {
    const plurals = Object.entries(ru).filter(([, text]) => /, plural,.*\b(one|few|many)\s*\{/s.test(text));
    const lacking = plurals.filter(([, text]) => !/\bone\s*\{/.test(text) || !/\bfew\s*\{/.test(text));
    expect(lacking.map(([key]) => key)).toEqual([]);
  });

  it('holds no text that nobody uses', () => {
    const unused = Object.keys(en).filter(
      (key) => !literals.has(key) && !beginnings.some((beginning) => key.startsWith(beginning)),
    );
    expect(unused).toEqual([]);
  });
});

describe('texts of all surfaces', () => {
  it('has every text that the screens name', () => {
    // By themselves, and as the label and the help of a form's row.
    const calls = [
      ...code.matchAll(/\bt\(\s*'([^']+)'/g),
      ...code.matchAll(/\b(?:label|help|error)(?:: |=)['"]([a-z-]+\.[\w.-]+)['"]/g),
    ].map((match) => match[1] ?? '');
    expect(calls.length).toBeGreaterThan(50);
    expect([...new Set(calls)].filter((key) => !allKeys.has(key))).toEqual([]);
  });

  it('has words for each setting and what may be chosen for it', () => {
    const wanted = settings.flatMap(({ key, options }) => [key, ...options]);
    expect(wanted.filter((key) => !allKeys.has(key))).toEqual([]);
  });

  it('gives no key to two surfaces', () => {
    const keys = surfaces.flatMap((surface) => Object.keys(textsOf(surface, 'en')));
    expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([]);
  });
});

/** Code of a page with the keys that are loaded before it runs. */
interface Part {
  readonly text: string;
  readonly keys: readonly string[];
}

/** What these files are made of, in parts: what a file imports beside `loadTexts` comes later, with the texts it loads. */
function partsOf(start: readonly string[], before: readonly string[] = []): readonly Part[] {
  const [open, later, found] = [[...start], [] as string[], new Map<string, string>()];
  for (let path = open.pop(); path !== undefined; path = open.pop()) {
    if (found.has(path)) continue;
    const text = path.endsWith('.json') ? '' : readFileSync(path, 'utf8');
    found.set(path, text);
    const folder = dirname(path);
    open.push(...filesIn(folder, text, /(?:im|ex)port (?!type)(?:[^;'"]*? from )?'(\..+?)'/g));
    (text.includes('loadTexts(') ? later : open).push(...filesIn(folder, text, /import\('(\..+?)'\)/g));
  }
  const keys = [...before, ...[...found.keys()].flatMap(keysOf)];
  // A call may have the name of a text.
  const text = [...found.values()].join('\n').replaceAll(/\bcall\(\s*'[^']+'/g, '');
  return [{ text, keys }, ...(later.length === 0 ? [] : partsOf(later, keys))];
}

/** The code and the texts that imports of a form lead to. */
const filesIn = (folder: string, text: string, form: RegExp): readonly string[] =>
  [...text.matchAll(form)].flatMap(([, path = '']) =>
    ['', '.ts', '.tsx', '/index.ts', '/index.tsx']
      .map((end) => `${join(folder, path)}${end}`)
      .filter((each) => /\.(tsx?|json)$/.test(each) && existsSync(each))
      .slice(0, 1),
  );

/** The keys in a surface's file of texts as it is built; none in another file. */
function keysOf(path: string): readonly string[] {
  const [folder, surface = ''] = /^static\/([^/]+)\/locales(?=\/en\.json$)/.exec(relative(ROOT, path)) ?? [];
  const folders = folder === undefined ? [] : [folder, ...(WORDS[surface] ?? [])];
  return folders.flatMap((each) => Object.keys(textsOf(each, 'en')));
}

const pages = readdirSync(join(ROOT, 'static')).filter((name) => name.endsWith('.html'));

it.each(pages)('has the texts that %s names, when it names them', (page) => {
  const [, script = ''] = /src="\/(.+)"/.exec(readFileSync(join(ROOT, 'static', page), 'utf8')) ?? [];
  for (const { text, keys } of partsOf([join(ROOT, 'static', script)])) {
    const lacking = (named: readonly string[], isIn: (key: string, named: string) => boolean) =>
      [...new Set(named)].filter(
        (each) => [...allKeys].some((key) => isIn(key, each)) && !keys.some((key) => isIn(key, each)),
      );
    expect(quotedIn(text).length).toBeGreaterThan(5);
    expect(lacking(quotedIn(text), (key, each) => key === each)).toEqual([]);
    expect(lacking(beginningsIn(text), (key, each) => key.startsWith(each))).toEqual([]);
  }
});
