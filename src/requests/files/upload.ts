/** A file on its way from somebody's browser into the store: begun, arrived, taken away again. */
import { byName } from '../../catalog/domain/files/file-kinds';
import { contentProblem, HEAD_BYTES } from '../../catalog/domain/files/content';
import { cleanName } from '../../catalog/domain/files/file-name';
import { type FileRef } from '../../catalog/domain/files/file-ref';
import { fileProblem } from '../../catalog/domain/field-types';
import { AppFailure, badRequest, notFound } from '../../kernel/errors';
import { error, type Finding } from '../../kernel/finding';
import type { Draft, FormField, PublishedItem } from '../../catalog/domain/model';
import { DRAFT_DAYS } from '../domain/draft-list';
import { changeHeld } from './change-held';
import { everyHeld, heldFiles, type HeldFile, refOf } from './file-store';
import { filesOfDraft } from './files-of-draft';
import type { ObjectPorts } from './object-ports';

/** Whose file it is, at which instant (ms). */
interface Uploader {
  readonly accountId: string;
  readonly now: number;
}

/** All drafts of somebody's, with what they say. */
export type DraftsOf = (accountId: string) => Promise<readonly Pick<Draft, 'answers' | 'clientToken'>[]>;

export interface UploadPorts extends ObjectPorts {
  /** The most bytes that the site takes as an attachment; 0 where it takes none. */
  readonly attachmentLimit: () => Promise<number>;
}

/** As long as a draft is kept: after that the store forgets by itself what nobody has removed. */
export const KEPT_SECONDS = DRAFT_DAYS * 86_400;
/** What one person may have uploaded that is on no work item yet, so that nobody fills the store for all. */
const MOST_FILES = 60;
const MOST_BYTES = 500 * 1024 * 1024;
/** An address for an upload is good for so long: what has not arrived by then broke off. */
const BEGUN_MS = 3_600_000;
/** What was begun in its last moment may arrive a while after. */
const ARRIVES_MS = 2 * BEGUN_MS;
/** With those that were taken away while their addresses are good. */
const MOST_ROWS = 200;

export interface BegunFile {
  readonly name: string;
  readonly size: number;
  /** SHA-256 in base64. */
  readonly checksum: string;
}

const refused = (problem: Finding): AppFailure =>
  new AppFailure('INVALID_ANSWERS', 'This file is not taken.', { fields: [problem] });

/** Whether it broke off, or was taken away so long ago that nothing arrives any more: then it is forgotten. */
export const isOver = ({ isThere, isGone, at }: HeldFile, now: number): boolean =>
  !isThere && at < now - (isGone ? ARRIVES_MS : BEGUN_MS);

/** The question of a form that asks for files. @throws AppFailure BAD_REQUEST */
export function fileField({ content }: PublishedItem, id: string): FormField {
  const field = content.form.find((each) => each.id === id && each.type === 'file');
  if (!field) throw badRequest('The form asks for no file there.');
  return field;
}

/**
 * Begins an upload for a question that the caller may answer (checked before): answers what the file is called from now on, and where its
 * bytes go. @throws AppFailure INVALID_ANSWERS with what is wrong with the file; FILES_UNAVAILABLE
 */
export async function beginUpload(
  field: FormField,
  { name: given, size, checksum }: BegunFile,
  person: Uploader,
  ports: UploadPorts,
): Promise<FileRef & { readonly url: string }> {
  const name = cleanName(given);
  const problem = fileProblem(field, { name, size }) ?? (await tooLargeFor(ports, field.id, name, size));
  if (problem !== null) throw refused(problem);
  const file: HeldFile = {
    id: crypto.randomUUID(),
    name,
    size,
    type: byName(name)?.type ?? 'application/octet-stream',
    checksum,
    at: person.now,
    isThere: false,
  };
  await dropLate(person, ports);
  const full = await changeHeld(person.accountId, (files) => {
    const held = files.filter(({ isGone }) => isGone === undefined);
    const bytes = held.reduce((sum, each) => sum + each.size, size);
    return files.length >= MOST_ROWS || held.length >= MOST_FILES || bytes > MOST_BYTES
      ? { answer: true }
      : { files: [...files, file], answer: false };
  });
  if (full) throw refused(error('tooManyHeld', field.id, { name }));
  const object = { key: file.id, length: size, checksum, ttlSeconds: KEPT_SECONDS };
  try {
    return { ...refOf(file), url: await ports.uploadUrl(object) };
  } catch (failure) {
    // Without an address nothing comes of it: it would take the place of others.
    await changeHeld(person.accountId, (files) => ({
      files: files.filter(({ id }) => id !== file.id),
      answer: undefined,
    }));
    throw failure;
  }
}

