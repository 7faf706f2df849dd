import { kvs, WhereConditions } from '@forge/kvs';
import * as v from 'valibot';
import { guarded } from '../platform/storage/transact';
import { removeAll } from '../platform/storage/batch';
import { orThrow } from '../platform/storage/entities';
import { heads, itemsOf, readItem, versionOf } from './item-store';
import { PICTURE_MARKS, pictureKeys, pictureOfMark } from './pictures';
import { BODY_PREFIXES, type CatalogHead, readHead } from './store';

/** Longer than any call runs that may have read an older head. */
const KEPT_MS = 60 * 60_000;
const PAGE = 100;
const ITEMS_AT_ONCE = 25;
const markSchema = v.object({ at: v.number() });

/** Removes the bodies that the head does not name any more and nobody can be reading. Safe to run twice. */
export async function tidyCatalog(now: number): Promise<{ readonly removed: number }> {
  const named = labelsOf(await readHead());
  let removed = 0;
  for (const prefix of BODY_PREFIXES) {
    const keys = (await under(prefix)).flatMap(({ key }) => {
      const label = key.slice(prefix.length);
      return !named.has(label) && writtenAt(label) < now - KEPT_MS ? [key] : [];
    });
    await removeAll(keys);
    removed += keys.length;
  }
  return { removed };
}

/**
 * Removes the pictures that neither the draft of their item nor what it offers names: those of former versions are shown nowhere. What
 * was kept in the last hour may be about to be saved with its item. Safe to run twice.
 */
export async function tidyPictures(now: number): Promise<{ readonly removed: number }> {
  const marks = (await under(PICTURE_MARKS)).filter(({ value }) => atOf(value) < now - KEPT_MS);
  const kept = marks.map(({ key }) => pictureOfMark(key));
  let removed = 0;
  for (let start = 0; start < kept.length; start += ITEMS_AT_ONCE) {
    const some = kept.slice(start, start + ITEMS_AT_ONCE);
    const shown = await shownLabels(some.map(({ itemId }) => itemId));
    const gone = some.filter(({ itemId, label }) => !(shown.get(itemId)?.includes(label) ?? false));
    await removeAll(gone.flatMap(pictureKeys));
    removed += gone.length;
  }
  return { removed };
}

/** The pictures that items name, by item. @throws AppFailure when one can't be read: then nothing is known of its pictures. */
async function shownLabels(ids: readonly string[]): Promise<ReadonlyMap<string, readonly string[]>> {
  const found = [...(await heads.getMany(ids)).values()].map(orThrow);
  const drafts = new Map((await itemsOf(found)).map((item) => [item.id, item]));
  const labels = found.map(async (head) => {
    // One that is missing was saved since its head was read.
    const draft = drafts.get(head.id) ?? (await readItem(head.id));
    const contents = [draft, head.version > 0 ? await versionOf(head) : null].map((each) => each?.content);
    return [head.id, contents.flatMap((content) => content?.picture?.label ?? [])] as const;
  });
  return new Map(await Promise.all(labels));
}

const atOf = (mark: unknown): number => v.parse(markSchema, mark).at;

const labelsOf = ({ structure, shards }: CatalogHead): ReadonlySet<string> =>
  new Set([structure, ...shards.map(({ label }) => label)]);

/** When a body was written, in milliseconds: its label says so. */
const writtenAt = (label: string): number => Number.parseInt(label.split('-')[1] ?? '', 36) || 0;

interface Stored {
  readonly key: string;
  readonly value: unknown;
}

async function under(prefix: string): Promise<readonly Stored[]> {
  const rows: Stored[] = [];
  let cursor: string | undefined;
  do {
    const page = await guarded(() => {
      const query = kvs.query().where('key', WhereConditions.beginsWith(prefix)).limit(PAGE);
      return (cursor === undefined ? query : query.cursor(cursor)).getMany<unknown>();
    });
    rows.push(...page.results);
    cursor = page.nextCursor;
  } while (cursor !== undefined);
  return rows;
}
