import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import * as v from 'valibot';
import { account } from '../company/accounts';
import { DATA_DIR, parseData } from '../data';

export const SPACES = [
  { key: 'IT', name: 'IT knowledge', description: 'How-tos of the service desk', author: account('ingrid') },
  { key: 'HR', name: 'HR handbook', description: 'Contracts, leave, benefits', author: account('hugo') },
  { key: 'FAC', name: 'Facilities', description: 'Buildings, doors, travel', author: account('fatima') },
  { key: 'FIN', name: 'Finance guide', description: 'Expenses, purchases, pay', author: account('felix') },
] as const;

/** Articles in Russian are of any space, written by one person and labelled as what they are. */
const RUSSIAN = { folder: 'russian', author: account('sergey'), labels: ['русский'] };

const headSchema = v.strictObject({
  title: v.string(),
  space: v.optional(v.string()),
  labels: v.array(v.string()),
  /** Groups that may read it; left out: everybody who reads the space. */
  restrictedTo: v.optional(v.array(v.string())),
});

export interface Article extends Omit<v.InferOutput<typeof headSchema>, 'space'> {
  readonly id: string;
  readonly spaceKey: string;
  readonly author: string;
  /** Lines: `# ` heading, `- ` bullet, `1. ` step, `> ` note, `@item` the app's card, else a paragraph. */
  readonly lines: readonly string[];
}

/** An article's file: its properties as YAML between two lines of dashes, then its lines; empty ones only part them. */
function read(file: string, home: { spaceKey: string; author: string; labels: readonly string[] }): Article {
  const [, head = '', body = ''] = readFileSync(file, 'utf8').split(/^---$/m);
  const { space, labels, ...own } = parseData(head, headSchema);
  return {
    ...own,
    id: path.basename(file, '.md'),
    spaceKey: space ?? home.spaceKey,
    author: home.author,
    labels: [...labels, ...home.labels],
    lines: body.split('\n').filter((line) => line !== ''),
  };
}

const HOMES = [
  ...SPACES.map(({ key, author }) => ({ spaceKey: key, folder: key.toLowerCase(), author, labels: [] })),
  { ...RUSSIAN, spaceKey: '' },
];

export const ARTICLES: readonly Article[] = HOMES.flatMap((home) => {
  const folder = path.join(DATA_DIR, 'articles', home.folder);
  return readdirSync(folder)
    .sort()
    .map((name) => read(path.join(folder, name), home));
});
