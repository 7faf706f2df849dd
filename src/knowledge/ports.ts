/** What the use cases of this subject need of the outside. */
import type { ArticleLink, SolvedMark, Vote } from './domain/model';
import type { PageRecord } from './domain/page-record';
import type { knowledgeStore } from './store';

/** One change of what is known about a page, written whole or not at all. */
export interface PageChange {
  readonly page: PageRecord;
  readonly put?: ArticleLink | SolvedMark | Vote;
  readonly remove?: { readonly target: string };
}

export type KnowledgeStore = ReturnType<typeof knowledgeStore>;

/** A Confluence page as the acting user may read it. */
export interface ReadablePage {
  readonly id: string;
  readonly title: string;
  readonly version: number;
}

/** Reads pages as the calling user, leaving out what they may not read. */
export type ReadPages = (pageIds: readonly string[]) => Promise<readonly ReadablePage[]>;

export interface VisibleIssue {
  readonly id: string;
  readonly key: string;
  readonly summary: string;
}

/** Reads issues as the calling user, leaving out what they may not browse. */
export type ReadIssues = (issueIds: readonly string[]) => Promise<readonly VisibleIssue[]>;
