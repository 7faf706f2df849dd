/** Approvals whose approver has left, for Health. */
import { kvs } from '@forge/kvs';
import * as v from 'valibot';
import { readKey } from '../../platform/storage/read-key';
import { guarded } from '../../platform/storage/transact';

const NOTE = 'approvers-gone';
const MOST_TOLD = 100;

const noteSchema = v.array(
  v.object({
    requestId: v.string(),
    itemId: v.string(),
    item: v.string(),
    issueKey: v.optional(v.string()),
    /** Who decides now: the others who are asked, who stands in, the item's owner, or nobody. */
    left: v.picklist(['others', 'standIn', 'owner', 'nobody']),
  }),
);
/** An approval whose approver has left, as it was found at the last look. */
export type LeftApproval = Readonly<v.InferOutput<typeof noteSchema>[number]>;

/** Keeps what a look found, in place of what the one before did. */
export const noteLeftApprovals = (found: readonly LeftApproval[]): Promise<void> =>
  guarded(() => kvs.set(NOTE, found.slice(0, MOST_TOLD)));

/** What the last look found. */
export async function leftApprovals(): Promise<readonly LeftApproval[]> {
  const stored = await readKey({ key: NOTE });
  return stored === undefined ? [] : v.parse(noteSchema, stored);
}
