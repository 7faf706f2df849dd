/** What becomes of the files of a form when it is sent: checked, counted to the request, and put on its work item by steps. */
import { fileText, filesIn } from '../../catalog/domain/files/file-ref';
import { MOST_FILES } from '../../catalog/domain/field-types';
import type { Answers, FormField, PublishedItem } from '../../catalog/domain/model';
import { error, type Finding } from '../../kernel/finding';
import type { Expectation, Write } from '../../platform/storage/transact';
import type { Step, StepRow } from '../../work/step';
import { newRow, stepWrite } from '../../work/steps';
import type { RequestDocument } from '../domain/model';
import { changeHeld } from './change-held';
import { asSent, heldFiles, type HeldFile, type SentFile, sentKey, sentStore } from './file-store';

/** As many as are carried out in one go, where the transaction has room for so many rows. */
const AT_ONCE = 4;
/** Written beside the rows of files: what becomes of them, and the note. */
const BESIDE_ROWS = 2;

/** The questions of a form that ask for files. */
export const fileFields = (form: readonly FormField[]) => form.filter(({ type }) => type === 'file');

/** The files that answers name, in the order of the form. */
export const filesOf = (form: readonly FormField[], answers: Answers) =>
  fileFields(form).flatMap(({ id }) => filesIn(answers[id]));

/** The answers with the files as the app knows them: what a browser says of a file is nobody's word, nor is an id of somebody else's. */
export function withHeldFiles(
  form: readonly FormField[],
  answers: Answers,
  held: readonly HeldFile[],
): { readonly answers: Answers; readonly problems: readonly Finding[] } {
  const problems: Finding[] = [];
  const told = fileFields(form).flatMap(({ id: at }) => {
    const files = filesIn(answers[at]);
    // Others are nobody's to check, and no files.
    if (files.length === 0) return [];
    const texts = files.flatMap(({ id, name }) => {
      const known = held.find((each) => each.id === id && each.isThere);
      if (!known) problems.push(error('fileGone', at, { name }));
      return known ? [fileText(known)] : [];
    });
    return [[at, texts] as const];
  });
  if (told.flatMap(([, texts]) => texts).length > MOST_FILES)
    problems.push(error('tooManyFiles', told.at(-1)?.[0] ?? '', { most: MOST_FILES }));
  return { answers: { ...answers, ...Object.fromEntries(told) }, problems };
}

/** The files are of this request from now on: they stay while it waits for its work item, and with the draft they don't go. */
export async function claimFiles(
  accountId: string,
  requestId: string,
  ids: readonly string[],
): Promise<void> {
  if (ids.length === 0) return;
  await changeHeld(accountId, (files) => ({
    files: files.map((file) => (ids.includes(file.id) ? { ...file, requestId } : file)),
    answer: undefined,
  }));
}

/**
 * What is written when a request gets its work item, in at most `room` writes: its files, those that were added while it waited too, and
 * the steps that put them there.
 */
export async function filesFollowing(
  request: RequestDocument,
  { content }: PublishedItem,
  now: number,
  room: number,
): Promise<{ readonly writes: readonly Write[]; readonly rows: readonly StepRow[] }> {
  const named = filesOf(content.form, request.answers);
  const added = request.filesAdded ? ((await sentStore.get(sentKey(request.id)))?.files ?? []) : [];
  if (named.length + added.length === 0) return { writes: [], rows: [] };
  const held = await heldFiles(request.requester);
  const files = [
    ...named
      .filter(({ id }) => added.every((each) => each.id !== id))
      .map((file) => asSent(held.find(({ id }) => id === file.id) ?? file, request.requester)),
    ...added,
  ];
  const { rows, inRows } = rowsFor(request, content, files, now, room);
  return { writes: [sentWrite(request.id, inRows, 'any'), ...rows.map((row) => stepWrite(row))], rows };
}

/** What is written of the files of a request. */
export const sentWrite = (requestId: string, files: readonly SentFile[], expect: Expectation): Write => {
  const id = sentKey(requestId);
  const rev = typeof expect === 'object' && 'rev' in expect ? expect.rev + 1 : 1;
  return sentStore.write(id, { schema: 1, id, rev, files: [...files] }, expect);
};

/** The steps that put files on the work item, in at most `room` writes with what is written of the files; and the files with their rows. */
export function rowsFor(
  request: RequestDocument,
  content: PublishedItem['content'],
  files: readonly SentFile[],
  now: number,
  room: number,
): { readonly rows: readonly StepRow[]; readonly inRows: readonly SentFile[] } {
  const rowOf = (id: string, decidedAt: string, steps: readonly Omit<Step, 'state'>[]): StepRow => ({
    ...newRow(
      {
        id: `${request.id}:${id}`,
        subject: `files:${request.id}`,
        steps,
        about: {
          requestId: request.id,
          item: content.name.en,
          itemId: request.itemId,
          owner: content.owner ?? '',
          requester: request.requester,
        },
      },
      now,
    ),
    decidedAt,
    // Nobody waits for it: whoever is free takes it up.
    held: false,
    at: new Date(now).toISOString(),
  });
  const rows: StepRow[] = [];
  const inRows: SentFile[] = [];
  const atOnce = Math.max(AT_ONCE, Math.ceil(files.length / (room - BESIDE_ROWS)));
  for (let from = 0; from < files.length; from += atOnce) {
    const some = files.slice(from, from + atOnce);
    // A file goes to one work item once: its row is known by the first.
    const steps = some.map(({ id }) => ({ kind: 'file', data: { id } }));
    // As old as the request: no file waits for what was added before, nor for what is said of it.
    const row = rowOf(`files:${some[0]?.id ?? ''}`, request.receivedAt, steps);
    rows.push(row);
    inRows.push(...some.map((file) => ({ ...file, row: row.id })));
  }
  // Said once all are there, or given up.
  const ids = files.map(({ id }) => id);
  const last = new Date(now + 1).toISOString();
  rows.push(rowOf(`files-note:${ids[0] ?? ''}`, last, [{ kind: 'fileNote', data: { ids } }]));
  return { rows, inRows };
}
