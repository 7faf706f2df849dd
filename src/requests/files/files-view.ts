import type { FileRef } from '../../catalog/domain/files/file-ref';
import { AppFailure } from '../../kernel/errors';
import type { StepRow } from '../../work/step';
import { stepRows } from '../../work/steps';
import type { RequestView } from '../domain/answers';
import type { RequestDocument } from '../domain/model';
import { refOf, sentKey, sentStore, type SentFile } from './file-store';

type FileView = RequestView['files'][number];

/** The files of a request with what became of each: those that its answers name, and those that were added. Nothing is read where it has none. */
export async function filesView(
  { id, issueId, filesAdded }: Pick<RequestDocument, 'id' | 'issueId' | 'filesAdded'>,
  named: readonly FileRef[],
): Promise<readonly FileView[]> {
  if (named.length === 0 && !filesAdded) return [];
  const key = sentKey(id);
  const readSent = async () => (await sentStore.getMany([key])).get(key);
  const sent = await readSent();
  // What became of them can't be read: it is on the health page, and the rest of the request is shown.
  if (sent instanceof AppFailure) return named.map((file) => ({ ...refOf(file), state: 'unknown' }));
  const files = sent?.files ?? [];
  const left = named.filter((file) => files.every((each) => each.id !== file.id));
  const rows = await stepRows.getMany(files.flatMap((file) => (isLeft(file) ? (file.row ?? []) : [])));
  // What is no longer to be done was done since, or given up for good: what is stored now says which.
  const isOver = files.some((file) => isLeft(file) && stateOf(file, rows) === 'failed');
  const after = isOver ? await readSent() : sent;
  const attached = new Set(
    after === undefined || after instanceof AppFailure
      ? []
      : after.files.filter((file) => !isLeft(file)).map((file) => file.id),
  );
  return [
    // Until there is a work item they wait with the request.
    ...left.map(
      (file) => ({ ...refOf(file), state: issueId === undefined ? 'waiting' : 'unknown' }) as const,
    ),
    ...files.map((file) => ({
      ...refOf(file),
      state: attached.has(file.id) ? ('added' as const) : stateOf(file, rows),
    })),
  ];
}

const isLeft = ({ attachmentId }: SentFile): boolean => attachmentId === undefined;

function stateOf({ id, row }: SentFile, rows: ReadonlyMap<string, StepRow | AppFailure>): FileView['state'] {
  if (row === undefined) return 'waiting';
  const found = rows.get(row);
  if (found === undefined) return 'failed';
  if (found instanceof AppFailure) return 'unknown';
  const step = found.steps.find(({ kind, data }) => kind === 'file' && data['id'] === id);
  if (step?.state !== 'open') return 'failed';
  return found.why === undefined ? 'waiting' : 'retrying';
}
