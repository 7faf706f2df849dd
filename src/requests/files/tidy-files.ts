import type { Draft } from '../../catalog/domain/model';
import { eachRow } from '../../platform/storage/each-row';
import { transact } from '../../platform/storage/transact';
import { orLogged } from '../../work/or-logged';
import type { RequestDocument } from '../domain/model';
import { hasNoIssue } from '../domain/before-issue';
import { filesOfDraft } from './files-of-draft';
import { HELD_PREFIX, heldStore, type HeldFile, type HeldFiles, sentKey, sentStore } from './file-store';
import type { ObjectPorts } from './object-ports';
import { isOver, KEPT_SECONDS, removeFiles } from './upload';

const DAY = 86_400_000;
/** Somebody may be about to keep a draft with it, or to send it. */
const FRESH_MS = 2 * DAY;

export interface TidyPorts extends Pick<ObjectPorts, 'removeObject'> {
  readonly now: number;
  readonly draftsOf: (accountId: string) => Promise<readonly Pick<Draft, 'answers'>[]>;
  readonly requestOf: (id: string) => Promise<RequestDocument | null>;
}

/**
 * Removes the files that nothing needs any more: uploads that broke off, files of drafts that are gone, of requests that came to
 * nothing, and those that are on their work item; and the rows of people without files. Answers how many files. Safe to run twice;
 * whose can't be looked at, or not removed, keep nobody else's, and are left for the next night.
 */
export async function tidyFiles(ports: TidyPorts): Promise<{ readonly removed: number }> {
  const range = { op: 'beginsWith', value: HELD_PREFIX } as const;
  let removed = 0;
  for await (const row of eachRow(heldStore, { index: 'by-id', range }))
    removed += await orLogged('files.tidy', () => tidyRow(row, ports), 0);
  return { removed };
}

async function tidyRow({ id, rev, owner, files }: HeldFiles, ports: TidyPorts): Promise<number> {
  // Written since, it stays.
  if (files.length === 0) await transact([heldStore.erase(id, { rev })]);
  const gone = await unneeded(owner, files, ports);
  await removeFiles(owner, gone, ports, ports.now);
  return gone.length;
}

async function unneeded(
  owner: string,
  files: readonly HeldFile[],
  { now, draftsOf, requestOf }: TidyPorts,
): Promise<readonly HeldFile[]> {
  const old = files.filter(({ at }) => at < now - FRESH_MS);
  const late = files.filter((file) => isOver(file, now) && !old.includes(file));
  if (old.length === 0) return late;
  const drafts = await draftsOf(owner);
  const kept = new Set(drafts.flatMap(filesOfDraft));
  const isNeeded = async ({ id, at, isThere, requestId }: HeldFile): Promise<boolean> => {
    if (!isThere || at < now - KEPT_SECONDS * 1000) return false;
    if (requestId === undefined) return kept.has(id);
    const [request, sent] = await Promise.all([requestOf(requestId), sentStore.get(sentKey(requestId))]);
    const isWaiting = request !== null && request.state === 'open' && hasNoIssue(request);
    const file = sent?.files.find((each) => each.id === id);
    if (file) return file.attachmentId === undefined && (isWaiting || request?.issueId !== undefined);
    // It waits for its work item, or could not be made and its form was kept.
    return kept.has(id) || isWaiting;
  };
  const needed = await Promise.all(old.map(isNeeded));
  return [...late, ...old.filter((_, index) => needed[index] !== true)];
}
