import * as v from 'valibot';
import { kvs, WhereConditions } from '@forge/kvs';
import { guarded, transact } from '../platform/storage/transact';
import type { Draft } from './domain/model';
import { draftSchema } from './domain/schema';
import { markWrite } from './home-marks';

const DRAFT_DAYS = 60;
const MAX_DRAFTS = 50;

const draftKey = (accountId: string, itemId: string): string => `draft:${accountId}:${itemId}`;

/** The draft of an item, or `null`; one that no longer fits its schema is none. */
export async function readDraft(accountId: string, itemId: string): Promise<Draft | null> {
  const stored = await guarded(() => kvs.get<unknown>(draftKey(accountId, itemId)));
  const parsed = v.safeParse(draftSchema, stored);
  return parsed.success ? parsed.output : null;
}

/** Someone's drafts, newest first. */
export async function readDrafts(accountId: string): Promise<readonly Draft[]> {
  const page = await guarded(() =>
    kvs
      .query()
      .where('key', WhereConditions.beginsWith(draftKey(accountId, '')))
      .limit(MAX_DRAFTS)
      .getMany<unknown>(),
  );
  const drafts = page.results.flatMap((row) => {
    const parsed = v.safeParse(draftSchema, row.value);
    // Account ids have colons: of one that begins with another and a colon, the prefix finds the other's drafts too.
    return parsed.success && row.key === draftKey(accountId, parsed.output.itemId) ? [parsed.output] : [];
  });
  return drafts.toSorted((a, b) => (a.updatedAt < b.updatedAt ? 1 : -1));
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
