import type { Draft } from '../../catalog/domain/model';
import { log } from '../../platform/log';
import { removeObject } from '../../platform/object-store';
import { filesOfDraft } from './files-of-draft';
import { dropFiles } from './upload';

/** A draft that is thrown away takes its files with it, but for those that another one names; what can't be removed now is removed at night. */
export async function dropFilesOfDraft(
  accountId: string,
  draft: Pick<Draft, 'answers'>,
  others: () => Promise<readonly Pick<Draft, 'answers'>[]>,
  now: number,
): Promise<void> {
  const files = filesOfDraft(draft);
  if (files.length === 0) return;
  try {
    const kept = new Set((await others()).flatMap(filesOfDraft));
    await dropFiles(
      accountId,
      files.filter((id) => !kept.has(id)),
      { removeObject },
      now,
    );
  } catch (error) {
    log.error('files.draft', error);
  }
}
