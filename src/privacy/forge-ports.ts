/** The report over Forge's storage and Atlassian's reporting. */
import { privacy } from '@forge/api';
import { kvs } from '@forge/kvs';
import { log } from '../platform/log';
import { isChunked, isChunkKey, readWhole } from '../platform/storage/blobs';
import { guarded } from '../platform/storage/transact';
import { type Erase, eraseDocument, type PersonalRows, textOf } from '../work/personal-rows';
import type { ReportPorts, StoredPage, StoredText } from './report-people';
import { readReport, writeReport } from './state';

const PAGE = 100;

/** Looks through the rows as they are declared: the entities in their order, then all plain keys. */
export function reportPorts(declared: readonly PersonalRows[]): ReportPorts {
  const entities = declared.filter((rows) => 'entity' in rows);
  return {
    places: entities.length + 1,
    page: (place, cursor) => {
      const rows = entities[place];
      return rows === undefined ? plainPage(cursor) : entityPage(rows.entity, cursor);
    },
    report: (accounts) => privacy.reportPersonalData([...accounts]),
    erase: (place, key, former) => (entities[place]?.erase ?? eraseOf(key, declared))(key, former),
    read: readReport,
    write: writeReport,
  };
}

/** What declares a plain key: of several, the one that says most of it. */
export const declaredPrefix = (
  key: string,
  declared: readonly PersonalRows[],
): Extract<PersonalRows, { readonly prefix: string }> | undefined =>
  declared
    .filter((rows) => 'prefix' in rows)
    .filter(({ prefix }) => key.startsWith(prefix))
    .toSorted((a, b) => b.prefix.length - a.prefix.length)[0];

/** A key that nobody declares is a fault, and no reason to leave somebody in it. */
function eraseOf(key: string, declared: readonly PersonalRows[]): Erase {
  const found = declaredPrefix(key, declared);
  if (found === undefined) log.warn('privacy.undeclared', { prefix: key.split(':')[0] ?? '' });
  return found?.erase ?? eraseDocument();
}

async function entityPage(entity: string, cursor: string | undefined): Promise<StoredPage> {
  const query = kvs.entity<unknown>(entity).query().index('by-key').limit(PAGE);
  const { results, nextCursor } = await guarded(() =>
    (cursor === undefined ? query : query.cursor(cursor)).getMany(),
  );
  return { rows: results.map(({ key, value }) => ({ key, text: textOf(value) })), cursor: nextCursor };
}

async function plainPage(cursor: string | undefined): Promise<StoredPage> {
  const query = kvs.query().limit(PAGE);
  const { results, nextCursor } = await guarded(() =>
    (cursor === undefined ? query : query.cursor(cursor)).getMany<unknown>(),
  );
  const rows: StoredText[] = [];
  for (const { key, value } of results)
    if (!isChunkKey(key)) rows.push({ key, text: textOf(isChunked(value) ? await wholeOf(key) : value) });
  return { rows, cursor: nextCursor };
}

/** A document that can't be read is told of where it is read, and says nothing here. */
async function wholeOf(key: string): Promise<unknown> {
  try {
    return (await readWhole(key)) ?? null;
  } catch (error) {
    log.error('privacy.read.failed', error);
    return null;
  }
}
