/** Files that people have uploaded and that are on no work item yet, by person; and the files of each request. */
import * as v from 'valibot';
import type { FileRef } from '../../catalog/domain/files/file-ref';
import type { ReadOnly } from '../../kernel/read-only';
import { documentStore } from '../../platform/storage/documents';

const ref = {
  id: v.string(),
  name: v.string(),
  size: v.number(),
  type: v.string(),
};

const heldSchema = v.object({
  ...ref,
  /** SHA-256 in base64, as the browser told it: the store took nothing else. */
  checksum: v.string(),
  /** When its upload began, in milliseconds. */
  at: v.number(),
  /** It has arrived, and is what its name says. */
  isThere: v.boolean(),
  /** The request it was sent with. */
  requestId: v.optional(v.string()),
  /** It was taken away while its address was good: what arrives there all the same is taken away too. */
  isGone: v.optional(v.literal(true)),
});
export type HeldFile = ReadOnly<v.InferOutput<typeof heldSchema>>;

const document = { schema: v.literal(1), id: v.string(), rev: v.number() };
const heldFilesSchema = v.object({ ...document, owner: v.string(), files: v.array(heldSchema) });
export type HeldFiles = ReadOnly<v.InferOutput<typeof heldFilesSchema>>;

const sentSchema = v.object({
  ...ref,
  /** Who uploaded it. */
  by: v.string(),
  /** SHA-256 in base64; empty where that was forgotten before it was sent. */
  checksum: v.string(),
  /** The row of steps that puts it on the work item; left out while there is none. */
  row: v.optional(v.string()),
  attachmentId: v.optional(v.string()),
});
export type SentFile = ReadOnly<v.InferOutput<typeof sentSchema>>;
const sentFilesSchema = v.object({ ...document, files: v.array(sentSchema) });
export type SentFiles = ReadOnly<v.InferOutput<typeof sentFilesSchema>>;

export const HELD_PREFIX = 'files:';
export const heldStore = documentStore<HeldFiles>(heldFilesSchema);
export const heldKey = (accountId: string): string => `${HELD_PREFIX}${accountId}`;

export const sentStore = documentStore<SentFiles>(sentFilesSchema);
export const sentKey = (requestId: string): string => `request-files:${requestId}`;

export const refOf = ({ id, name, size, type }: FileRef): FileRef => ({ id, name, size, type });

/** The files that somebody has uploaded. Strongly consistent. */
export const heldFiles = async (accountId: string): Promise<readonly HeldFile[]> =>
  (await everyHeld(accountId)).filter(({ isGone }) => isGone === undefined);

/** The same, with those that were taken away a moment ago. */
export const everyHeld = async (accountId: string): Promise<readonly HeldFile[]> =>
  (await heldStore.get(heldKey(accountId)))?.files ?? [];

/** A file of somebody's as the app knew it, or as an answer names it, as one of a request. */
export const asSent = (
  file: FileRef & { readonly checksum?: string },
  by: string,
): Omit<SentFile, 'row' | 'attachmentId'> => ({ ...refOf(file), by, checksum: file.checksum ?? '' });
