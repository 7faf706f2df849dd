import { whoAsks } from '../../catalog/domain/audience/beneficiary';
import { draftAnswers } from '../../catalog/domain/answers/draft-answers';
import type { Draft, DraftLine, FormField, PublishedItem, Text } from '../../catalog/domain/model';
import { keptOthers } from '../../catalog/domain/answers/other-answers';
import { AppFailure, notFound } from '../../kernel/errors';
import { log } from '../../platform/log';
import { type Keeping, MOST_DRAFTS, type NotKept } from '../domain/draft-list';
import { draftOf, endDrafts, endSent, type Kept, nameDraft, wholeDrafts, writeDraft } from './draft-store';
import { dropFilesOfDraft } from '../files/draft-files';
import { type DraftPorts, sentOf } from './open-drafts';
import type { Person } from '../ports';
import type { Submission } from '../sending/submission';

/** What looking for the item of a form came to: it, or why it is not offered. */
export type Offered = PublishedItem | AppFailure;

/**
 * Keeps what somebody has filled in so far, for themselves or for whom they order: answers to the form's own questions, as far as they
 * fit it. Only of items that may be ordered so, or that they began while they might be.
 * @throws AppFailure ALREADY_SENT when the form's token has made its request: that form is over, and a draft of it
 * would answer every later order with the old request. DRAFT_CHANGED where another form has saved this draft since.
 * DRAFT_LIMIT where a person has too many. Answers what looking for its item came to, too.
 */
export async function saveDraft(
  form: Submission,
  keeping: Keeping,
  person: Person,
  ports: DraftPorts,
): Promise<{ readonly draft: DraftLine; readonly offered: Offered }> {
  // At once: what both read is one request to the storage.
  const [{ kept, offered }] = await Promise.all([
    keptOf(form, keeping, 'saved', person, ports),
    refuseSent(form, person),
  ]);
  const owner = whoAsks(person);
  const draft = orRefused(await writeDraft(owner, kept, keeping, person.now));
  // The form may have been sent between the first look and the write.
  if (await sentOf(form.clientToken, owner)) await endSent(owner, form.clientToken);
  return { draft, offered };
}

/** Keeps a form that could not be sent. Whether it did is told with the failure, which stands whatever becomes of the draft. */
export async function keepUnsent(form: Submission, person: Person, ports: DraftPorts): Promise<boolean> {
  const keeping = form.keeping ?? { by: form.clientToken, turn: 1, others: [] };
  try {
    const { kept } = await keptOf(form, keeping, 'submitFailed', person, ports);
    return typeof (await writeDraft(whoAsks(person), kept, keeping, person.now)) !== 'string';
  } catch (error) {
    log.warn('draft.unsent', { why: String(error) });
    return false;
  }
}

/** Whether there was a draft to drop. Its files go with it, where it was not kept twice. */
export async function deleteDraft(token: string, { accountId, now }: Person): Promise<boolean> {
  const draft = await draftOf(accountId, token, now);
  const ended = await endDrafts(accountId, ({ clientToken }) => clientToken === token);
  if (draft !== null) await dropFilesOfDraft(accountId, draft, () => wholeDrafts(accountId, now), now);
  return ended.length > 0;
}

/** @throws AppFailure NOT_FOUND; NAME_TAKEN where another draft of the item is called so. */
export async function renameDraft(token: string, name: string, { accountId }: Person): Promise<DraftLine> {
  const line = await nameDraft(accountId, token, name);
  if (line === null) throw notFound('This draft');
  return orRefused(line);
}

async function keptOf(
  { clientToken, itemId, itemVersion, answers }: Submission,
  { others }: Keeping,
  reason: Draft['reason'],
  person: Person,
  ports: DraftPorts,
): Promise<{ readonly kept: Kept; readonly offered: Offered }> {
  const { form, name, offered } = await filledForm(clientToken, itemId, itemVersion, person, ports);
  const kept = {
    clientToken,
    itemId,
    ...(person.by !== undefined && { for: person.accountId }),
    itemVersion,
    itemName: name,
    answers: draftAnswers(form, answers),
    others: keptOthers(others),
    updatedAt: new Date(person.now).toISOString(),
    reason,
  };
  return { kept, offered };
}

/**
 * The form that was filled in. What is not offered any more may still be kept by those who could order it, and by those
 * who began it in this version while they could: they are told nothing that they have not seen.
 */
async function filledForm(
  clientToken: string,
  itemId: string,
  itemVersion: number,
  person: Person,
  ports: DraftPorts,
): Promise<{ readonly form: readonly FormField[]; readonly name: Text; readonly offered: Offered }> {
  const inVersion = () => ports.itemInVersion(itemId, itemVersion);
  const found = await itemOrWhyNot(itemId, person, ports);
  const item = found instanceof AppFailure ? null : found;
  if (found instanceof AppFailure && found.code !== 'ITEM_RETIRED')
    if (!(await wasBegun(clientToken, itemId, itemVersion, person))) throw found;
  const filled = item?.version === itemVersion ? item : ((await inVersion()) ?? item);
  if (filled === null) throw notFound('This item');
  return { form: filled.content.form, name: (item ?? filled).content.name, offered: found };
}

/** @throws what is no word about the item: Jira can't be reached, or the storage not be read. */
async function itemOrWhyNot(itemId: string, person: Person, ports: DraftPorts): Promise<Offered> {
  try {
    return await ports.findItem(itemId, person);
  } catch (error) {
    if (error instanceof AppFailure && NOT_OFFERED.includes(error.code)) return error;
    throw error;
  }
}
const NOT_OFFERED: readonly string[] = ['ITEM_RETIRED', 'NOT_FOUND'];

async function wasBegun(
  token: string,
  itemId: string,
  itemVersion: number,
  person: Person,
): Promise<boolean> {
  const draft = await draftOf(whoAsks(person), token, person.now);
  return draft?.itemId === itemId && draft.itemVersion === itemVersion;
}

function orRefused(answer: DraftLine | NotKept): DraftLine {
  if (typeof answer !== 'string') return answer;
  const params = { max: String(MOST_DRAFTS) };
  throw new AppFailure(REFUSALS[answer], 'This draft is not kept so.', { params });
}

const REFUSALS = { changed: 'DRAFT_CHANGED', tooMany: 'DRAFT_LIMIT', nameTaken: 'NAME_TAKEN' } as const;

async function refuseSent({ clientToken }: Submission, person: Person): Promise<void> {
  const sent = await sentOf(clientToken, whoAsks(person));
  if (!sent) return;
  throw new AppFailure('ALREADY_SENT', 'This form was sent already.', {
    params: { key: sent.issueKey ?? '', requestId: sent.id },
  });
}
