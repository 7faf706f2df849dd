/** What becomes of the files of a form when it is sent: checked, counted to the request, and put on its work item by steps. */
import { fileText, filesIn } from '../../catalog/domain/files/file-ref';
import { MOST_FILES } from '../../catalog/domain/field-types';
import type { Answers, FormField, PublishedItem } from '../../catalog/domain/model';
import { error, type Finding } from '../../kernel/finding';
import type { Write } from '../../platform/storage/transact';
import type { StepRow } from '../../work/step';
import { newRow, stepWrite } from '../../work/steps';
import type { RequestDocument } from '../domain/model';
import { changeHeld } from './change-held';
import { heldFiles, type HeldFile, refOf, sentKey, sentStore } from './file-store';

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

/** What is written when a request gets its work item, in at most `room` writes: its files, and the steps that put them there. */
export async function filesFollowing(
  request: RequestDocument,
  { content }: PublishedItem,
  now: number,
  room: number,
): Promise<{ readonly writes: readonly Write[]; readonly rows: readonly StepRow[] }> {
  const named = filesOf(content.form, request.answers);
  if (named.length === 0) return { writes: [], rows: [] };
  const held = await heldFiles(request.requester);
  const files = named.map((file) => refOf(held.find(({ id }) => id === file.id) ?? file));
  const rowOf = (id: string, at: number, steps: StepRow['steps'][number][]): StepRow => ({
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
      at,
    ),
    // Nobody waits for it: whoever is free takes it up.
    held: false,
    at: new Date(now).toISOString(),
  });
  const step = (kind: string, data: Record<string, unknown>) => ({ kind, data, state: 'open' as const });
  const rows = [];
  const atOnce = Math.max(AT_ONCE, Math.ceil(files.length / (room - BESIDE_ROWS)));
  for (let from = 0; from < files.length; from += atOnce)
    rows.push(
      rowOf(
        `files-${from}`,
        now,
        files.slice(from, from + atOnce).map(({ id }) => step('file', { id })),
      ),
    );
  // Said once all are there, or given up.
  rows.push(rowOf('files-note', now + 1, [step('fileNote', {})]));
  const id = sentKey(request.id);
  const sent = sentStore.write(id, { schema: 1, id, rev: 1, owner: request.requester, files }, 'any');
  return { writes: [sent, ...rows.map((row) => stepWrite(row))], rows };
}
