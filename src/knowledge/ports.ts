/** What the use cases of this subject need of the outside. */
import type { AccountId } from '../catalog/domain/model';
import type { ArticleLink, Vote } from './domain/model';
import type { PageRecord, SolvedMark } from './domain/page-record';

/** One change of what is known about a page, written whole or not at all. */
export interface PageChange {
  readonly page: PageRecord;
  readonly put?: ArticleLink | SolvedMark | Vote;
  readonly remove?: { readonly target: string };
}

export interface KnowledgeStore {
  readonly page: (pageId: string) => Promise<PageRecord | null>;
  readonly link: (pageId: string, target: string) => Promise<ArticleLink | null>;
  readonly mark: (pageId: string, target: string) => Promise<SolvedMark | null>;
  readonly vote: (pageId: string, version: number, by: AccountId) => Promise<Vote | null>;
  /** Newest first. These lists may lag behind a write by moments. */
  readonly linksOfPage: (pageId: string) => Promise<readonly ArticleLink[]>;
  readonly marksOfPage: (pageId: string) => Promise<readonly SolvedMark[]>;
  readonly votesOfPage: (pageId: string) => Promise<readonly Vote[]>;
  readonly linksOfTarget: (target: string) => Promise<readonly ArticleLink[]>;
  /** Writes only if the page's record still has the revision before `change.page.rev`. */
  readonly commit: (change: PageChange) => Promise<'done' | 'conflict'>;
  /** Pages whose byline is not yet written, then those longest not recounted. */
  readonly pagesToMend: (limit: number) => Promise<readonly PageRecord[]>;
}

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
