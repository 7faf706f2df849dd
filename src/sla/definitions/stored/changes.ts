/** The latest changes of the definitions: who, when, what, with which scope, and whether they can be undone. */
import * as v from 'valibot';
import { blobWrites, readBlob, writeBlob } from '../../../platform/storage/blobs';
import type { Write } from '../../../platform/storage/transact';
import type { SlaChange } from '../domain/answers/changes';
import { changeSchema } from '../domain/answers/changes';

const KEY = 'sla:changes';
const MOST_CHANGES = 60;
const MOST_DIFFERENCES = 30;
/** So long a change can be undone and its log read. */
export const UNDO_MS = 7 * 24 * 3_600_000;

export type StoredChange = Omit<SlaChange, 'undoUntil'>;

const historySchema = v.object({ schema: v.literal(1), changes: v.array(changeSchema) });

/** Newest first. */
export const readChanges = async (): Promise<readonly StoredChange[]> =>
  (await readBlob(KEY, historySchema))?.changes ?? [];

const documentOf = (changes: readonly StoredChange[]) => ({
  schema: 1 as const,
  changes: changes.slice(0, MOST_CHANGES),
});

/** The history with one change more, as part of the transaction that stores the definitions: its version guards both. */
export function changeWrites(before: readonly StoredChange[], change: StoredChange): readonly Write[] {
  const short = { ...change, differences: change.differences.slice(0, MOST_DIFFERENCES) };
  const undone = before.map((each) =>
    change.undoes !== undefined && each.version >= change.undoes && each.undoneBy === undefined
      ? { ...each, undoneBy: change.version }
      : each,
  );
  return blobWrites(KEY, documentOf([short, ...undone]), `v${change.version}`);
}

/** Notes what the recalculation of a change did. A change saved meanwhile wins: then this is told by the log alone. */
export async function noteOutcome(
  version: number,
  outcome: Pick<StoredChange, 'counts' | 'changedIssues' | 'logPages'>,
): Promise<void> {
  const changes = await readChanges();
  const [newest] = changes;
  if (newest === undefined || !changes.some((each) => each.version === version)) return;
  const noted = changes.map((each) => (each.version === version ? { ...each, ...outcome } : each));
  await writeBlob(
    KEY,
    documentOf(noted),
    `v${newest.version}:${outcome.logPages ?? 0}:${outcome.changedIssues ?? 0}`,
  );
}

/** With the instant until which each can be undone: not what was undone, nor what undid nothing that is left. */
export function withUndo(changes: readonly StoredChange[], now: number): readonly SlaChange[] {
  return changes.map((change) => {
    const until = change.at + UNDO_MS;
    const possible = change.version > 1 && change.undoneBy === undefined && until > now;
    return possible ? { ...change, undoUntil: until } : change;
  });
}
