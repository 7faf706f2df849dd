import { type Wiki } from './site.ts';
import {
  type ConfluenceSeeding,
  type NewPage,
  type NewSpace,
  type Restriction,
  type SpaceHolder,
  type SpaceOperation,
} from './types.ts';
import { addLabel } from './pages/labels.ts';
import { createProperty } from './pages/properties.ts';
import { insertPage, revisePage } from './pages/write.ts';

const OPEN: Readonly<Record<SpaceOperation, readonly SpaceHolder[]>> = {
  read: [{ kind: 'loggedIn' }],
  create: [{ kind: 'loggedIn' }],
  administer: [],
};

function createSpace(wiki: Wiki, space: NewSpace): { id: string; key: string } {
  const id = wiki.sql.run(
    'insert into conf_spaces (id, key, name, type, status, description, homepage, author, created) values (?, ?, ?, ?, ?, ?, ?, ?, ?)',
    [
      space.id ?? null,
      space.key,
      space.name,
      space.type ?? 'global',
      'current',
      space.description ?? '',
      null,
      space.author ?? null,
      wiki.clock.now(),
    ],
  );
  for (const [operation, holders] of Object.entries({ ...OPEN, ...space.permissions })) {
    for (const holder of holders)
      wiki.sql.put(
        'conf_space_grants',
        [id, operation, holder.kind, 'who' in holder ? holder.who : ''],
        'ignore',
      );
  }
  return { id: String(id), key: space.key };
}

function restrict(wiki: Wiki, pageId: number, restrictions: readonly Restriction[]): void {
  for (const { operation, users = [], groups = [] } of restrictions) {
    wiki.sql.run('delete from conf_restrictions where page_id = ? and operation = ?', [pageId, operation]);
    for (const who of users) wiki.sql.put('conf_restrictions', [pageId, operation, 'user', who]);
    for (const who of groups) wiki.sql.put('conf_restrictions', [pageId, operation, 'group', who]);
  }
}

function importPage(wiki: Wiki, page: NewPage): { id: string } {
  const space = wiki.sql.one<{ id: number; homepage: number | null }>(
    'select id, homepage from conf_spaces where key = ?',
    [page.space],
  );
  if (!space) throw new Error(`There is no space '${page.space}'.`);
  const parentId = page.parent === undefined ? space.homepage : Number(page.parent);
  let row = insertPage(wiki, {
    spaceId: space.id,
    parentId,
    title: page.title,
    storage: page.storage,
    author: page.author,
    at: page.createdAt,
  });
  for (const { at, author, storage, title = row.title, message = '' } of page.versions ?? []) {
    row = revisePage(wiki, row, { title, parentId, storage, author, at, message });
  }
  for (const name of page.labels ?? []) addLabel(wiki, row.id, name);
  for (const [key, value] of Object.entries(page.properties ?? {}))
    createProperty(wiki, row.id, { key, value, author: page.author });
  restrict(wiki, row.id, page.restrictions ?? []);
  if (space.homepage === null && parentId === null)
    wiki.sql.run('update conf_spaces set homepage = ? where id = ?', [row.id, space.id]);
  return { id: String(row.id) };
}

/** Direct writes for seeds and tests. The first page of a space becomes its home page. */
export const seeding = (wiki: Wiki): ConfluenceSeeding => ({
  users: wiki.users,
  createSpace: (space) => wiki.sql.tx(() => createSpace(wiki, space)),
  importPage: (page) => wiki.sql.tx(() => importPage(wiki, page)),
  restrict: (pageId, restrictions) => wiki.sql.tx(() => restrict(wiki, Number(pageId), restrictions)),
});
