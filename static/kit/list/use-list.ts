import { useAddressParam } from '../address/use-address-param';
import { locale } from '../../shared/i18n';

export interface Sorting {
  /** The column's key, after a minus where the last comes first. */
  readonly sort: string;
  readonly setSort: (sort: string) => void;
}

interface Shown<T> extends Sorting {
  readonly query: string;
  readonly setQuery: (query: string) => void;
  readonly shown: readonly T[];
}

/** A list is compared element by element: what is below a name follows it. */
type SortValue = string | number | readonly string[];
export type SortBy<T> = (member: T) => SortValue;

/** What a list shows: its members that hold every word of the search, sorted; both stand in the address. */
export function useList<T>(
  members: readonly T[],
  textOf: (member: T) => string,
  sortings: ReadonlyMap<string, SortBy<T>>,
): Shown<T> {
  const [query, setQuery] = useAddressParam('q');
  const [sort, setSort] = useAddressParam('sort');
  const words = folded(query).split(/\s+/).filter(Boolean);
  const found = members.filter((member) => {
    const text = folded(textOf(member));
    return words.every((word) => text.includes(word));
  });
  const isBackwards = sort.startsWith('-');
  const sortBy = sortings.get(isBackwards ? sort.slice(1) : sort) ?? [...sortings.values()][0];
  return {
    query,
    setQuery,
    sort,
    setSort,
    shown: sortBy === undefined ? found : sorted(found, sortBy, isBackwards),
  };
}

const folded = (text: string): string => text.toLocaleLowerCase().replaceAll('ё', 'е');

/** As the reader's language orders words, and numbers in them by their size. */
function sorted<T>(members: readonly T[], sortBy: SortBy<T>, isBackwards: boolean): readonly T[] {
  const { compare } = new Intl.Collator(locale(), { numeric: true });
  const before = (left: SortValue, right: SortValue): number => {
    if (typeof left === 'number' && typeof right === 'number') return left - right;
    if (typeof left !== 'object' || typeof right !== 'object') return compare(String(left), String(right));
    const differing = left.findIndex((name, at) => compare(name, right[at] ?? '') !== 0);
    return differing < 0
      ? left.length - right.length
      : compare(left[differing] ?? '', right[differing] ?? '');
  };
  return [...members].sort((left, right) => before(sortBy(left), sortBy(right)) * (isBackwards ? -1 : 1));
}
