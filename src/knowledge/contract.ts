import type { Text } from '../catalog/domain/model';
import type { Result } from '../kernel/result';
import type { ArticleLink, ArticleStats, LinkKind, VoteReason } from './domain/model';

export interface MacroItem {
  readonly itemId: string;
  readonly name: Text;
  readonly summary: Text;
  readonly icon: string;
  readonly stats: ArticleStats | null;
  /** False: the button is disabled and says why. */
  readonly mayRequest: boolean;
  /** With `mayRequest` false: nobody Jira knows. */
  readonly whyNot?: 'noJira';
}

export type KnowledgeCalls = {
  /** Links of an issue the caller can browse, and the articles pinned to its item. Pages are read in the browser, as the user. */
  'knowledge.issue': (payload: { issueId: string }) => Result<{
    links: readonly ArticleLink[];
    pinned: readonly { readonly pageId: string; readonly title: string }[];
    itemName: Text | null;
    scope: { readonly spaceKeys: readonly string[]; readonly labels: readonly string[] };
    confluence: boolean;
    canLink: boolean;
  }>;
  'knowledge.link': (payload: {
    issueId: string;
    pageId: string;
    kind: Exclude<LinkKind, 'pinned'>;
  }) => Result<{ links: readonly ArticleLink[] }>;
  'knowledge.unlink': (payload: {
    issueId: string;
    pageId: string;
  }) => Result<{ links: readonly ArticleLink[] }>;
  /**
   * Whether everybody who reads a public reply (the reporter, and whom the request is for) may read a page, asked before
   * sharing it with them. `unknown` when there is nobody, or Confluence does not tell of one of them.
   */
  'knowledge.canSee': (payload: {
    issueId: string;
    pageId: string;
  }) => Result<{ readers: 'yes' | 'no' | 'unknown' }>;
  /** Byline dialog: what this page is linked to and how often it helped, filtered by what the viewer may see. */
  'knowledge.page': (payload: { pageId: string }) => Result<{
    stats: ArticleStats;
    /** The viewer's vote on this version, if any. */
    myVote: { readonly helpful: boolean } | null;
    pageVersion: number;
    issues: readonly { readonly key: string; readonly summary: string; readonly kind: LinkKind }[];
  }>;
  /** One vote per person and page version; voting again replaces it. */
  'knowledge.vote': (payload: {
    pageId: string;
    helpful: boolean;
    reason?: VoteReason;
    comment?: string;
  }) => Result<{ stats: ArticleStats }>;
  /** NOT_FOUND for whoever is not entitled to the item, wherever its card stands. */
  'knowledge.macro': (payload: { itemId: string; pageId?: string }) => Result<MacroItem>;
  /** Items a page author may put on a page: published and visible to them. */
  'knowledge.macroItems': (
    payload: Record<string, never>,
  ) => Result<{ items: readonly { readonly id: string; readonly name: Text }[] }>;
  /** "This solved it" in the form: counted once per person, page and item. */
  'knowledge.solved': (payload: { itemId: string; pageId: string }) => Result<{ counted: boolean }>;
};
