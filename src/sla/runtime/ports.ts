/** What the SLA runtime needs of the outside. */
import type { JiraHistory } from '../../platform/jira/history';
import type { IssuePointer } from '../../platform/storage/issue-pointer';
import type { Expectation, Outcome } from '../../platform/storage/transact';
import type { SlaProperty } from '../contract';
import type { CommentGroups, StatusCategories } from '../domain/history';
import type { Instant, SlaDefinitions } from '../domain/model';
import type { SlaRecord } from '../record';
import type { FieldValues } from '../view/fields';

/** Stands for no issue: the run that tells people what was held, for all issues at once. */
export const RELEASE_RUN = '*';

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
  /** The request the issue fulfils, if any. */
  readonly pointer?: IssuePointer | null;
}

/** Jira's whole history of an issue, with what its status ids mean. */
export interface FullHistory extends JiraHistory {
  readonly categories: StatusCategories;
  /** Needed when definitions name groups in comment triggers. */
  readonly groups?: CommentGroups;
}

export interface SlaPorts {
  readonly now: () => Instant;
  /** Record, definitions and the request's pointer, strongly consistent, in one storage call. */
  readonly load: (issueId: string) => Promise<Loaded>;
  readonly save: (record: SlaRecord, expect: Expectation) => Promise<Outcome>;
  /** As the app; `null` when the issue is gone or hidden from it. */
  readonly readHistory: (issueId: string, definitions: SlaDefinitions) => Promise<FullHistory | null>;
  /** Writes the display copy; nothing happens when the issue is gone. */
  readonly show: (issueId: string, property: SlaProperty) => Promise<void>;
  /** Writes the read-only fields in one call; nothing happens where the site has none or the issue is gone. */
  readonly fill: (issueId: string, values: FieldValues) => Promise<void>;
  /** Wakes the due consumer at an instant up to 15 minutes away; later than that is the sweep's business. */
  readonly wake: (events: readonly DueEvent[]) => Promise<readonly DueEvent[]>;
}
