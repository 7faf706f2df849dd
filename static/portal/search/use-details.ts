import { useEffect, useState } from 'react';
import type { SearchWords } from '../../../src/catalog/domain/call-answers';
import { call } from '../../shared/api';
import { askedFor } from '../for-whom/for-whom';

type Details = ReadonlyMap<string, SearchWords[number]>;

const NONE: Details = new Map();
let latest: { readonly key: string; readonly details: Details } | null = null;

/**
 * What items are found by beside what the home shows of them, asked for when somebody searches, once for each catalog.
 * None until it is there, and where it can't be had: a search then finds what can be seen.
 */
export function useDetails(key: string, wanted: boolean): Details {
  const [loaded, setLoaded] = useState(latest);
  const has = loaded?.key === key;
  useEffect(() => {
    if (!wanted || has) return undefined;
    let isOpen = true;
    call('portal.words', askedFor()).then(
      ({ words }) => {
        latest = { key, details: new Map(words.map((item) => [item.id, item])) };
        if (isOpen) setLoaded(latest);
      },
      () => undefined,
    );
    return () => {
      isOpen = false;
    };
  }, [key, wanted, has]);
  return has ? loaded.details : NONE;
}
