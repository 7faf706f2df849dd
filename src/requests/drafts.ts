import { draftAnswers } from '../catalog/domain/draft-answers';
import type { Draft, PublishedItem } from '../catalog/domain/model';
import { AppFailure } from '../kernel/errors';
import type { RequestHead } from './domain/model';
import type { Person, RequestPorts } from './ports';
import { readDraft, removeDraft, removeDraftOf, writeDraft } from './draft-store';
import { heads } from './store';

type Form = Pick<Draft, 'clientToken' | 'itemId' | 'itemVersion' | 'answers'>;

type DraftPorts = Pick<RequestPorts, 'findItem' | 'itemInVersion'>;

/**
 * Keeps what somebody has filled in so far, one draft per item: answers to the form's own questions, as far as they
 * fit it. Only for items they may order.
 * @throws AppFailure ALREADY_SENT when the form's token has made its request: that form is over, and a draft of it
 * would answer every later order with the old request.
 */
export async function saveDraft(wanted: Form, person: Person, ports: DraftPorts): Promise<Draft> {
  await refuseSent(wanted, person);
  const item = await ports.findItem(wanted.itemId, person);
  const draft = await draftOf(wanted, item, 'saved', person, ports);
  await writeDraft(person.accountId, draft);
  // The form may have been sent between the first look and the write.
  if (await sentOf(draft.clientToken, person.accountId))
    await removeDraftOf(person.accountId, draft.itemId, draft.clientToken);
  return draft;
}

/** Keeps a form that could not be sent, while its item is still offered. */
export async function keepUnsent(form: Form, person: Person, ports: DraftPorts): Promise<void> {
  const item = await ports.findItem(form.itemId, person).catch(() => null);
  if (item) await writeDraft(person.accountId, await draftOf(form, item, 'submitFailed', person, ports));
}

/** The draft to go on with, `null` when there is none; one whose request was made meanwhile is dropped. */
export async function openDraft(accountId: string, itemId: string): Promise<Draft | null> {
  const draft = await readDraft(accountId, itemId);
  if (!draft || !(await sentOf(draft.clientToken, accountId))) return draft;
  await removeDraftOf(accountId, itemId, draft.clientToken);
  return null;
}

/** Whether there was a draft to drop. */
export async function deleteDraft(itemId: string, person: Person): Promise<boolean> {
  const draft = await readDraft(person.accountId, itemId);
  if (!draft) return false;
  await removeDraft(person.accountId, itemId);
  return true;
}

async function draftOf(
  { clientToken, itemId, itemVersion, answers }: Form,
  item: PublishedItem,
  reason: Draft['reason'],
  person: Person,
  ports: DraftPorts,
): Promise<Draft> {
  const filled = item.version === itemVersion ? item : await ports.itemInVersion(itemId, itemVersion);
  return {
    schema: 1,
    itemId,
    itemVersion,
    answers: draftAnswers((filled ?? item).content.form, answers),
    updatedAt: new Date(person.now).toISOString(),
    reason,
    clientToken,
  };
}

async function refuseSent({ clientToken }: Form, person: Person): Promise<void> {
  const sent = await sentOf(clientToken, person.accountId);
  if (!sent) return;
  throw new AppFailure('ALREADY_SENT', 'This form was sent already.', {
    params: { key: sent.issueKey ?? '', requestId: sent.id },
  });
}

/** The request this person's token has made. */
async function sentOf(clientToken: string, accountId: string): Promise<RequestHead | null> {
  const request = await heads.get(clientToken);
  return request?.requester === accountId && request.state !== 'creating' ? request : null;
}
