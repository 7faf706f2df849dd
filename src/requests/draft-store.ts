import * as v from 'valibot';
import { kvs } from '@forge/kvs';
import { corrupt } from '../platform/storage/corrupt';
import { firstUnder } from '../platform/storage/under';
import { readKey } from '../platform/storage/read-key';
import { guarded, transact } from '../platform/storage/transact';
import type { Draft } from '../catalog/domain/model';
import { draftSchema } from './domain/schema';
import { markWrite } from './home-marks';

export const DRAFT_DAYS = 60;
const MAX_DRAFTS = 50;

const draftKey = (accountId: string, itemId: string): string => `draft:${accountId}:${itemId}`;

/** The draft of an item, or `null`. One that can't be read keeps nobody from ordering: it is noted for the health page, and the form begins anew. */
export async function readDraft(accountId: string, itemId: string): Promise<Draft | null> {
  const key = draftKey(accountId, itemId);
  const stored = await readKey({ key });
  return stored === undefined ? null : readable(key, stored);
}

async function readable(key: string, stored: unknown): Promise<Draft | null> {
  const parsed = v.safeParse(draftSchema, stored);
  if (parsed.success) return parsed.output;
  await corrupt('draft', key, v.getDotPath(parsed.issues[0]) ?? '');
  return null;
}

/** Someone's drafts, newest first; those that can't be read are left out and noted. */
export async function readDrafts(accountId: string): Promise<readonly Draft[]> {
  const rows = await firstUnder(draftKey(accountId, ''), MAX_DRAFTS);
  const drafts = await Promise.all(
    rows.map(async (row) => {
      const draft = await readable(row.key, row.value);
      // Account ids have colons: of one that begins with another and a colon, the prefix finds the other's drafts too.
      return draft !== null && row.key === draftKey(accountId, draft.itemId) ? [draft] : [];
    }),
  );
  return drafts.flat().toSorted((a, b) => (a.updatedAt < b.updatedAt ? 1 : -1));
}

/** Keeps a draft for sixty days after the last change. */
export async function writeDraft(accountId: string, draft: Draft): Promise<void> {
  const ttl = { value: DRAFT_DAYS, unit: 'DAYS' } as const;
  // A transaction knows no time to live: the home is told first, and believes the index only later.
  await transact([markWrite(accountId)]);
  await guarded(() => kvs.set(draftKey(accountId, draft.itemId), draft, { ttl }));
}

export const removeDraft = async (accountId: string, itemId: string): Promise<void> =>
  void (await transact([{ kind: 'delete', key: draftKey(accountId, itemId) }, markWrite(accountId)]));

/** Drops the draft a request was made of; another one of the same item stays. */
export async function removeDraftOf(accountId: string, itemId: string, clientToken: string): Promise<void> {
  const draft = await readDraft(accountId, itemId);
  if (draft?.clientToken === clientToken) await removeDraft(accountId, itemId);
}
