/** What imports of the catalog's parts have in common. */
import type { Editor } from '../../kernel/audit';
import type { Difference } from '../../kernel/diff';
import { conflict } from '../../kernel/errors';
import { auditWrite } from '../../platform/storage/audit';
import { transact, type Write } from '../../platform/storage/transact';

const MAX_OPERATIONS = 25;

/** As many groups in one transaction as fit; the writes of a group stay together. @throws CONFLICT */
export async function writeInGroups(groups: readonly (readonly Write[])[]): Promise<void> {
  let batch: readonly Write[] = [];
  for (const group of [...groups, null]) {
    if (batch.length > 0 && (group === null || batch.length + group.length > MAX_OPERATIONS)) {
      if ((await transact(batch)) === 'conflict') throw conflict('catalog');
      batch = [];
    }
    batch = [...batch, ...(group ?? [])];
  }
}

export const importedWrite = (changes: readonly Difference[], { accountId, now }: Editor): Write =>
  auditWrite({
    at: new Date(now).toISOString(),
    by: accountId,
    action: 'settings.imported',
    subject: 'settings',
    changes,
  });
