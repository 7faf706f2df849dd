import * as v from 'valibot';
import { bodyOf } from '../../shared/body.ts';
import { causeOf } from '../../shared/events.ts';
import { badRequest, forbidden, notFound, ProductError } from '../../shared/product-error.ts';
import { type Call } from '../../shared/router.ts';
import { accountOf } from '../../users/directory.ts';
import { canInSpace } from '../access.ts';
import { type Wiki } from '../site.ts';
import { bodyFrom } from './body.ts';
import { type PageRow, readablePage, writablePage } from './row.ts';
import { tellPage } from './tell.ts';
import { insertPage, revisePage } from './write.ts';

const bodySchema = v.optional(v.looseObject({ representation: v.string(), value: v.string() }));

const createSchema = v.looseObject({
  spaceId: v.union([v.string(), v.number()]),
  status: v.optional(v.literal('current'), 'current'),
  title: v.string(),
  parentId: v.optional(v.nullable(v.string())),
  body: bodySchema,
});

const updateSchema = v.looseObject({
  id: v.union([v.string(), v.number()]),
  status: v.literal('current'),
  title: v.string(),
  parentId: v.optional(v.nullable(v.string())),
  body: bodySchema,
  version: v.looseObject({ number: v.number(), message: v.optional(v.string(), '') }),
});

function guardTitle(wiki: Wiki, spaceId: number, title: string, except = -1): void {
  if (title.trim() === '' || title.length > 255)
    throw badRequest('A page needs a title of at most 255 characters.');
  const twin = wiki.sql.one('select 1 from conf_pages where space_id = ? and title = ? and id <> ?', [
    spaceId,
    title,
    except,
  ]);
  if (twin)
    throw badRequest(
      `A page with this title already exists: A page already exists with the same TITLE in this space.`,
    );
}

/** Creates a page in a space the caller may write in. */
export function createPage(wiki: Wiki, call: Call): PageRow {
  const asked = bodyOf(call, createSchema);
  const space = wiki.sql.one<{ id: number; homepage: number | null }>(
    'select id, homepage from conf_spaces where id = ?',
    [Number(asked.spaceId)],
  );
  if (!space || !canInSpace(wiki, call.actor, 'read', space.id))
    throw notFound('The space does not exist, or you do not have permission to view it.');
  if (!canInSpace(wiki, call.actor, 'create', space.id))
    throw forbidden('You do not have permission to create pages in this space.');
  guardTitle(wiki, space.id, asked.title);
  const parentId = asked.parentId ? readablePage(wiki, call.actor, asked.parentId).id : space.homepage;
  const row = wiki.sql.tx(() =>
    insertPage(wiki, {
      spaceId: space.id,
      parentId: call.query.get('root-level') === 'true' ? null : parentId,
      title: asked.title,
      storage: asked.body ? bodyFrom(asked.body.representation, asked.body.value) : '',
      author: accountOf(call.actor) ?? null,
      at: wiki.clock.now(),
    }),
  );
  tellPage(wiki, 'created', row, causeOf(call));
  return row;
}

/** Writes the next version of a page. Any version but the next is refused with 409. */
export function updatePage(wiki: Wiki, call: Call): PageRow {
  const asked = bodyOf(call, updateSchema);
  const row = writablePage(wiki, call.actor, call.params['id'] ?? '');
  if (String(asked.id) !== String(row.id))
    throw badRequest('The id of the body differs from the id of the address.');
  if (asked.version.number !== row.version + 1) {
    throw new ProductError(409, [
      `Version must be incremented when updating a page. Current Version: [${row.version}]. Provided version: [${asked.version.number}]`,
    ]);
  }
  guardTitle(wiki, row.space_id, asked.title, row.id);
  const next = {
    title: asked.title,
    parentId: asked.parentId ? readablePage(wiki, call.actor, asked.parentId).id : row.parent_id,
    storage: asked.body ? bodyFrom(asked.body.representation, asked.body.value) : row.storage,
    author: accountOf(call.actor) ?? null,
    at: wiki.clock.now(),
    message: asked.version.message,
  };
  const fresh = wiki.sql.tx(() => revisePage(wiki, row, next));
  tellPage(wiki, 'updated', fresh, causeOf(call));
  return fresh;
}
