import { useCallback, useEffect, useState } from 'react';
import type { ShownLink } from '../../../src/knowledge/domain/answers';
import type { LinkKind } from '../../../src/knowledge/domain/model';
import type { Suggestion } from '../../../src/knowledge/domain/suggest';
import { call, RequestFailed } from '../../shared/api';
import { ProductFailed } from '../../shared/product';
import { type IssueRef, readIssueText } from './issue';
import { firstSuggestions, suggestFor } from './suggestions';

export interface Knowledge {
  /** Null until the backend has answered. */
  readonly links: readonly ShownLink[] | null;
  readonly canLink: boolean;
  readonly suggestions: readonly Suggestion[] | null;
  /** Confluence is not connected, or not open to this person. */
  readonly absent: boolean;
  readonly error: unknown;
}

const EMPTY: Knowledge = { links: null, canLink: false, suggestions: null, absent: false, error: null };

const saysAbsent = (error: unknown): boolean =>
  (error instanceof ProductFailed &&
    (error.code === 'PRODUCT_REFUSED' || error.code === 'PRODUCT_NOT_FOUND')) ||
  (error instanceof RequestFailed && error.code === 'CONFLUENCE_NOT_CONNECTED' && !error.retryable);

/** Suggestions from the browser's own search at once; links, pinned articles and scope when the backend has answered. */
export function useKnowledge(issue: IssueRef): Knowledge & {
  readonly link: (pageId: string, kind: Exclude<LinkKind, 'pinned'>) => Promise<void>;
  readonly unlink: (pageId: string) => Promise<void>;
  readonly reload: () => void;
} {
  const [shown, setShown] = useState<Knowledge>(EMPTY);
  const [turn, setTurn] = useState(0);

  useEffect(() => {
    let wanted = true;
    const show = (change: Partial<Knowledge>): void => {
      if (wanted) setShown((before) => ({ ...before, ...change }));
    };
    const fail = (error: unknown): void => show(saysAbsent(error) ? { absent: true } : { error });
    const text = readIssueText(issue);
    const known = call('knowledge.issue', { issueId: issue.id });
    // Whatever the backend says replaces this; until then the best guess is better than a blank.
    const early = async (): Promise<void> => {
      const suggestions = await firstSuggestions(await text);
      if (wanted) setShown((before) => (before.links === null ? { ...before, suggestions } : before));
    };
    const full = async (): Promise<void> => {
      const { links, canLink, confluence, pinned, scope } = await known;
      show({ links, canLink, absent: !confluence });
      if (!confluence) return;
      const linked = new Set(links.map((link) => link.pageId));
      show({ suggestions: await suggestFor(await text, pinned, scope, linked), error: null });
    };
    early().catch(fail);
    full().catch(fail);
    return () => {
      wanted = false;
    };
  }, [issue, turn]);

  const link = useCallback(
    async (pageId: string, kind: Exclude<LinkKind, 'pinned'>) => {
      const { links } = await call('knowledge.link', { issueId: issue.id, pageId, kind });
      setShown((before) => ({
        ...before,
        links,
        suggestions: before.suggestions?.filter((each) => each.pageId !== pageId) ?? null,
      }));
    },
    [issue],
  );
  const unlink = useCallback(
    async (pageId: string) => {
      const { links } = await call('knowledge.unlink', { issueId: issue.id, pageId });
      setShown((before) => ({ ...before, links }));
    },
    [issue],
  );
  const reload = useCallback(() => {
    setShown(EMPTY);
    setTurn((before) => before + 1);
  }, []);
  return { ...shown, link, unlink, reload };
}
