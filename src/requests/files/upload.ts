/** A file on its way from somebody's browser into the store: begun, arrived, taken away again. */
import { byName } from '../../catalog/domain/files/file-kinds';
import { contentProblem, HEAD_BYTES } from '../../catalog/domain/files/content';
import { cleanName } from '../../catalog/domain/files/file-name';
import { type FileRef } from '../../catalog/domain/files/file-ref';
import { fileProblem } from '../../catalog/domain/field-types';
import { AppFailure, badRequest, notFound } from '../../kernel/errors';
import { error, type Finding } from '../../kernel/finding';
import type { PublishedItem } from '../../catalog/domain/model';
import { DRAFT_DAYS } from '../domain/draft-list';
import { changeHeld } from './change-held';
import { heldFiles, type HeldFile, refOf } from './file-store';
import type { ObjectPorts } from './object-ports';

/** Whose file it is, at which instant (ms). */
interface Uploader {
  readonly accountId: string;
  readonly now: number;
}

export interface UploadPorts extends ObjectPorts {
  /** The most bytes that the site takes as an attachment; 0 where it takes none. */
  readonly attachmentLimit: () => Promise<number>;
}

/** As long as a draft is kept: after that the store forgets by itself what nobody has removed. */
export const KEPT_SECONDS = DRAFT_DAYS * 86_400;
/** What one person may have uploaded that is on no work item yet, so that nobody fills the store for all. */
const MOST_FILES = 60;
const MOST_BYTES = 500 * 1024 * 1024;
/** An address for an upload is good for so long: what has not arrived by then never does. */
const BEGUN_MS = 3_600_000;

export interface BegunFile {
  readonly field: string;
  readonly name: string;
  readonly size: number;
  /** SHA-256 in base64. */
  readonly checksum: string;
}

const refused = (problem: Finding): AppFailure =>
  new AppFailure('INVALID_ANSWERS', 'This file is not taken.', { fields: [problem] });

export const hasArrivedLate = ({ isThere, at }: HeldFile, now: number): boolean =>
  !isThere && at < now - BEGUN_MS;

/**
 * Begins an upload for a question of an item that the caller may order (checked before): answers what the file is called from now on, and where its
 * bytes go. @throws AppFailure INVALID_ANSWERS with what is wrong with the file; FILES_UNAVAILABLE
 */
export async function beginUpload(
  { content }: PublishedItem,
  { field: fieldId, name: given, size, checksum }: BegunFile,
  person: Uploader,
  ports: UploadPorts,
): Promise<FileRef & { readonly url: string }> {
  const field = content.form.find(({ id, type }) => id === fieldId && type === 'file');
  if (!field) throw badRequest('The form asks for no file there.');
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
    const bytes = files.reduce((sum, each) => sum + each.size, size);
    return files.length >= MOST_FILES || bytes > MOST_BYTES
      ? { answer: true }
      : { files: [...files, file], answer: false };
  });
  if (full) throw refused(error('tooManyHeld', field.id, { name }));
  const url = await ports.uploadUrl({ key: file.id, length: size, checksum, ttlSeconds: KEPT_SECONDS });
  return { ...refOf(file), url };
}

/** What broke off makes room: also in the store, where it may have arrived all the same. */
async function dropLate(
  { accountId, now }: Uploader,
  ports: Pick<UploadPorts, 'removeObject'>,
): Promise<void> {
  const late = (await heldFiles(accountId)).filter((each) => hasArrivedLate(each, now));
  await dropFiles(
    accountId,
    late.map(({ id }) => id),
    ports,
  );
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
    await removeFile(id, person, ports);
    throw refused(error(code, '', { name: file.name }));
  }
  const isListed = await changeHeld(person.accountId, (files) =>
    files.some((each) => each.id === id)
      ? { files: files.map((each) => (each.id === id ? { ...each, isThere: true } : each)), answer: true }
      : { answer: false },
  );
  // Taken away while it was looked into.
  if (!isListed) throw notFound('This file');
  return refOf(file);
}

/** Takes a file away that was sent with no request. @throws AppFailure NOT_FOUND */
export async function removeFile(
  id: string,
  person: Pick<Uploader, 'accountId'>,
  ports: Pick<ObjectPorts, 'removeObject'>,
): Promise<void> {
  const file = await ownFile(id, person);
  if (file.requestId !== undefined) throw notFound('This file');
  await dropFiles(person.accountId, [id], ports);
}

/** Takes those of somebody's files away that were sent with no request; what is gone already is as good as removed. */
export async function dropFiles(
  accountId: string,
  ids: readonly string[],
  ports: Pick<ObjectPorts, 'removeObject'>,
): Promise<void> {
  if (ids.length === 0) return;
  const gone = (await heldFiles(accountId)).filter(
    ({ id, requestId }) => ids.includes(id) && requestId === undefined,
  );
  await removeFiles(accountId, gone, ports);
}

/** Takes files of somebody's away, whatever they were sent with: out of the store, and off their list. */
export async function removeFiles(
  accountId: string,
  gone: readonly Pick<HeldFile, 'id'>[],
  ports: Pick<ObjectPorts, 'removeObject'>,
): Promise<void> {
  if (gone.length === 0) return;
  // First the objects: of what stays listed somebody learns, of an object that nothing names nobody does.
  await Promise.all(gone.map(({ id }) => ports.removeObject(id)));
  await changeHeld(accountId, (files) => {
    const kept = files.filter(({ id }) => !gone.some((each) => each.id === id));
    return kept.length === files.length ? { answer: undefined } : { files: kept, answer: undefined };
  });
}
