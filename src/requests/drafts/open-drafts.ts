/** Drafts as they are opened: to go on with, or to be read. */
import { whoAsks } from '../../catalog/domain/audience/beneficiary';
import type { Draft, DraftLine, OtherAnswer } from '../../catalog/domain/model';
import { answered, withOthers } from '../../catalog/domain/answers/other-answers';
import { notFound } from '../../kernel/errors';
import { NO_DRAFT } from '../domain/draft-list';
import type { RequestHead } from '../domain/model';
import { endSent, readDraft, readDrafts } from './draft-store';
import type { Person, RequestPorts } from '../ports';
import { heads } from '../records/store';

export type DraftPorts = Pick<RequestPorts, 'findItem' | 'itemInVersion'>;

/** What is told of the drafts of an item to who opens it. */
export interface OpenedDrafts {
  /** What its form goes on with. */
  readonly draft: Draft | null;
  /** All of them, the newest first. */
  readonly drafts: readonly DraftLine[];
  /** The one that was asked for is not there: it was sent as this request, or it is gone. */
  readonly missed?: { readonly requestId?: string };
}

/** Whether a draft is of a form that was filled in for whom it is now. */
export const isOfFormFor =
  ({ accountId, by }: Pick<Person, 'accountId' | 'by'>) =>
  (line: Pick<DraftLine, 'for'>): boolean =>
    line.for === (by === undefined ? undefined : accountId);

/** The drafts of an item, and the one to go on with: the newest, or the one that is asked for. One whose request was made is over. */
export async function openDrafts(
  person: Pick<Person, 'accountId' | 'by' | 'now'>,
  itemId: string,
  asked: string | undefined,
): Promise<OpenedDrafts> {
  const accountId = whoAsks(person);
  const all = (await readDrafts(accountId, person.now)).filter(isOfFormFor(person));
  const drafts = all.filter((line) => line.itemId === itemId);
  const token = asked ?? drafts[0]?.clientToken ?? NO_DRAFT;
  if (token === NO_DRAFT) return { draft: null, drafts };
  const line = drafts.find(({ clientToken }) => clientToken === token);
  const [draft, sent] = await Promise.all([
    line ? readDraft(accountId, line) : null,
    sentOf(token, accountId),
  ]);
  if (sent === null) return { draft, drafts, ...(draft === null && asked !== undefined && { missed: {} }) };
  if (line !== undefined) await endSent(accountId, token);
  const left = drafts.filter((each) => each !== line);
  // Nobody asked for this one: there may be another to go on with.
  if (asked === undefined) return openDrafts(person, itemId, asked);
  return { draft: null, drafts: left, missed: { requestId: sent.id } };
}

/** What somebody wrote, to be read where the item is not offered to them any more: their own words, and nothing else of it. */
export interface ReadDraft {
  readonly draft: DraftLine;
  readonly answers: readonly OtherAnswer[];
}

/** @throws AppFailure NOT_FOUND */
export async function readOwnDraft(
  clientToken: string,
  { accountId, now }: Pick<Person, 'accountId' | 'now'>,
  ports: Pick<DraftPorts, 'itemInVersion'>,
): Promise<ReadDraft> {
  const lines = await readDrafts(accountId, now);
  const line = lines.find((each) => each.clientToken === clientToken);
  const draft = line ? await readDraft(accountId, line) : null;
  if (line === undefined || draft === null) throw notFound('This draft');
  const item = await ports.itemInVersion(draft.itemId, draft.itemVersion);
  const own = answered(item?.content.form ?? [], draft.answers);
  return { draft: line, answers: withOthers(own, draft.others) };
}

/** The request this person's token has made. */
export async function sentOf(clientToken: string, accountId: string): Promise<RequestHead | null> {
  const request = await heads.get(clientToken);
  return request?.requester === accountId && request.state !== 'creating' ? request : null;
}
