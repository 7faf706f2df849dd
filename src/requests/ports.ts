/** What requests need of others: one function each, handed in at the edge. */
import type { PublishedItem } from '../catalog/domain/model';
import type { NewIssue, IssueRef } from '../platform/jira/issues/create-issue';
import type { CreateField } from '../platform/jira/issues/create-fields';
import type { IssueNow } from '../platform/jira/issues/issues-now';
import type { CarriedOut } from '../work/carry-out';
import type { StepRow } from '../work/step';
import type { Gone } from './domain/approval';
import type { PromiseView } from '../sla/clocks/domain/promise-answer';

/** Who acts, as Forge vouches for it. */
export interface Person {
  readonly accountId: string;
  readonly now: number;
  groups(): Promise<readonly string[] | null>;
}

/** A published item this person may order; throws NOT_FOUND or ITEM_RETIRED. */
export type FindItem = (id: string, person: Person) => Promise<PublishedItem>;
/** Whether somebody may order an item, by its criteria and those of its categories; asks for their groups only where these decide. */
export type MaySee = (
  item: PublishedItem,
  person: { readonly accountId: string; groups(): Promise<readonly string[]> },
) => Promise<boolean>;
/** An item as it was in some version. */
export type ItemInVersion = (id: string, version: number) => Promise<PublishedItem | null>;
export type NamesOf = (accountIds: readonly string[]) => Promise<ReadonlyMap<string, string>>;
export type MoveTo = (issueId: string, statusId: string, from?: string) => Promise<void>;
export type IssuesNow = (issueIds: readonly string[]) => Promise<ReadonlyMap<string, IssueNow>>;
/** Which of these issues the calling person may browse in Jira. */
export type MayBrowse = (issueIds: readonly string[]) => Promise<ReadonlySet<string>>;
/** Whether an issue ever changed its status. */
export type HasMoved = (issueId: string) => Promise<boolean>;
/** Those of the accounts that Jira says are switched off or not there, with who stands in for each; nobody while it can't say. */
export type PeopleGone = (accountIds: readonly string[]) => Promise<Gone>;
/** The promises of requests as their requesters may see them, by issue id. */
export type PromisesOf = (
  issueIds: readonly string[],
) => Promise<ReadonlyMap<string, readonly PromiseView[]>>;
/** Tells the SLA of an approval: asked for, given, refused. `at` in milliseconds. */
export type RecordApproval = (
  issueId: string,
  decision: 'requested' | 'approved' | 'declined',
  by: string,
  at: number,
) => Promise<void>;
/** A comment for those it mentions; `mark` is what the step it was written for is known by. */
export type Notice = (issueId: string, body: object, about: string, mark: string) => Promise<void>;
/**
 * When approvers of an item who are waited for since an instant (ms) are reminded, as the policy is now; `null` for never. Policy and
 * calendars are read once for however many instants.
 */
export type RemindAt = (item: PublishedItem) => Promise<(since: number) => number | null>;
/** Carries out what follows a decision, as far as it goes now; the rest is done later. */
export type CarryOut = (row: StepRow) => Promise<CarriedOut>;

export interface CreatePorts {
  readonly createAsApp: (issue: NewIssue, reporter: string) => Promise<IssueRef>;
  readonly issueOfRequest: (requestId: string) => Promise<IssueRef | null>;
  readonly createFields: (projectId: string, issueTypeId: string) => Promise<readonly CreateField[]>;
  readonly namesOf: NamesOf;
  /** Waits so many milliseconds. */
  readonly pause: (ms: number) => Promise<void>;
}
