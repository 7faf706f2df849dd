/** A request: what somebody asked for, in which version, and the Jira issue that fulfils it. */
import type { AccountId, Answers } from '../../catalog/domain/model';
import type { PutOff } from '../../kernel/put-off';

export interface ApprovalDecision {
  readonly by: AccountId;
  readonly decision: 'approved' | 'declined';
  readonly comment: string;
  readonly at: string;
}

/** A step of a request's approval, as far as lists and timers must know it. */
export interface ApprovalHead {
  /** `void`: nobody need decide any more, as the request went on or ended without. */
  readonly state: 'pending' | 'approved' | 'declined' | 'void';
  readonly startedAt: string;
  /** The status the issue waits in meanwhile. */
  readonly waitingStatusId?: string;
  /** While it is pending: when its approvers are reminded next, and when they were before. */
  readonly remindAt?: string;
  readonly reminded?: readonly string[];
  readonly voided?: Voided;
}

/** The whole step: who is asked, and what they said. */
export interface RequestApproval extends ApprovalHead {
  readonly approvers: readonly AccountId[];
  readonly rule: 'any' | 'all';
  readonly decisions: readonly ApprovalDecision[];
}

/** Why an approval became void: the requester withdrew the request, or its issue was cancelled, ended, moved on or deleted. */
export interface Voided {
  readonly because: 'withdrawn' | 'cancelled' | 'ended' | 'moved' | 'gone';
  /** Who did it, where the app knows. */
  readonly by?: AccountId;
  readonly at: string;
}

/** What lists, timers and events need of a request; at most a kilobyte. */
export interface RequestHead {
  readonly schema: 1;
  /** The client's token: a retry of the same submit is the same request. */
  readonly id: string;
  readonly rev: number;
  /** The revision its body was written with; the storage says. */
  readonly bodyRev?: number;
  readonly itemId: string;
  readonly itemVersion: number;
  /** The version whose form was filled, where one that asks the same was published before it was sent. */
  readonly formVersion?: number;
  /** Who asked, and for whom: often the same person. */
  readonly requester: AccountId;
  readonly beneficiary: AccountId;
  /** How it reached us: `portal`, so far; other names are other ways. */
  readonly channel: string;
  /** When it reached us; from the portal, when it was sent. */
  readonly receivedAt: string;
  /** `creating` until Jira has answered with an issue. */
  readonly state: 'creating' | 'open' | 'closed';
  readonly issueId?: string;
  readonly issueKey?: string;
  /** Resolved, and the requester may still confirm or reopen, until it closes by itself. */
  readonly resolvedAt?: string;
  readonly closesAt?: string;
  readonly closedAt?: string;
  /** What fell due of it failed. */
  readonly putOff?: PutOff;
  readonly confirmedAt?: string;
  /** While `creating`: the last try to make the issue, unless Jira is known to have refused it. */
  readonly attempt?: { readonly at: string; readonly outcome: 'running' | 'unknown' };
  /** Its approvals, one step after the other; empty where nobody need say yes. */
  readonly approvals: readonly ApprovalHead[];
  /** Rebuilt from the issue's property after a reinstall. */
  readonly adopted?: boolean;
}

export interface RequestDocument extends RequestHead {
  readonly answers: Answers;
  readonly approvals: readonly RequestApproval[];
}
