import type { RequestDocument } from './model';
import type { RequestOfIssue } from './of-issue';

/** What is known of a work item as of an instant; what is left out is not known, and changes nothing. */
export interface IssueFacts {
  /** UTC, ms. */
  readonly at: number;
  readonly gone?: boolean;
  readonly key?: string;
  readonly projectId?: string;
  /** A person; the app itself is nobody's requester. */
  readonly reporter?: string;
  readonly status?: IssueStatusFact;
}

export interface IssueStatusFact {
  readonly id: string;
  /** When it was reached (UTC, ms). */
  readonly since: number;
  /** It is not the one the work item was made with. */
  readonly moved: boolean;
}

/** What is to be told of a change: the code of its audit entry, what it says, and why. */
export interface Followed {
  readonly action: 'request.approvalVoid' | 'request.gone' | 'request.movedAway' | 'request.reporterChanged';
  readonly path: string;
  readonly before: string;
  readonly after: string;
}

export interface Following {
  readonly request: RequestDocument;
  /** What the work item's row says of the request from now on. */
  readonly of: RequestOfIssue;
  readonly told: readonly Followed[];
  /** It waits for an approval that nobody is asked for: somebody must be. */
  readonly asks: boolean;
}
