import { useEffect, useState } from 'react';
import type { ItemPage } from '../../../src/catalog/domain/call-answers';
import type { Suggestion } from '../../../src/knowledge/domain/suggest';
import { suggestArticles } from '../../shared/articles/find-articles';

const LEAST_WORDS = 3;
const DEBOUNCE_MS = 400;
const MOST = 5;

/**
 * Articles for what has been typed: from three words on, once typing pauses. Those curated for the item come first.
 * None while Confluence is not connected or does not answer: suggestions are never in the way of a request.
 */
export function useSuggestions({ item, confluence }: ItemPage, text: string): readonly Suggestion[] {
  const [suggestions, setSuggestions] = useState<readonly Suggestion[]>([]);
  const enough = confluence && text.split(/\s+/).filter(Boolean).length >= LEAST_WORDS;
  const { articles, knowledgeScope } = item.content;

  useEffect(() => {
    if (!enough) return undefined;
    let wanted = true;
    const timer = setTimeout(() => {
      const pinned = articles.map(({ pageId }) => pageId);
      suggestArticles(pinned, text, knowledgeScope, MOST).then(
        (found) => wanted && setSuggestions(found),
        () => wanted && setSuggestions([]),
      );
    }, DEBOUNCE_MS);
    return () => {
      wanted = false;
      clearTimeout(timer);
    };
  }, [enough, text, articles, knowledgeScope]);
  return enough ? suggestions : [];
}
