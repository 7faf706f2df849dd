/** A product event about a work item, as every subject that follows work items gets it. */

interface EventBase {
  readonly issueId: string;
  /** `PAY-12`, as far as the event tells. */
  readonly issueKey?: string;
  /** The issue as the event shows it: a part of its fields, perhaps newer than the change itself. */
  readonly fields: Readonly<Record<string, unknown>>;
  /** When it happened (UTC, ms), as far as the event tells. */
  readonly at: number | null;
}

/** One field of a change; `from` and `to` are ids, null where Jira names none. */
export interface ChangedField {
  readonly field: string;
  readonly fieldId: string | null;
  readonly from: string | null;
  readonly fromText: string | null;
  readonly to: string | null;
  readonly toText: string | null;
}

/** What an event tells of a comment for certain: neither what its author is nor who may read it. */
export interface EventComment {
  readonly id: string;
  /** It was changed after it was written. */
  readonly edited: boolean;
}

/** A status that reconciliation found. */
export interface FoundStatus {
  readonly id: string;
  /** When it was reached (UTC, ms), as the changelog says; `null` when it is the first one. */
  readonly reachedAt: number | null;
}

/** What an event does not tell in full is left out: a reason to ask Jira. */
export type IssueEvent =
  | (EventBase & { readonly kind: 'created' | 'deleted' })
  /** No event of Jira's: reconciliation found that a subject says something else than the work item does. */
  | (EventBase & {
      readonly kind: 'found';
      readonly projectId?: string;
      readonly reporter?: string;
      readonly status: FoundStatus;
    })
  | (EventBase & {
      readonly kind: 'updated';
      readonly entry?: {
        /** `null` when the event does not name the entry of the changelog. */
        readonly id: string | null;
        readonly author: string | null;
        readonly items: readonly ChangedField[];
      };
    })
  | (EventBase & { readonly kind: 'commented' | 'uncommented'; readonly comment?: EventComment });
