import type { ChangelogItem } from './domain/history';
import type { Instant } from './domain/model';

interface EventBase {
  readonly issueId: string;
  /** The issue as the event shows it: a part of its fields, perhaps newer than the change itself. */
  readonly fields: Readonly<Record<string, unknown>>;
  /** When it happened, as far as the event tells. */
  readonly at: Instant | null;
}

/** What an event tells of a comment for certain: neither what its author is nor who may read it. */
export interface EventComment {
  readonly id: string;
  /** It was changed after it was written. */
  readonly edited: boolean;
}

/** A product event about an issue, parsed. What an event does not tell in full is left out: a reason to ask Jira. */
export type IssueEvent =
  | (EventBase & { readonly kind: 'created' | 'deleted' })
  | (EventBase & {
      readonly kind: 'updated';
      readonly entry?: {
        /** `null` when the event does not name the entry of the changelog. */
        readonly id: string | null;
        readonly author: string | null;
        readonly items: readonly ChangelogItem[];
      };
    })
  | (EventBase & { readonly kind: 'commented' | 'uncommented'; readonly comment?: EventComment });
