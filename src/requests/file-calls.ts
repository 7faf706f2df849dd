/** What a form and a request's page ask of files. For everybody: each looks at whose file, item or request it is. */
import * as v from 'valibot';
import { askerFor, askingFor } from '../catalog';
import { idSchema } from '../catalog/domain/texts/text-schema';
import { MOST_MB } from '../catalog/domain/field-types';
import { anyone, call, withJira } from '../platform/identity/caller';
import { attachmentBytes, attachmentLimit } from '../platform/jira/issues/attachments';
import { downloadUrl, objectInfo, uploadUrl, writeObject } from '../platform/object-store';
import { remembered } from '../platform/remembered';
import { requestPorts } from './forge-ports';
import { openOwnFile, openRequestFile } from './reading/open-file';
import { beginUpload, confirmUpload, removeFile } from './files/upload';

const fileId = v.pipe(v.string(), v.uuid());
const oneFile = v.object({ id: fileId });
const fileAnswer = v.object({ id: v.string(), name: v.string(), size: v.number(), type: v.string() });
const openedAnswer = v.object({ url: v.string(), name: v.string(), type: v.string() });

const ports = {
  ...requestPorts,
  downloadUrl,
  objectInfo,
  uploadUrl,
  writeObject,
  attachmentBytes,
  attachmentLimit: () => remembered('attachment limit', attachmentLimit),
};

export const fileCalls = {
  /** Where a file for a question of an item goes: to a PUT of exactly these bytes, within an hour. */
  'files.begin': call({
    payload: v.object({
      itemId: idSchema,
      field: idSchema,
      name: v.pipe(v.string(), v.minLength(1), v.maxLength(1_000)),
      size: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(MOST_MB * 1024 * 1024 * 1024)),
      checksum: v.pipe(v.string(), v.regex(/^[A-Za-z0-9+/]{43}=$/)),
      ...askingFor,
    }),
    answer: v.object({ ...fileAnswer.entries, url: v.string() }),
    authorise: async (caller, asked) => {
      await withJira(caller);
      return askerFor(caller, asked.for);
    },
    // For whomever it is asked, the file is the caller's.
    run: async ({ for: _asked, itemId, ...wanted }, caller, asker) =>
      beginUpload(await ports.findItem(itemId, asker), wanted, caller, ports),
  }),

  /** It has arrived: answers it as an answer names it. INVALID_ANSWERS where it is not what it says. */
  'files.confirm': call({
    payload: oneFile,
    answer: fileAnswer,
    authorise: anyone,
    run: ({ id }, caller) => confirmUpload(id, caller, ports),
  }),

  'files.remove': call({
    payload: oneFile,
    answer: v.object({ removed: v.boolean() }),
    authorise: anyone,
    run: async ({ id }, caller) => {
      await removeFile(id, caller, ports);
      return { removed: true };
    },
  }),

  /** Where to read a file of the caller's own, for an hour; of a request of theirs with its id. */
  'files.open': call({
    payload: v.object({
      id: fileId,
      requestId: v.optional(v.pipe(v.string(), v.minLength(1), v.maxLength(100))),
    }),
    answer: openedAnswer,
    authorise: anyone,
    run: ({ id, requestId }, caller) =>
      requestId === undefined
        ? openOwnFile(id, caller, ports)
        : openRequestFile(requestId, id, caller, ports),
  }),
};
