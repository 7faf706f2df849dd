/** What a form and a request's page ask of files. For everybody: each looks at whose file, item or request it is. */
import * as v from 'valibot';
import { askerFor, askingFor } from '../catalog';
import { idSchema } from '../catalog/domain/texts/text-schema';
import { MOST_MB } from '../catalog/domain/field-types';
import { anyone, call, withJira } from '../platform/identity/caller';
import { attachmentLimit } from '../platform/jira/issues/attachments';
import { downloadUrl, objectInfo, uploadUrl, writeObject } from '../platform/object-store';
import { remembered } from '../platform/remembered';
import { requestAnswer } from './domain/answers';
import { tokenSchema } from './domain/schema';
import { requestPorts } from './forge-ports';
import { getRequest } from './reading/get-request';
import { openOwnFile, openRequestFile } from './reading/open-file';
import { addFiles, placeIn } from './add-files';
import { wholeDrafts } from './drafts/draft-store';
import { MOST_OF_REQUEST } from './files/places';
import { beginUpload, confirmUpload, fileField, removeFile } from './files/upload';

const fileId = v.pipe(v.string(), v.uuid());
const requestId = v.pipe(v.string(), v.minLength(1), v.maxLength(100));
/** Of a file that is about to be uploaded. */
const announced = {
  name: v.pipe(v.string(), v.minLength(1), v.maxLength(1_000)),
  size: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(MOST_MB * 1024 * 1024 * 1024)),
  checksum: v.pipe(v.string(), v.regex(/^[A-Za-z0-9+/]{43}=$/)),
};
const oneFile = v.object({ id: fileId });
const fileAnswer = v.object({ id: v.string(), name: v.string(), size: v.number(), type: v.string() });
const begunAnswer = v.object({ ...fileAnswer.entries, url: v.string() });
const openedAnswer = v.object({ url: v.string(), name: v.string(), type: v.string() });

const ports = {
  ...requestPorts,
  downloadUrl,
  objectInfo,
  uploadUrl,
  writeObject,
  attachmentLimit: () => remembered('attachment limit', attachmentLimit),
};

export const fileCalls = {
  /** Where a file for a question of an item goes: to a PUT of exactly these bytes, within an hour. */
  'files.begin': call({
    payload: v.object({ itemId: idSchema, field: idSchema, ...announced, ...askingFor }),
    answer: begunAnswer,
    authorise: async (caller, asked) => {
      await withJira(caller);
      return askerFor(caller, asked.for);
    },
    // For whomever it is asked, the file is the caller's.
    run: async ({ for: _asked, itemId, field, ...wanted }, caller, asker) =>
      beginUpload(fileField(await ports.findItem(itemId, asker), field), wanted, caller, ports),
  }),

  /** The same for a request of the caller's own that takes files still: for a question whose files were to follow, or for none. */
  'files.beginAdded': call({
    payload: v.object({ requestId, field: v.optional(idSchema), ...announced }),
    answer: begunAnswer,
    authorise: anyone,
    run: async ({ requestId: id, field, ...wanted }, caller) =>
      beginUpload(await placeIn(id, field, caller, ports), wanted, caller, ports),
  }),

  /** Adds files of the caller's own to such a request; answers the request as it then stands. INVALID_ANSWERS tells what is wrong. */
  'files.add': call({
    payload: v.object({
      requestId,
      files: v.pipe(
        v.array(v.object({ id: fileId, field: v.optional(idSchema) })),
        v.minLength(1),
        v.maxLength(MOST_OF_REQUEST),
      ),
    }),
    answer: requestAnswer,
    authorise: anyone,
    run: async ({ requestId: id, files }, caller) => {
      await addFiles(id, files, caller, ports);
      return getRequest(id, caller, ports);
    },
  }),

  /** It has arrived: answers it as an answer names it. INVALID_ANSWERS where it is not what it says. */
  'files.confirm': call({
    payload: oneFile,
    answer: fileAnswer,
    authorise: anyone,
    run: ({ id }, caller) => confirmUpload(id, caller, ports),
  }),

  /** `draftId`: the draft that it is taken out of. `removed` is false where another one names it. */
  'files.remove': call({
    payload: v.object({ ...oneFile.entries, draftId: v.optional(tokenSchema) }),
    answer: v.object({ removed: v.boolean() }),
    authorise: anyone,
    run: async (wanted, caller) => ({
      removed: await removeFile(wanted, caller, {
        ...ports,
        draftsOf: (accountId) => wholeDrafts(accountId, caller.now),
      }),
    }),
  }),

  /** Where to read a file of the caller's own, for an hour; of a request of theirs with its id. */
  'files.open': call({
    payload: v.object({ id: fileId, requestId: v.optional(requestId) }),
    answer: openedAnswer,
    authorise: anyone,
    run: ({ id, requestId: of }, caller) =>
      of === undefined ? openOwnFile(id, caller, ports) : openRequestFile(of, id, caller, ports),
  }),
};
