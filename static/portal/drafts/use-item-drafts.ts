import { useCallback, useState } from 'react';
import type { ItemPage, ToldDraft } from '../../../src/catalog/domain/call-answers';
import { useHome } from '../home-data';

export interface ItemDrafts {
  /** All of the item, as they stand. */
  readonly drafts: readonly ToldDraft[];
  /** One was saved. */
  readonly onSaved: (draft: ToldDraft) => void;
  readonly onRenamed: (clientToken: string, name: string | undefined) => void;
  readonly onDeleted: (clientToken: string) => void;
}

/** The drafts of an item whose page is open; the home that is there already learns of each change. */
export function useItemDrafts({ drafts: opened }: Pick<ItemPage, 'drafts'>): ItemDrafts {
  const [drafts, setDrafts] = useState(opened);
  const { update } = useHome();
  const change = useCallback(
    (how: (before: readonly ToldDraft[]) => ToldDraft[]) => {
      setDrafts(how);
      update((home) => ({ ...home, drafts: how(home.drafts) }));
    },
    [update],
  );
  return {
    drafts,
    onSaved: useCallback(
      (draft) => change((before) => [draft, ...before.filter(isOther(draft.clientToken))]),
      [change],
    ),
    onRenamed: useCallback(
      (clientToken, name) =>
        change((before) => before.map((each) => (isOther(clientToken)(each) ? each : { ...each, name }))),
      [change],
    ),
    onDeleted: useCallback(
      (clientToken) => change((before) => before.filter(isOther(clientToken))),
      [change],
    ),
  };
}

const isOther =
  (clientToken: string) =>
  (draft: ToldDraft): boolean =>
    draft.clientToken !== clientToken;
