import { useEffect, useState } from 'react';
import type { ItemPageOfList, ItemRow } from '../../../src/catalog/domain/call-answers';
import { call } from '../../shared/api';

interface Items {
  /** Each once: somebody's own may be found in two places. */
  readonly rows: readonly ItemRow[];
  readonly isLoading: boolean;
  /** Why the rest did not come. */
  readonly error: unknown;
  readonly retry: () => void;
}

interface Rest {
  readonly of: ItemPageOfList;
  readonly rows: readonly ItemRow[];
  readonly next: string | undefined;
  readonly error: unknown;
}

const restOf = (first: ItemPageOfList): Rest => ({ of: first, rows: [], next: first.next, error: null });

/** All items of the list: the first page is there, the others come one after the other. */
export function useItems(first: ItemPageOfList): Items {
  const [kept, setRest] = useState(() => restOf(first));
  const rest = kept.of === first ? kept : restOf(first);
  const { next, error } = rest;
  useEffect(() => {
    if (next === undefined || error !== null) return undefined;
    let isHere = true;
    call('catalog.items', { cursor: next }).then(
      (page) => {
        if (isHere) setRest({ of: first, rows: [...rest.rows, ...page.items], next: page.next, error: null });
      },
      (failure: unknown) => {
        if (isHere) setRest({ ...rest, error: failure });
      },
    );
    return () => {
      isHere = false;
    };
    // What came before changes with `next` alone.
  }, [first, next, error]);
  const rows = [...new Map([...first.items, ...rest.rows].map((row) => [row.id, row])).values()];
  return {
    rows,
    isLoading: next !== undefined && error === null,
    error,
    retry: () => setRest({ ...rest, error: null }),
  };
}
