/** What the SLA runtime needs of the outside. */
import type { JiraHistory } from '../../../platform/jira/issues/history';
import type { IssueRow } from '../../../platform/storage/issue-row';
import type { Expectation, Outcome, Write } from '../../../platform/storage/transact';
import type { SlaProperty } from '../domain/property';
import type { JiraComment, KeptComments, Standings, StatusCategories } from '../../engine/history';
import type { Instant, SlaDefinitions } from '../../engine/model';
import type { SlaRecord } from '../record/record';
import type { FieldValues } from '../display-copy/fields';

export interface DueEvent {
  /** An issue, or `RELEASE_RUN`. */
  readonly issueId: string;
  readonly at: Instant;
  /** Many fall due with it: their messages are gathered until then, to be told together. */
  readonly gatherUntil?: Instant;
}

export interface Loaded {
  readonly record: SlaRecord | null;
  readonly definitions: SlaDefinitions;
  /** The definitions are as events need them, and there is a past that is left out: the same with all of them. */
  readonly whole?: () => Promise<Loaded>;
  /** What else there is of the issue. */
  readonly issueRow?: IssueRow | null;
}

/** What comments are judged with, as of a reading. */
export interface CommentPeople {
  readonly readAt: Instant;
  /** Of those who had to be asked about; nothing where no trigger listens to comments. */
  readonly standings?: Standings;
  /** The field of those who take part in a request, on sites that have one. */
  readonly participants?: string;
}

/** Jira's whole history of an issue, with what its status ids mean and what is known of those who commented. */
export interface FullHistory extends JiraHistory, Partial<CommentPeople> {
  readonly categories: StatusCategories;
}

/** What decides how a comment of an issue is judged, and is known without asking Jira. */
export interface CommentPlace {
  readonly issueId: string;
  readonly projectId: string;
  readonly requester: string | null;
  readonly issueRow?: IssueRow | null | undefined;
}

export interface ReadComment {
  readonly comment: JiraComment;
  readonly standings: Standings;
}

export interface SlaPorts {
  readonly now: () => Instant;
  /** Record, definitions and the issue's row, strongly consistent; one storage call where the process knows the version. */
  readonly load: (issueId: string) => Promise<Loaded>;
  /** The same with the definitions as events need them: cheap for a process that does not know the version. */
  readonly loadForEvent: (issueId: string) => Promise<Loaded>;
  /** `also` is written in the same transaction. */
  readonly save: (record: SlaRecord, expect: Expectation, also?: readonly Write[]) => Promise<Outcome>;
  /** As the app; `null` when the issue is gone or hidden from it. Of comments that are `kept` nobody is asked about again. */
  readonly readHistory: (
    issueId: string,
    definitions: SlaDefinitions,
    kept?: KeptComments,
  ) => Promise<FullHistory | null>;
  /** One comment, as the app, with what its author is; `null` when only the whole history can tell. */
  readonly readComment: (
    commentId: string,
    place: CommentPlace,
    definitions: SlaDefinitions,
  ) => Promise<ReadComment | null>;
  /** Writes the display copy; nothing happens when the issue is gone. */
  readonly publishCopy: (issueId: string, property: SlaProperty) => Promise<void>;
  /** Writes the read-only fields in one call; nothing happens where the site has none or the issue is gone. */
  readonly fill: (issueId: string, values: FieldValues) => Promise<void>;
  /** Wakes the due consumer at an instant up to 15 minutes away; later than that is the sweep's business. */
  readonly schedule: (events: readonly DueEvent[]) => Promise<readonly DueEvent[]>;
}
