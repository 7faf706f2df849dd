/** What happened to a work item. */
import type { DurationMs, Instant } from './base';
import type { CommentAuthor } from './conditions';

/** A field's value: ids for choices, text for text, ISO for dates, several for multi-value fields. */
export type FieldValue = readonly string[];
export type Fields = Readonly<Record<string, FieldValue>>;

export interface FieldChange {
  readonly field: string;
  readonly from: FieldValue;
  readonly to: FieldValue;
}

interface FactBase {
  readonly at: Instant;
  /** Orders facts of one instant: numeric changelog or comment id as text. */
  readonly id: string;
  readonly by: string | null;
}

/** One thing that happened to an issue. All items of one changelog entry are one fact, one instant. */
export type Fact =
  | (FactBase & { readonly kind: 'change'; readonly changes: readonly FieldChange[] })
  | (FactBase & {
      readonly kind: 'comment';
      readonly author: CommentAuthor;
      readonly public: boolean;
      /** The instant at which an internal comment became public: whoever waits for a comment of any kind had it before. */
      readonly shown?: true;
      /** Those of the groups named in comment triggers that the author is in. */
      readonly groups?: readonly string[];
    })
  | (FactBase & { readonly kind: 'approval'; readonly decision: 'requested' | 'approved' | 'declined' })
  | (FactBase & { readonly kind: 'link'; readonly linked: boolean; readonly linkType: string })
  /** A clock of another work item, of an agreement below this one's, holds the clocks here, lets them go, or was breached. */
  | (FactBase & {
      readonly kind: 'child';
      readonly issueId: string;
      readonly metricId: string;
      readonly what: 'pauses' | 'resumes' | 'breached';
      readonly reason?: string;
    })
  | (FactBase & {
      readonly kind: 'pause';
      readonly metricId?: string;
      readonly reason: string;
      readonly resumeAt?: Instant;
    })
  | (FactBase & { readonly kind: 'resume'; readonly metricId?: string })
  | (FactBase & {
      readonly kind: 'extend';
      readonly metricId: string;
      readonly ms: DurationMs;
      readonly from: 'target' | 'now';
      readonly reason: string;
    })
  | (FactBase & {
      readonly kind: 'excuse';
      readonly metricId: string;
      readonly cycle: number;
      readonly category: string;
      readonly reason: string;
    })
  | (FactBase & { readonly kind: 'deleted' });

export interface IssueHistory {
  readonly issueId: string;
  readonly issueKey: string;
  readonly createdAt: Instant;
  readonly reporter: string | null;
  /** The fields as they were at creation. */
  readonly initial: Fields;
  /** In any order; the engine sorts by (at, numeric id). */
  readonly facts: readonly Fact[];
}