/** What broke off makes room: also in the store, where it may have arrived all the same. */
async function dropLate(
  { accountId, now }: Uploader,
  ports: Pick<UploadPorts, 'removeObject'>,
): Promise<void> {
  const late = (await everyHeld(accountId)).filter((each) => isOver(each, now));
  await removeFiles(accountId, late, ports, now);
}

async function tooLargeFor(
  { attachmentLimit }: UploadPorts,
  fieldId: string,
  name: string,
  size: number,
): Promise<Finding | null> {
  const most = await attachmentLimit();
  if (most === 0) return error('filesOff', fieldId, { name });
  const mb = Math.floor(most / 1024 / 1024);
  return size > most ? error('fileTooLarge', fieldId, { name, mb }) : null;
}

/** A file of the caller's own. @throws AppFailure NOT_FOUND: of anybody else's there is none, whoever knows its id. */
export async function ownFile(id: string, { accountId }: Pick<Uploader, 'accountId'>): Promise<HeldFile> {
  const file = (await heldFiles(accountId)).find((each) => each.id === id);
  if (!file) throw notFound('This file');
  return file;
}

/**
 * The file has arrived: it is looked into, and taken if it is what its name says. @throws AppFailure NOT_FOUND; INVALID_ANSWERS with
 * what is wrong: then it is gone; FILES_UNAVAILABLE
 */
export async function confirmUpload(id: string, person: Uploader, ports: ObjectPorts): Promise<FileRef> {
  const file = await ownFile(id, person);
  if (file.isThere) return refOf(file);
  const info = await ports.objectInfo(id);
  const head = info && (await ports.readObject(id, HEAD_BYTES));
  if (!info || !head || info.size !== file.size || info.checksum !== file.checksum)
    throw refused(error('fileNotThere', '', { name: file.name }));
  const code = contentProblem(file.name, head);
  if (code !== null) {
    await dropFiles(person.accountId, [id], ports, person.now);
    throw refused(error(code, '', { name: file.name }));
  }
  const isListed = await changeHeld(person.accountId, (files) =>
    files.some((each) => each.id === id && each.isGone === undefined)
      ? { files: files.map((each) => (each.id === id ? { ...each, isThere: true } : each)), answer: true }
      : { answer: false },
  );
  // Taken away while it was looked into.
  if (!isListed) throw notFound('This file');
  return refOf(file);
}

/**
 * Takes a file away that was sent with no request, unless another draft than the one it is taken out of names it. Answers whether it is
 * gone. @throws AppFailure NOT_FOUND
 */
export async function removeFile(
  { id, draftId }: { readonly id: string; readonly draftId?: string | undefined },
  person: Uploader,
  ports: Pick<ObjectPorts, 'removeObject'> & { readonly draftsOf: DraftsOf },
): Promise<boolean> {
  const file = await ownFile(id, person);
  if (file.requestId !== undefined) throw notFound('This file');
  const others = (await ports.draftsOf(person.accountId)).filter((draft) => draft.clientToken !== draftId);
  if (others.flatMap(filesOfDraft).includes(id)) return false;
  await dropFiles(person.accountId, [id], ports, person.now);
  return true;
}

/** Takes those of somebody's files away that were sent with no request; what is gone already is as good as removed. */
export async function dropFiles(
  accountId: string,
  ids: readonly string[],
  ports: Pick<ObjectPorts, 'removeObject'>,
  now: number,
): Promise<void> {
  if (ids.length === 0) return;
  const gone = (await heldFiles(accountId)).filter(
    ({ id, requestId }) => ids.includes(id) && requestId === undefined,
  );
  await removeFiles(accountId, gone, ports, now);
}

/**
 * Takes files of somebody's away, whatever they were sent with: out of the store, and off their list. One to whose address something
 * may still be sent is taken away again when that is over.
 */
export async function removeFiles(
  accountId: string,
  gone: readonly Pick<HeldFile, 'id'>[],
  ports: Pick<ObjectPorts, 'removeObject'>,
  now: number,
): Promise<void> {
  if (gone.length === 0) return;
  // First the objects: of what stays listed somebody learns, of an object that nothing names nobody does.
  await Promise.all(gone.map(({ id }) => ports.removeObject(id)));
  const left = (file: HeldFile): readonly HeldFile[] => {
    if (!gone.some(({ id }) => id === file.id)) return [file];
    return file.at < now - ARRIVES_MS ? [] : [{ ...file, isThere: false, isGone: true }];
  };
  await changeHeld(accountId, (files) => ({ files: files.flatMap(left), answer: undefined }));
}
