/** What a caller may read, asked of Jira and Confluence as that caller. */
import { tilesFor } from '../catalog';
import { AppFailure, notFound } from '../kernel/errors';
import { isConfluenceAbsent } from '../platform/confluence/client';
import { type ConfluencePage, readPageAsUser } from '../platform/confluence/pages';
import type { Caller } from '../platform/identity/caller';
import { type BrowsableIssue, browseIssues } from '../platform/jira/issues/issue-access';
import { itemsFor, type KnowledgeItem } from './domain/items';

/** @throws AppFailure NOT_FOUND or CONFLUENCE_NOT_CONNECTED. */
export async function readable(pageId: string): Promise<ConfluencePage> {
  const page = await readPageAsUser(pageId);
  if (page === null) throw notFound('The page');
  return page;
}

/** Published items as this caller stands to them. */
export async function itemsOf(caller: Caller): Promise<readonly KnowledgeItem[]> {
  const { tiles, visible } = await tilesFor(caller);
  return itemsFor(tiles, (tile) => visible.has(tile));
}

/** For `catch`: answers something else where Confluence can't be used, so that the rest of a screen works. */
export const unlessAbsent =
  <T>(otherwise: T) =>
  (error: unknown): T => {
    if (isConfluenceAbsent(error)) return otherwise;
    throw error;
  };

/** The issues the caller may browse; none for people who have no Jira: the page's other counts still hold. */
export const readIssues = (ids: readonly string[]): Promise<readonly BrowsableIssue[]> =>
  withoutJira(() => browseIssues(ids), []);

/** Runs a call to Jira as the caller; whoever Jira does not let in gets the other answer. */
async function withoutJira<T>(call: () => Promise<T>, otherwise: T): Promise<T> {
  try {
    return await call();
  } catch (error) {
    if (error instanceof AppFailure && (error.code === 'JIRA_REFUSED' || error.code === 'JIRA_UNAVAILABLE')) {
      return otherwise;
    }
    throw error;
  }
}
