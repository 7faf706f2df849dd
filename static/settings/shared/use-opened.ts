import { useMemo } from 'react';
import { useLocation, useRoute, useSearchParams } from 'wouter';
import { SAVED } from '../../kit/address/address-router';
import { named } from '../../kit/address/named';
import { type PageKey, pageAddress } from '../addresses';

interface Place {
  /** What the address opens of the page's list; null for the list itself. */
  readonly id: string | null;
  /** It is made now: its id is new as well. */
  readonly isNew: boolean;
  /** The part of it that the address names. */
  readonly part: string | undefined;
  /** What a new one begins as a copy of, by its id. */
  readonly from: string | null;
  readonly openNew: () => void;
  readonly openCopy: (id: string) => void;
  readonly openPart: (part: string) => void;
  /** A new one is stored and stays open: from now on the address is its own. */
  readonly keep: () => void;
  /** Back to the list; what is not saved is asked about. */
  readonly close: () => void;
  /** Back to the list after it was saved or deleted. */
  readonly finish: () => void;
}

const NEW = 'new';
const FROM = 'from';

/** Which member of a page's list the address opens, and the ways between them. */
export function usePlace(key: PageKey): Place {
  const [, go] = useLocation();
  const list = pageAddress(key);
  const [isOpen, params] = useRoute(`${list}/:id/:part?`);
  const isNew = isOpen && params.id === NEW;
  const newId = useMemo(() => (isNew ? crypto.randomUUID() : ''), [isNew]);
  const [search] = useSearchParams();
  const id = isNew ? newId : named(params?.id ?? '');
  return {
    id: isOpen ? id : null,
    isNew,
    part: params?.part,
    from: isNew ? search.get(FROM) : null,
    openNew: () => go(`${list}/${NEW}`),
    openCopy: (copied) => go(`${list}/${NEW}?${new URLSearchParams({ [FROM]: copied }).toString()}`),
    openPart: (part) => go(`${list}/${params?.id}/${part}`),
    keep: () =>
      go(pageAddress(key, id, ...(params?.part === undefined ? [] : [params.part])), {
        ...SAVED,
        replace: true,
      }),
    close: () => go(list),
    finish: () => go(list, SAVED),
  };
}

export interface Opened<T> extends Place {
  readonly opened: T | null;
  /** The address names one that is not there, or not any more. */
  readonly isGone: boolean;
}

/** The same with the member itself. `make` makes a new one, or one like another, once for each visit. */
export function useOpened<T extends { readonly id: string }>(
  key: PageKey,
  all: readonly T[],
  make: (id: string, like?: T) => T,
): Opened<T> {
  const place = usePlace(key);
  const { id, isNew, from } = place;
  const like = from === null ? undefined : all.find((each) => each.id === from);
  const made = useMemo(() => (isNew && id !== null ? make(id, like) : null), [id, isNew, like, make]);
  const opened = made ?? all.find((each) => each.id === id) ?? null;
  return { ...place, opened, isGone: id !== null && opened === null };
}
