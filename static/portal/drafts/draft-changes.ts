import type { ToldDraft } from '../../../src/catalog/domain/call-answers';

/** What a list of drafts is after something happened to one. */
export type DraftsChange = (before: readonly ToldDraft[]) => ToldDraft[];

/** It was saved. */
export const afterSave =
  (draft: ToldDraft): DraftsChange =>
  (before) => [draft, ...afterDelete(draft.clientToken)(before)];

export const afterRename =
  (clientToken: string, name: string | undefined): DraftsChange =>
  (before) =>
    before.map((each) => (each.clientToken === clientToken ? { ...each, name } : each));

export const afterDelete =
  (clientToken: string): DraftsChange =>
  (before) =>
    before.filter((each) => each.clientToken !== clientToken);
