/** What the SLA runtime needs of the outside. */
import type { JiraHistory } from '../../../platform/jira/issues/history';
import type { IssueRow } from '../../../platform/storage/issue-row';
import type { JiraComment, Standings, StatusCategories } from '../../engine/history';
import type { Instant, SlaDefinitions } from '../../engine/model';
import type { SlaRecord } from '../record/record';
import type { slaPorts } from './forge-ports';

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

export type SlaPorts = typeof slaPorts;
