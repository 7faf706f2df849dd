import { useMemo } from 'react';
import type { ItemCard, SearchWords } from '../../../src/catalog/domain/call-answers';
import { useUserNames } from '../../shared/use-user-names';
import { indexTexts } from './text-index';

const MOST = 2;
const LEAST_SHARE = 0.5;

export interface Owner {
  readonly accountId: string;
  readonly name: string;
  /** What they own of what the viewer may order. */
  readonly owned: readonly ItemCard[];
  /** They were searched for by their name, and not found by what they own. */
  readonly isNamed: boolean;
}

/**
 * Whom a search asks for by name, else who owns the best of what it found. Owners are those of items that the viewer may order, and
 * their names are what Jira tells the viewer.
 */
export function useOwners(
  query: string,
  items: readonly ItemCard[],
  details: ReadonlyMap<string, SearchWords[number]>,
  found: readonly ItemCard[],
): readonly Owner[] {
  const ownerOf = ({ id }: ItemCard): string => details.get(id)?.owner ?? '';
  const names = useUserNames(useMemo(() => [...details.values()].map(({ owner }) => owner), [details]));
  const index = useMemo(
    () => indexTexts([...names].map(([id, name]) => ({ id, parts: [[name, 10]] }))),
    [names],
  );
  const named = index.search(query).found.filter(({ share }) => share >= LEAST_SHARE);
  const best = found[0];
  const isNamed = named.length > 0;
  const ids = isNamed ? named.map(({ id }) => id) : best ? [ownerOf(best)] : [];
  return ids.slice(0, MOST).flatMap((accountId) => {
    const name = names.get(accountId);
    if (name === undefined) return [];
    const owned = items.filter((item) => ownerOf(item) === accountId);
    return [{ accountId, name, owned: best && !isNamed ? [best] : owned, isNamed }];
  });
}
