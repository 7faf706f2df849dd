import type { Answers } from '../catalog/domain/model';
import type { Draft } from './domain/model';
import type { FindItem, Person } from './ports';
import { readDraft, removeDraft, writeDraft } from './store';

/** Keeps what somebody has filled in so far, one draft per item. Only for items they may order. */
export async function saveDraft(
  wanted: {
    readonly clientToken: string;
    readonly itemId: string;
    readonly itemVersion: number;
    readonly answers: Answers;
  },
  person: Person,
  findItem: FindItem,
): Promise<Draft> {
  await findItem(wanted.itemId, person);
  const draft: Draft = {
    schema: 1,
    itemId: wanted.itemId,
    itemVersion: wanted.itemVersion,
    answers: wanted.answers,
    updatedAt: new Date(person.now).toISOString(),
    reason: 'saved',
    clientToken: wanted.clientToken,
  };
  await writeDraft(person.accountId, draft);
  return draft;
}

/** Whether there was a draft to drop. */
export async function deleteDraft(itemId: string, person: Person): Promise<boolean> {
  const draft = await readDraft(person.accountId, itemId);
  if (!draft) return false;
  await removeDraft(person.accountId, itemId);
  return true;
}
