import * as v from 'valibot';
import { kvs, WhereConditions } from '@forge/kvs';
import { entityStore } from '../platform/storage/entities';
import { guarded, type Write } from '../platform/storage/transact';
import type { Draft, RequestDocument } from './domain/model';
import { isForOther } from './domain/parties';
import { draftSchema, requestSchema } from './domain/schema';

/** Requests by id; their own rows in the indexes by issue, requester, item and state. */
export const requests = entityStore<RequestDocument>({
  name: 'request',
  schema: requestSchema,
  attributes: (request) => ({
    id: request.id,
    rev: request.rev,
    state: request.state,
    issueId: request.issueId,
    requester: request.requester,
    // Only where it is somebody else: what one asked for oneself is found by who asked.
    requestedFor: isForOther(request) ? request.requestedFor : undefined,
    itemId: request.itemId,
    createdAt: request.createdAt,
  }),
});

interface PendingApproval {
  readonly requestId: string;
  readonly approver: string;
  readonly startedAt: string;
}

/** An index row holds one approver, so each decision still to be made has a row of its own beside the request. */
export const pendingApprovals = entityStore<PendingApproval>({
  name: 'request',
  anchor: 'approver',
  schema: v.object({ requestId: v.string(), approver: v.string(), startedAt: v.string() }),
  attributes: (row) => ({ approver: row.approver, createdAt: row.startedAt }),
});

export const pendingWrites = (request: RequestDocument): readonly Write[] =>
  waitingFor(request).map((approver) => {
    const row = {
      requestId: request.id,
      approver,
      startedAt: request.approval?.startedAt ?? request.createdAt,
    };
    return pendingApprovals.write(pendingKey(request.id, approver), row, 'any');
  });

/** Drops the rows of those who need not decide any more. */
export const settledWrites = (before: RequestDocument, after: RequestDocument): readonly Write[] => {
  const waiting = new Set(waitingFor(after));
  return waitingFor(before)
    .filter((approver) => !waiting.has(approver))
    .map((approver) => pendingApprovals.erase(pendingKey(before.id, approver), 'any'));
};

function waitingFor({ approval }: RequestDocument): readonly string[] {
  if (approval?.state !== 'pending') return [];
  const done = new Set(approval.decisions.map((decision) => decision.by));
  return approval.approvers.filter((approver) => !done.has(approver));
}

const pendingKey = (requestId: string, approver: string): string => `approval:${requestId}:${approver}`;

// ---------------------------------------------------------------- drafts

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
export const writeDraft = (accountId: string, draft: Draft): Promise<void> =>
  guarded(() =>
    kvs.set(draftKey(accountId, draft.itemId), draft, { ttl: { value: DRAFT_DAYS, unit: 'DAYS' } }),
  );

export const removeDraft = (accountId: string, itemId: string): Promise<void> =>
  guarded(() => kvs.delete(draftKey(accountId, itemId)));

/** Drops the draft a request was made of; another one of the same item stays. */
export async function removeDraftOf(accountId: string, itemId: string, clientToken: string): Promise<void> {
  const draft = await readDraft(accountId, itemId);
  if (draft?.clientToken === clientToken) await removeDraft(accountId, itemId);
}
