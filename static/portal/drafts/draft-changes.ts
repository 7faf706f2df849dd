import type { ToldDraft } from '../../../src/catalog/domain/call-answers';

/** What a list of drafts is after something happened to one. */
export type DraftsChange = (before: readonly ToldDraft[]) => ToldDraft[];

/** It was saved. */
export const withDraft =
  (draft: ToldDraft): DraftsChange =>
  (before) => [draft, ...withoutDraft(draft.clientToken)(before)];

export const withName =
  (clientToken: string, name: string | undefined): DraftsChange =>
  (before) =>
    before.map((each) => (each.clientToken === clientToken ? { ...each, name } : each));

export const withoutDraft =
  (clientToken: string): DraftsChange =>
  (before) =>
    before.filter((each) => each.clientToken !== clientToken);
