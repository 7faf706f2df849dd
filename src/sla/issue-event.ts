import type { ChangelogItem, JiraComment } from './domain/history';
import type { Instant } from './domain/model';

interface EventBase {
  readonly issueId: string;
  /** The issue as the event shows it: a part of its fields, perhaps newer than the change itself. */
  readonly fields: Readonly<Record<string, unknown>>;
  /** When it happened, as far as the event tells. */
  readonly at: Instant | null;
}

/** A product event about an issue, parsed. What an event does not tell in full is left out: a reason to ask Jira. */
export type IssueEvent =
  | (EventBase & { readonly kind: 'created' | 'deleted' | 'uncommented' })
  | (EventBase & {
      readonly kind: 'updated';
      readonly entry?: {
        readonly id: string;
        readonly author: string | null;
        readonly items: readonly ChangelogItem[];
      };
    })
  | (EventBase & { readonly kind: 'commented'; readonly comment?: JiraComment });
