/** Drafts of somebody in storage. */
import type { Draft } from '../../src/catalog/domain/model';
import { type Kept, readDraft, readDrafts, writeDraft } from '../../src/requests/drafts/draft-store';
import { NOW, token } from './request-world';

export const draft = (over: Partial<Kept> = {}): Kept => ({
  clientToken: token,
  itemId: 'laptop',
  itemVersion: 1,
  itemName: { en: 'Laptop' },
  answers: { why: 'Mine is broken' },
  others: [],
  updatedAt: new Date(NOW).toISOString(),
  reason: 'saved',
  ...over,
});

/** As a form keeps it that has saved nothing before. */
export const keepDraft = (accountId: string, over: Partial<Kept> = {}, now = NOW) =>
  writeDraft(accountId, draft(over), { by: 'a-form-of-a-test', turn: 1 }, now);

/** The one under a token, `null` when there is none. */
export async function storedDraft(accountId: string, clientToken = token, now = NOW): Promise<Draft | null> {
  const line = (await readDrafts(accountId, now)).find((each) => each.clientToken === clientToken);
  return line ? readDraft(accountId, line) : null;
}
