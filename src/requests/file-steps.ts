/** How a file of a request is put on its work item, and put there again until it is. */
import * as v from 'valibot';
import { contentProblem, HEAD_BYTES } from '../catalog/domain/files/content';
import type { PublishedItem } from '../catalog/domain/model';
import { doc, paragraph, text } from '../kernel/adf';
import { AppFailure, notFound } from '../kernel/errors';
import { sayer } from '../kernel/words';
import type * as attachments from '../platform/jira/issues/attachments';
import { checksumOf } from '../platform/object-store';
import type { StepKind, StepKinds } from '../work/step-kinds';
import { languagesFor } from '../work/notify/languages';
import { update } from '../work/update';
import { itemOf } from './records/item-of';
import type { RequestPorts } from './ports';
import { readRequest } from './records/store';
import { NOTICES } from './words/notices';
import { sentKey, sentStore, type SentFile, type SentFiles } from './files/file-store';
import type { ObjectPorts } from './files/object-ports';
import { removeFiles } from './files/upload';

export type FilePorts = Pick<ObjectPorts, 'readObject' | 'removeObject'> &
  Pick<typeof attachments, 'attachFile' | 'attachmentBytes' | 'attachPublicly' | 'attachedByApp' | 'deskOf'> &
  Pick<RequestPorts, 'isCommented' | 'itemInVersion' | 'namesOf' | 'notice' | 'now'>;

const fileData = v.object({ id: v.string() });
const noteData = v.object({ ids: v.array(v.string()) });

/** What the agents are told, a line in each language that the item has for each person whose they are. */
async function noteIn(
  { content }: PublishedItem,
  files: readonly SentFile[],
  { namesOf }: Pick<FilePorts, 'namesOf'>,
): Promise<readonly string[]> {
  const people = [...new Set(files.map(({ by }) => by))];
  const names = await namesOf(people);
  return languagesFor([], content.name).flatMap((locale) =>
    people.map((by) => {
      const theirs = files.filter((file) => file.by === by).map((file) => file.name);
      const told = { name: names.get(by) ?? by, files: theirs.join(', ') };
      return sayer(NOTICES, locale)('notice.files', told);
    }),
  );
}

/** The kinds of steps of one request's files, by its id. The app does them: in a queue nobody else is there. */
export const fileSteps =
  (ports: FilePorts) =>
  (requestId: string): StepKinds => {
    const opened = async () => {
      const [request, sent] = await Promise.all([readRequest(requestId), sentStore.get(sentKey(requestId))]);
      if (!request || request.issueId === undefined || !sent) throw notFound('This request');
      return { request, sent, issueId: request.issueId };
    };
    const fileOf = ({ files }: SentFiles, data: StepData) =>
      files.find(({ id }) => id === v.parse(fileData, data).id);
    const waitingIn = (sent: SentFiles, data: StepData) => {
      const file = fileOf(sent, data);
      return file?.attachmentId === undefined ? file : undefined;
    };

    const isLeft: StepKind['isLeft'] = async (data, { since }) => {
      const { sent, issueId } = await opened();
      const file = fileOf(sent, data);
      if (!file) return false;
      const known = new Set(sent.files.map(({ attachmentId }) => attachmentId));
      const alike = (await ports.attachedByApp(issueId, since)).filter(
        ({ id, name, size }) => name === file.name && size === file.size && !known.has(id),
      );
      // Two files may have one name and size: what it holds tells which it is.
      for (const { id } of alike) {
        const bytes = await ports.attachmentBytes(id);
        if (bytes === null || (await checksumOf(bytes)) !== file.checksum) continue;
        await added(sent, file, id);
        return true;
      }
      return false;
    };

    async function added(sent: SentFiles, file: SentFile, attachmentId: string): Promise<void> {
      await update(sentStore, sentKey(requestId), (row) => {
        const stored = row ?? sent;
        const files = stored.files.map((each) => (each.id === file.id ? { ...each, attachmentId } : each));
        return { next: { ...stored, files }, answer: undefined };
      });
      await removeFiles(file.by, [file], ports, ports.now());
    }

    const file: StepKind = {
      repeats: 'traced',
      holds: async (data) => waitingIn((await opened()).sent, data) !== undefined,
      isLeft,
      run: async (data) => {
        const { request, sent, issueId } = await opened();
        const wanted = waitingIn(sent, data);
        if (!wanted) return;
        const bytes = await ports.readObject(wanted.id);
        if (!bytes) throw new AppFailure('FILE_GONE', 'The file is not in the store any more.');
        if (bytes.byteLength !== wanted.size || contentProblem(wanted.name, bytes.subarray(0, HEAD_BYTES)))
          throw new AppFailure('FILE_REFUSED', 'The file is not what it says.');
        const made = { name: wanted.name, type: wanted.type, bytes };
        const projectId = await ports.deskOf(issueId);
        const publicly = async (): Promise<string | null> => {
          if (projectId === null) return null;
          const comment = await noteIn(await itemOf(request, ports), [wanted], ports);
          return ports.attachPublicly({ projectId, issueId }, made, comment.join('\n'));
        };
        await added(sent, wanted, (await publicly()) ?? (await ports.attachFile(issueId, made)));
      },
    };
    const thereOf = ({ files }: SentFiles, data: StepData): readonly SentFile[] => {
      const { ids } = v.parse(noteData, data);
      return files.filter(({ id, attachmentId }) => attachmentId !== undefined && ids.includes(id));
    };
    const fileNote: StepKind = {
      repeats: 'traced',
      holds: async (data) => thereOf((await opened()).sent, data).length > 0,
      isLeft: async (_, { id: mark, since }) => ports.isCommented((await opened()).issueId, mark, since),
      run: async (data, { id: mark }) => {
        const { request, sent, issueId } = await opened();
        const there = thereOf(sent, data);
        if (there.length === 0) return;
        const lines = await noteIn(await itemOf(request, ports), there, ports);
        await ports.notice(issueId, doc(lines.map((line) => paragraph(text(line)))), 'files', mark);
      },
    };
    return { file, fileNote };
  };

type StepData = Parameters<StepKind['run']>[0];
