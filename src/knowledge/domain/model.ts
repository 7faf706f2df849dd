/** Links between articles (Confluence pages) and what they help with, and the readers' votes. */
import type { AccountId } from '../../catalog/domain/model';

export type LinkTarget = 'item' | 'issue' | 'service';
/** `resolved`: the article solved it; `shared`: sent to the requester; `linked`: related; `pinned`: curated on an item. */
export type LinkKind = 'linked' | 'shared' | 'resolved' | 'pinned';

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

export type VoteReason = 'wrong' | 'outdated' | 'unclear' | 'missing' | 'notMyCase';

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

export interface ArticleStats {
  readonly pageId: string;
  readonly helpful: number;
  readonly notHelpful: number;
  readonly resolved: number;
  readonly linkedIssues: number;
  readonly items: readonly { readonly id: string; readonly name: string }[];
}
