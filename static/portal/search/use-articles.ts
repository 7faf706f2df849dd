import { useMemo } from 'react';
import type { AskedWord } from '../../../src/knowledge/domain/asked-words';
import { EVERYWHERE } from '../../../src/knowledge/domain/cql';
import type { Article } from '../../../src/knowledge/domain/suggest';
import { findAsked } from '../../shared/articles/find-articles';
import { useLoad } from '../../shared/use-load';
import { useSettled } from './use-settled';

const DEBOUNCE_MS = 300;
const MOST = 5;

interface Articles {
  readonly articles: readonly Article[];
  /** They are of what is searched for now, and not of what was before. */
  readonly isCurrent: boolean;
  readonly error: unknown;
}

/** Articles the viewer may read that fit a search, asked for once typing pauses; none where there is no Confluence. */
export function useArticles(asked: readonly AskedWord[], confluence: boolean): Articles {
  const wanted = useMemo(() => JSON.stringify(asked), [asked]);
  const key = useSettled(wanted, DEBOUNCE_MS);
  const { loaded } = useLoad(`${key}:${confluence}`, async () => ({
    key,
    articles: confluence ? await findAsked(JSON.parse(key) as readonly AskedWord[], EVERYWHERE, MOST) : [],
  }));
  const found = loaded.state === 'ready' ? loaded.value : null;
  return {
    articles: found?.articles ?? NONE,
    isCurrent: loaded.state === 'error' ? key === wanted : found?.key === wanted,
    error: loaded.state === 'error' ? loaded.error : null,
  };
}

const NONE: readonly Article[] = [];
