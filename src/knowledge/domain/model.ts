/** Links between articles (Confluence pages) and what they help with, and the readers' votes. */
import type { AccountId } from '../../catalog/domain/model';

export type LinkTarget = 'item' | 'issue' | 'service';
/** `resolved`: the article solved it; `shared`: sent to the requester; `linked`: related; `pinned`: curated on an item. */
export const LINK_KINDS = ['linked', 'shared', 'resolved', 'pinned'] as const;
export type LinkKind = (typeof LINK_KINDS)[number];

export interface ArticleLink {
  readonly schema: 1;
  readonly pageId: string;
  readonly title: string;
  readonly target: LinkTarget;
  readonly targetId: string;
  readonly targetLabel: string;
  readonly kind: LinkKind;
  readonly by: AccountId;
  readonly at: string;
}

export const VOTE_REASONS = ['wrong', 'outdated', 'unclear', 'missing', 'notMyCase'] as const;
export type VoteReason = (typeof VOTE_REASONS)[number];

export interface Vote {
  readonly schema: 1;
  readonly pageId: string;
  readonly pageVersion: number;
  readonly by: AccountId;
  readonly helpful: boolean;
  readonly reason?: VoteReason;
  readonly comment?: string;
  readonly at: string;
}
