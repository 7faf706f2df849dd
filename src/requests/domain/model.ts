/** A request: what somebody asked for, in which version, and the Jira issue that fulfils it. */
import type { AccountId, Answers } from '../../catalog/domain/model';

export interface ApprovalDecision {
  readonly by: AccountId;
  readonly decision: 'approved' | 'declined';
  readonly comment: string;
  readonly at: string;
}

export interface RequestApproval {
  /** `void`: nobody need decide any more, as the request went on or ended without. */
  readonly state: 'pending' | 'approved' | 'declined' | 'void';
  readonly approvers: readonly AccountId[];
  readonly rule: 'any' | 'all';
  readonly startedAt: string;
  readonly decisions: readonly ApprovalDecision[];
  /** The status the issue waits in meanwhile. */
  readonly waitingStatusId?: string;
  readonly voided?: Voided;
}

/** Why an approval became void: the requester withdrew the request, or its issue was cancelled, ended or moved on. */
export interface Voided {
  readonly because: 'withdrawn' | 'cancelled' | 'ended' | 'moved';
  /** Who did it, where the app knows. */
  readonly by?: AccountId;
  readonly at: string;
}

export interface RequestDocument {
  readonly schema: 1;
  /** The client's token: a retry of the same submit is the same request. */
  readonly id: string;
  readonly rev: number;
  readonly itemId: string;
  readonly itemVersion: number;
  /** The version whose form was filled, where one that asks the same was published before it was sent. */
  readonly formVersion?: number;
  readonly requester: AccountId;
  readonly requestedFor: AccountId;
  readonly answers: Answers;
  /** `creating` until Jira has answered with an issue. */
  readonly state: 'creating' | 'open' | 'closed';
  readonly issueId?: string;
  readonly issueKey?: string;
  readonly createdAt: string;
  /** Resolved, and the requester may still confirm or reopen. */
  readonly resolvedAt?: string;
  readonly closedAt?: string;
  readonly confirmedAt?: string;
  /** While `creating`: the last try to make the issue, unless Jira is known to have refused it. */
  readonly attempt?: { readonly at: string; readonly outcome: 'running' | 'unknown' };
  readonly approval?: RequestApproval;
  /** Rebuilt from the issue's property after a reinstall. */
  readonly adopted?: boolean;
}

export interface Draft {
  readonly schema: 1;
  readonly itemId: string;
  readonly itemVersion: number;
  readonly answers: Answers;
  readonly updatedAt: string;
  /** Why it was kept: saved by hand, or a submit that Jira refused. */
  readonly reason: 'saved' | 'submitFailed';
  readonly clientToken: string;
}
