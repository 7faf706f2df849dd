import { notFound } from '../../kernel/errors';
import type * as attachments from '../../platform/jira/issues/attachments';
import { ownRequest } from './get-request';
import type { ListPorts } from './list-requests';
import type { Person } from '../ports';
import { sentKey, sentStore } from '../files/file-store';
import type { ObjectPorts } from '../files/object-ports';
import { filesOf } from '../files/sent-files';
import { ownFile } from '../files/upload';

export type OpenPorts = ListPorts &
  Pick<ObjectPorts, 'downloadUrl' | 'objectInfo' | 'writeObject'> &
  Pick<typeof attachments, 'attachmentBytes'>;

export interface OpenedFile {
  readonly url: string;
  readonly name: string;
  readonly type: string;
}

/** A copy that somebody looks at is forgotten with its address. */
const COPY_SECONDS = 3_600;

/** Where the caller may read a file of their own that was not sent yet. @throws AppFailure NOT_FOUND */
export async function openOwnFile(
  id: string,
  person: Pick<Person, 'accountId'>,
  ports: Pick<OpenPorts, 'downloadUrl'>,
): Promise<OpenedFile> {
  const { isThere, name, type } = await ownFile(id, person);
  const url = isThere ? await ports.downloadUrl(id) : null;
  if (url === null) throw notFound('This file');
  return { url, name, type };
}

/**
 * Where the caller may read a file of a request of theirs. What is on the work item is read by the app: whoever asked may not browse the
 * space. @throws AppFailure NOT_FOUND for everybody else's, and where Jira has closed the work item to the caller.
 */
export async function openRequestFile(
  requestId: string,
  id: string,
  person: Person,
  ports: OpenPorts,
): Promise<OpenedFile> {
  const { request, item, withheld } = await ownRequest(requestId, person, ports);
  if (withheld) return gone();
  const sent = await sentStore.get(sentKey(requestId));
  const file = sent?.files.find((each) => each.id === id);
  if (!file) {
    // Until there is a work item it waits with who asked, for whom it is asked too.
    const isNamed = filesOf(item.content.form, request.answers).some((each) => each.id === id);
    return isNamed ? openOwnFile(id, { accountId: request.requester }, ports) : gone();
  }
  const { name, type, attachmentId } = file;
  if (attachmentId === undefined) return { url: (await ports.downloadUrl(id)) ?? gone(), name, type };
  const copy = `copy-${id}`;
  if ((await ports.objectInfo(copy)) === null) {
    const bytes = (await ports.attachmentBytes(attachmentId)) ?? gone();
    await ports.writeObject(copy, bytes, type, COPY_SECONDS);
  }
  return { url: (await ports.downloadUrl(copy)) ?? gone(), name, type };
}

const gone = (): never => {
  throw notFound('This file');
};
