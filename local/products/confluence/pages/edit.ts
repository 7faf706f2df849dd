import * as v from 'valibot';
import { bodyOf } from '../../shared/body.ts';
import { badRequest, forbidden, notFound, ProductError } from '../../shared/product-error.ts';
import { type Call } from '../../shared/router.ts';
import { accountOf } from '../../users/directory.ts';
import { canInSpace } from '../access.ts';
import { causeOf } from '../cause.ts';
import { type Wiki } from '../site.ts';
import { type Body, bodyFrom, bodyOfStorage } from './body.ts';
import { findPage, type PageRow, readablePage, writablePage } from './row.ts';
import { tellPage } from './tell.ts';
import { insertPage, revisePage, setStatus } from './write.ts';

const written = v.looseObject({ representation: v.string(), value: v.string() });
const bodySchema = v.optional(
  v.union([written, v.looseObject({ storage: v.optional(written), atlas_doc_format: v.optional(written) })]),
);

const createSchema = v.looseObject({
  spaceId: v.union([v.string(), v.number()]),
  status: v.optional(v.picklist(['current', 'draft']), 'current'),
  title: v.optional(v.string()),
  parentId: v.optional(v.nullable(v.string())),
  body: bodySchema,
});

const updateSchema = v.looseObject({
  id: v.union([v.string(), v.number()]),
  status: v.picklist(['current', 'draft']),
  title: v.string(),
  parentId: v.optional(v.nullable(v.string())),
  body: bodySchema,
  version: v.looseObject({ number: v.number(), message: v.optional(v.string(), '') }),
});

function bodyIn(body: v.InferOutput<typeof bodySchema>): Body | undefined {
  if (!body) return undefined;
  if ('value' in body && typeof body.value === 'string' && typeof body.representation === 'string')
    return bodyFrom(body.representation, body.value);
  const nested = v.safeParse(
    v.looseObject({ storage: v.optional(written), atlas_doc_format: v.optional(written) }),
    body,
  );
  const part = nested.success ? (nested.output.storage ?? nested.output.atlas_doc_format) : undefined;
  return part && bodyFrom(part.representation, part.value);
}

function guardTitle(wiki: Wiki, spaceId: number, title: string, except = -1): void {
  if (title.trim() === '' || title.length > 255)
    throw badRequest('A page needs a title of at most 255 characters.');
  const twin = wiki.sql.one(
    "select 1 from conf_pages where space_id = ? and title = ? and status = 'current' and id <> ?",
    [spaceId, title, except],
  );
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
  if (asked.status === 'current' || asked.title !== undefined) guardTitle(wiki, space.id, asked.title ?? '');
  const parentId = asked.parentId ? readablePage(wiki, call.actor, asked.parentId).id : space.homepage;
  const row = wiki.sql.tx(() =>
    insertPage(wiki, {
      spaceId: space.id,
      parentId: call.query.get('root-level') === 'true' ? null : parentId,
      title: asked.title ?? '',
      status: asked.status,
      body: bodyIn(asked.body) ?? bodyOfStorage(''),
      author: accountOf(call.actor) ?? null,
      at: wiki.clock.now(),
    }),
  );
  if (row.status === 'current') tellPage(wiki, 'created', row, causeOf(call));
  return row;
}

/** Writes the next version of a page, publishes a draft, or brings a trashed page back. Any version but the next is refused with 409. */
export function updatePage(wiki: Wiki, call: Call): PageRow {
  const asked = bodyOf(call, updateSchema);
  const row = writablePage(wiki, call.actor, call.params['id'] ?? '', [
    'current',
    'archived',
    'draft',
    'trashed',
  ]);
  if (String(asked.id) !== String(row.id))
    throw badRequest('The id of the body differs from the id of the address.');
  const publishing = row.status === 'draft' && asked.status === 'current';
  const expected = row.status === 'draft' ? 1 : row.version + 1;
  if (asked.version.number !== expected) {
    throw new ProductError(409, [
      `Version must be incremented when updating a page. Current Version: [${row.version}]. Provided version: [${asked.version.number}]`,
    ]);
  }
  guardTitle(wiki, row.space_id, asked.title, row.id);
  const next = {
    title: asked.title,
    status: asked.status,
    parentId: asked.parentId ? readablePage(wiki, call.actor, asked.parentId).id : row.parent_id,
    body: bodyIn(asked.body) ?? row,
    author: accountOf(call.actor) ?? null,
    at: wiki.clock.now(),
    message: asked.version.message,
  };
  const restored = row.status === 'trashed' || row.status === 'archived';
  const fresh = wiki.sql.tx(() =>
    row.status === 'draft' ? replaceDraft(wiki, row, next) : revisePage(wiki, row, next),
  );
  if (publishing) tellPage(wiki, 'created', fresh, causeOf(call));
  else if (restored) tellPage(wiki, 'restored', fresh, causeOf(call));
  else if (fresh.status === 'current') tellPage(wiki, 'updated', fresh, causeOf(call));
  return fresh;
}

function replaceDraft(wiki: Wiki, row: PageRow, next: Parameters<typeof revisePage>[2]): PageRow {
  revisePage(wiki, row, next);
  wiki.sql.run('delete from conf_versions where page_id = ?', [row.id]);
  wiki.sql.run('update conf_pages set version = 1 where id = ?', [row.id]);
  return setStatus(wiki, findPage(wiki, row.id) ?? row, next.status);
}
