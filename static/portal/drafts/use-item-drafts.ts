import { useCallback, useState } from 'react';
import type { ItemPage, ToldDraft } from '../../../src/catalog/domain/call-answers';
import { useHome } from '../home-data';
import type { DraftsChange } from './draft-changes';

export interface ItemDrafts {
  /** All of the item, as they stand. */
  readonly drafts: readonly ToldDraft[];
  readonly onChange: (change: DraftsChange) => void;
}

/** The drafts of an item whose page is open; the home that is there already learns of each change. */
export function useItemDrafts({ drafts: opened }: Pick<ItemPage, 'drafts'>): ItemDrafts {
  const [drafts, setDrafts] = useState(opened);
  const changeHome = useHomeDraftsChange();
  const onChange = useCallback(
    (change: DraftsChange) => {
      setDrafts(change);
      changeHome(change);
    },
    [changeHome],
  );
  return { drafts, onChange };
}

/** Changes the drafts of the home that is there already. */
export function useHomeDraftsChange(): ItemDrafts['onChange'] {
  const { update } = useHome();
  return useCallback((change) => update((home) => ({ ...home, drafts: change(home.drafts) })), [update]);
}
