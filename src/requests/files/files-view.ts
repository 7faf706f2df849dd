import type { FileRef } from '../../catalog/domain/files/file-ref';
import { AppFailure } from '../../kernel/errors';
import type { StepRow } from '../../work/step';
import { stepRows } from '../../work/steps';
import type { RequestView } from '../domain/answers';
import { sentKey, sentStore } from './file-store';

type FileView = RequestView['files'][number];

/** The files with what became of each; nothing is read where the form had no files. */
export async function filesView(requestId: string, named: readonly FileRef[]): Promise<readonly FileView[]> {
  if (named.length === 0) return [];
  const sent = (await sentStore.getMany([sentKey(requestId)])).get(sentKey(requestId));
  // What became of them can't be read: it is on the health page, and the rest of the request is shown.
  if (sent instanceof AppFailure) return named.map((file) => ({ ...file, state: 'unknown' }));
  // Until there is a work item they wait with the request.
  if (!sent) return named.map((file) => ({ ...file, state: 'waiting' }));
  const isAllThere = sent.files.every(({ attachmentId }) => attachmentId !== undefined);
  const { docs } = isAllThere
    ? { docs: [] }
    : await stepRows.query({ index: 'by-subject', partition: [`files:${requestId}`] });
  return sent.files.map(({ id, name, size, type, attachmentId }) => ({
    id,
    name,
    size,
    type,
    state: attachmentId === undefined ? stateOf(id, docs) : 'added',
  }));
}

function stateOf(id: string, rows: readonly StepRow[]): FileView['state'] {
  for (const { steps, why } of rows) {
    const step = steps.find(({ kind, data }) => kind === 'file' && data['id'] === id);
    if (step?.state === 'failed') return 'failed';
    if (step?.state === 'open') return why === undefined ? 'waiting' : 'retrying';
  }
  return 'waiting';
}
