import { update } from '../../work/update';
import { heldKey, heldStore, type HeldFile } from './file-store';

/** What a change of somebody's files comes to: the files as they are then, or nothing where they stay; and its answer. */
export interface HeldChange<R> {
  readonly files?: readonly HeldFile[];
  readonly answer: R;
}

/** Changes somebody's files; `change` may be asked again. */
export const changeHeld = <R>(
  accountId: string,
  change: (files: readonly HeldFile[]) => HeldChange<R>,
): Promise<R> =>
  update(heldStore, heldKey(accountId), (row) => {
    const { files, answer } = change(row?.files ?? []);
    if (files === undefined) return { answer };
    const id = heldKey(accountId);
    return { next: { schema: 1, id, rev: row?.rev ?? 0, owner: accountId, files }, answer };
  });
