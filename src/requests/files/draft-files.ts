import { filesIn } from '../../catalog/domain/files/file-ref';
import type { Draft } from '../../catalog/domain/model';
import { log } from '../../platform/log';
import { removeObject } from '../../platform/object-store';
import { dropFiles } from './upload';

/** The files that a draft names. */
export const filesOfDraft = ({ answers }: Pick<Draft, 'answers'>): readonly string[] =>
  Object.values(answers).flatMap((answer) => filesIn(answer).map(({ id }) => id));

/** A draft that is thrown away takes its files with it; what can't be removed now is removed at night. */
export async function dropFilesOfDraft(accountId: string, draft: Pick<Draft, 'answers'>): Promise<void> {
  try {
    await dropFiles(accountId, filesOfDraft(draft), { removeObject });
  } catch (error) {
    log.error('files.draft', error);
  }
}
