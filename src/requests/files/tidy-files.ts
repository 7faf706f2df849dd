import type { Draft } from '../../catalog/domain/model';
import { log } from '../../platform/log';
import type { RequestDocument } from '../domain/model';
import { hasNoIssue } from '../domain/before-issue';
import { filesOfDraft } from './draft-files';
import { HELD_PREFIX, heldStore, type HeldFile, sentKey, sentStore } from './file-store';
import type { ObjectPorts } from './object-ports';
import { forgetFiles, hasArrivedLate, KEPT_SECONDS } from './upload';

const DAY = 86_400_000;
/** Somebody may be about to keep a draft with it, or to send it. */
const FRESH_MS = 2 * DAY;
const MOST_PEOPLE = 5_000;

export interface TidyPorts extends Pick<ObjectPorts, 'removeObject'> {
  readonly now: number;
  readonly draftsOf: (accountId: string) => Promise<readonly Pick<Draft, 'answers'>[]>;
  readonly requestOf: (id: string) => Promise<RequestDocument | null>;
}

/**
 * Removes the files that nothing needs any more: uploads that broke off, files of drafts that are gone, of requests that came to
 * nothing, and those that are on their work item. Answers how many. Safe to run twice; one that fails is left for the next night.
 */
export async function tidyFiles(ports: TidyPorts): Promise<{ readonly removed: number }> {
  const range = { op: 'beginsWith', value: HELD_PREFIX } as const;
  const rows = await heldStore.queryAll({ index: 'by-id', range }, MOST_PEOPLE);
  let removed = 0;
  for (const { owner, files } of rows) {
    const gone = await unneeded(owner, files, ports);
    try {
      await Promise.all(gone.map(({ id }) => ports.removeObject(id)));
      await forgetFiles(
        owner,
        gone.map(({ id }) => id),
      );
      removed += gone.length;
    } catch (error) {
      log.error('files.tidy', error);
    }
  }
  return { removed };
}

async function unneeded(
  owner: string,
  files: readonly HeldFile[],
  { now, draftsOf, requestOf }: TidyPorts,
): Promise<readonly HeldFile[]> {
  const old = files.filter(({ at }) => at < now - FRESH_MS);
  const late = files.filter((file) => hasArrivedLate(file, now) && !old.includes(file));
  if (old.length === 0) return late;
  const drafts = await draftsOf(owner);
  const kept = new Set(drafts.flatMap(filesOfDraft));
  const isNeeded = async ({ id, at, isThere, requestId }: HeldFile): Promise<boolean> => {
    if (!isThere || at < now - KEPT_SECONDS * 1000) return false;
    if (requestId === undefined) return kept.has(id);
    const [request, sent] = await Promise.all([requestOf(requestId), sentStore.get(sentKey(requestId))]);
    const file = sent?.files.find((each) => each.id === id);
    if (file) return file.attachmentId === undefined;
    // It waits for its work item, or could not be made and its form was kept.
    return kept.has(id) || (request !== null && request.state === 'open' && hasNoIssue(request));
  };
  const needed = await Promise.all(old.map(isNeeded));
  return [...late, ...old.filter((_, index) => needed[index] !== true)];
}
