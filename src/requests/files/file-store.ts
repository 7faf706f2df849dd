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
});
export type HeldFile = ReadOnly<v.InferOutput<typeof heldSchema>>;

const document = { schema: v.literal(1), id: v.string(), rev: v.number(), owner: v.string() };
const heldFilesSchema = v.object({ ...document, files: v.array(heldSchema) });
export type HeldFiles = ReadOnly<v.InferOutput<typeof heldFilesSchema>>;

const sentSchema = v.object({ ...ref, attachmentId: v.optional(v.string()) });
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
  (await heldStore.get(heldKey(accountId)))?.files ?? [];
