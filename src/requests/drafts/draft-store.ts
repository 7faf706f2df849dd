/** Drafts in storage: one list a person, which tells all but what was filled in, and a body for each. */
import * as v from 'valibot';
import type { Draft, DraftLine } from '../../catalog/domain/model';
import { isCorrupt } from '../../kernel/errors';
import { rebuildable } from '../../platform/storage/blobs';
import { corrupt } from '../../platform/storage/corrupt';
import { documentStore } from '../../platform/storage/documents';
import { eachRow } from '../../platform/storage/each-row';
import { readKey } from '../../platform/storage/read-key';
import { transact, type Write } from '../../platform/storage/transact';
import { orLogged } from '../../work/or-logged';
import { update } from '../../work/update';
import {
  DRAFT_DAYS,
  type DraftList,
  isOver,
  livingDrafts,
  type NotKept,
  type Saving,
  withDraft,
  withName,
} from '../domain/draft-list';
import { type DraftBody, draftBodySchema, draftListSchema } from '../domain/schema';

/** Lists of drafts begin so. */
export const DRAFT_LISTS = 'drafts:';
/** The list says when a draft is over; its body outlives it by what clocks may differ, and no longer. */
export const BODY_DAYS = DRAFT_DAYS + 1;
/** Each takes a write of one transaction. */
const MOST_ENDED = 20;

const lists = documentStore<DraftList>(draftListSchema);

const listKey = (accountId: string): string => `${DRAFT_LISTS}${accountId}`;
const bodyKey = (accountId: string, clientToken: string): string => `draft:${accountId}:${clientToken}`;

/** Somebody's drafts, the newest first; strongly consistent. None where the list can't be read: that is on the health page, and keeps nobody from asking. */
export async function readDrafts(accountId: string, now: number): Promise<readonly DraftLine[]> {
  const list = await rebuildable(() => lists.get(listKey(accountId)));
  return livingDrafts(list?.lines ?? [], now);
}

/** A draft of the list with what was filled in, or `null`. One that can't be read keeps nobody from asking either: the form begins anew. */
export const readDraft = (accountId: string, line: DraftLine): Promise<Draft | null> =>
  rebuildable(() => wholeDraft(accountId, line));

/** The draft of a form of somebody's, or `null`, as where it can't be read. Strongly consistent. */
export async function draftOf(accountId: string, token: string, now: number): Promise<Draft | null> {
  const line = (await readDrafts(accountId, now)).find(({ clientToken }) => clientToken === token);
  return line ? readDraft(accountId, line) : null;
}

/**
 * All that somebody's drafts say, for who removes what none of them names.
 * @throws AppFailure STORAGE_CORRUPT where one can't be read: it is not gone, and may name anything.
 */
export async function wholeDrafts(accountId: string, now: number): Promise<readonly Draft[]> {
  const list = await lists.get(listKey(accountId));
  const lines = livingDrafts(list?.lines ?? [], now);
  const read = await Promise.all(lines.map((line) => wholeDraft(accountId, line)));
  return read.flatMap((each) => each ?? []);
}

async function wholeDraft(accountId: string, line: DraftLine): Promise<Draft | null> {
  const key = bodyKey(accountId, line.clientToken);
  const stored = await readKey({ key });
  if (stored === undefined) return null;
  const parsed = v.safeParse(draftBodySchema, stored);
  if (!parsed.success) throw await corrupt('draft', key, v.getDotPath(parsed.issues[0]) ?? '');
  const { schema: _, ...body } = parsed.output;
  return { ...line, ...body };
}

/** What is kept of a form: what its list tells, and what was filled in. */
export type Kept = Omit<Draft, 'number' | 'name' | 'saved'>;

/** Keeps a draft for sixty days from now, or says why not. Between two forms of one draft the slower one is told. */
export function writeDraft(
  accountId: string,
  { itemVersion, answers, others, ...told }: Kept,
  saving: Saving,
  now: number,
): Promise<DraftLine | NotKept> {
  const { by, turn } = saving;
  const body: DraftBody = {
    schema: 2,
    itemId: told.itemId,
    itemVersion,
    answers,
    others,
    saved: { by, turn },
  };
  const key = bodyKey(accountId, told.clientToken);
  return update<DraftList, DraftLine | NotKept>(lists, listKey(accountId), (list) => {
    const lines = withDraft(list?.lines ?? [], told, saving, now);
    if (typeof lines === 'string') return { answer: lines };
    return {
      next: listOf(accountId, lines),
      also: [{ kind: 'set', key, value: body, days: BODY_DAYS }],
      answer: lineOf(lines, told.clientToken),
    };
  });
}

/** Calls a draft so; `null` when there is none. */
export const nameDraft = (
  accountId: string,
  clientToken: string,
  name: string,
): Promise<DraftLine | NotKept | null> =>
  update<DraftList, DraftLine | NotKept | null>(lists, listKey(accountId), (list) => {
    const lines = withName(list?.lines ?? [], clientToken, name);
    return lines === null || typeof lines === 'string'
      ? { answer: lines }
      : { next: listOf(accountId, lines), answer: lineOf(lines, clientToken) };
  });

function lineOf(lines: readonly DraftLine[], token: string): DraftLine {
  const line = lines.find(({ clientToken }) => clientToken === token);
  if (line === undefined) throw new Error('A draft is not in its own list.');
  return line;
}

/**
 * Where every draft ends, whether it was sent, deleted, or is over: it leaves the list with all that is kept of it, in one
 * transaction. Answers those that ended, at most twenty.
 */
export const endDrafts = (
  accountId: string,
  ends: (line: DraftLine) => boolean,
): Promise<readonly DraftLine[]> =>
  update<DraftList, readonly DraftLine[]>(lists, listKey(accountId), (list) => {
    const ended = (list?.lines ?? []).filter(ends).slice(0, MOST_ENDED);
    if (list === null || ended.length === 0) return { answer: [] };
    return {
      next: listOf(
        accountId,
        list.lines.filter((line) => !ended.includes(line)),
      ),
      also: ended.map(({ clientToken }): Write => ({ kind: 'delete', key: bodyKey(accountId, clientToken) })),
      answer: ended,
    };
  });

/** Ends the draft that a request was made of. A list that can't be read holds no request up: what was filled in goes all the same. */
export async function endSent(accountId: string, token: string): Promise<void> {
  try {
    await endDrafts(accountId, ({ clientToken }) => clientToken === token);
  } catch (error) {
    if (!isCorrupt(error)) throw error;
    await transact([{ kind: 'delete', key: bodyKey(accountId, token) }]);
  }
}

/** Ends what is over, and removes lists with nothing in them. Safe to run twice. Answers how many drafts ended. */
export async function endOldDrafts(now: number): Promise<number> {
  let count = 0;
  const range = { op: 'beginsWith', value: DRAFT_LISTS } as const;
  for await (const list of eachRow(lists, { index: 'by-id', range }))
    // Theirs end the next night.
    count += await orLogged('drafts.end', () => endOld(list, now), 0);
  return count;
}

async function endOld({ id, rev, lines }: DraftList, now: number): Promise<number> {
  const isEnding = (line: DraftLine): boolean => isOver(line, now);
  if (lines.length === 0) await transact([lists.erase(id, { rev })]);
  if (!lines.some(isEnding)) return 0;
  return (await endDrafts(id.slice(DRAFT_LISTS.length), isEnding)).length;
}

/** The `rev` is counted by whoever writes it. */
const listOf = (accountId: string, lines: readonly DraftLine[]): DraftList => ({
  schema: 1,
  id: listKey(accountId),
  rev: 0,
  lines,
});
