import { kvs, WhereConditions } from '@forge/kvs';
import { guarded } from '../platform/storage/transact';
import { removeAll } from '../platform/storage/batch';
import { BODY_PREFIXES, type CatalogHead, readHead } from './store';

/** Longer than any call runs that may have read an older head. */
const KEPT_MS = 60 * 60_000;
const PAGE = 100;

/** Removes the bodies that the head does not name any more and nobody can be reading. Safe to run twice. */
export async function tidyCatalog(now: number): Promise<{ readonly removed: number }> {
  const named = labelsOf(await readHead());
  let removed = 0;
  for (const prefix of BODY_PREFIXES) {
    const keys = (await keysOf(prefix)).filter((key) => {
      const label = key.slice(prefix.length);
      return !named.has(label) && writtenAt(label) < now - KEPT_MS;
    });
    await removeAll(keys);
    removed += keys.length;
  }
  return { removed };
}

const labelsOf = ({ structure, shards }: CatalogHead): ReadonlySet<string> =>
  new Set([structure, ...shards.map(({ label }) => label)]);

/** When a body was written, in milliseconds: its label says so. */
const writtenAt = (label: string): number => Number.parseInt(label.split('-')[1] ?? '', 36) || 0;

async function keysOf(prefix: string): Promise<readonly string[]> {
  const keys: string[] = [];
  let cursor: string | undefined;
  do {
    const page = await guarded(() => {
      const query = kvs.query().where('key', WhereConditions.beginsWith(prefix)).limit(PAGE);
      return (cursor === undefined ? query : query.cursor(cursor)).getMany<unknown>();
    });
    keys.push(...page.results.map(({ key }) => key));
    cursor = page.nextCursor;
  } while (cursor !== undefined);
  return keys;
}
