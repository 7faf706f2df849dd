import { useEffect, useState } from 'react';
import { call } from '../../shared/api';

type Words = ReadonlyMap<string, string>;

const NONE: Words = new Map();
let latest: { readonly key: string; readonly words: Words } | null = null;

/**
 * What items are found by beside what the home shows of them, asked for when somebody searches, once for each catalog.
 * None until it is there, and where it can't be had: a search then finds what can be seen.
 */
export function useSearchWords(key: string, wanted: boolean): Words {
  const [loaded, setLoaded] = useState(latest);
  const has = loaded?.key === key;
  useEffect(() => {
    if (!wanted || has) return undefined;
    let isOpen = true;
    call('portal.words', {}).then(
      ({ words }) => {
        latest = { key, words: new Map(words.map((item) => [item.id, item.words])) };
        if (isOpen) setLoaded(latest);
      },
      () => undefined,
    );
    return () => {
      isOpen = false;
    };
  }, [key, wanted, has]);
  return has ? loaded.words : NONE;
}
