import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';

const ROOT = join(__dirname, '../../..');

const foldersIn = (path: string): readonly string[] =>
  existsSync(path) ? readdirSync(path).map((name) => join(path, name)) : [];

/** Where texts are: a folder of each surface, and those of the words that subjects share with the backend. */
const folders = [
  ...foldersIn(join(ROOT, 'static')).map((surface) => join(surface, 'locales')),
  ...foldersIn(join(ROOT, 'src')).flatMap((subject) => foldersIn(join(subject, 'words'))),
].filter((folder) => existsSync(join(folder, 'en.json')));

type Texts = Readonly<Record<string, string>>;

/** Every catalogue of texts in a language, as it is written, by its folder. */
export const cataloguesIn = (language: 'en' | 'ru'): ReadonlyMap<string, Texts> =>
  new Map(
    folders.map((folder) => [
      relative(ROOT, folder),
      JSON.parse(readFileSync(join(folder, `${language}.json`), 'utf8')) as Texts,
    ]),
  );
