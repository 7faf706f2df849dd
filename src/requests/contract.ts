import type { Answers, Text } from '../catalog/domain/model';
import type { Result } from '../kernel/result';
import type { LocalizedText } from '../sla/domain/model';
import type { Draft, RequestApproval } from './domain/model';
import type { ReadableAnswer } from './domain/readable';

/** One promise of a request, in the requester's words. */
export interface PromiseView {
  readonly metricId: string;
  readonly name: LocalizedText;
  readonly state: 'running' | 'paused' | 'kept' | 'late' | 'broken' | 'cancelled' | 'none';
  readonly dueTime?: number;
  /** While it is paused: when it would be due if work went on now. */
  readonly dueIfResumedTime?: number;
  /** Since when it is late; of a paused one this is all that is known. */
  readonly lateSince?: number;
  readonly originalDueTime?: number;
  readonly stoppedTime?: number;
  readonly pauseReason?: string;
  /** Why the date moved, newest last. */
  readonly moved: readonly {
    readonly at: number;
    readonly code: string;
    readonly params: Readonly<Record<string, string>>;
  }[];
}

export interface RequestRow {
  readonly id: string;
  readonly issueKey: string;
  readonly itemId: string;
  readonly itemName: Text;
  readonly title: string;
  readonly stage: {
    readonly id: string;
    readonly name: Text;
    readonly kind: 'open' | 'resolved' | 'closed' | 'cancelled';
  };
  /**
   * Who acts now. Of the provider: `queued` before anybody is assigned, `working` once somebody is and work has begun,
   * `paused` while the promise waits for somebody else (its reason says for whom), else `provider`.
   */
  readonly actor: 'provider' | 'queued' | 'working' | 'paused' | 'requester' | 'approver' | 'nobody';
  readonly promise: PromiseView | null;
  /** Names of who asked and for whom, where these are two people. */
  readonly onBehalf?: { readonly by: string; readonly of: string };
  /** Another promise that is late while this one is not. */
  readonly late: PromiseView | null;
  readonly receivedAt: string;
  readonly updatedAt: string;
  /** Jira shows the work item to others than this person now: its words, messages and actions are left out. */
  readonly withheld?: boolean;
}

export interface RequestView extends RequestRow {
  readonly issueId: string;
  readonly stages: readonly {
    readonly id: string;
    readonly name: Text;
    readonly reached: boolean;
    readonly current: boolean;
  }[];
  readonly answers: readonly ReadableAnswer[];
  readonly promises: readonly PromiseView[];
  readonly messages: readonly {
    readonly id: string;
    readonly author: string;
    readonly mine: boolean;
    readonly at: string;
    readonly text: string;
  }[];
  readonly approval: (RequestApproval & { readonly approverNames: readonly string[] }) | null;
  readonly actions: {
    readonly confirm: boolean;
    readonly reopen: boolean;
    readonly cancel: boolean;
    readonly comment: boolean;
  };
  readonly confirmedAt?: string;
}

export interface ApprovalRow {
  readonly requestId: string;
  readonly issueKey: string;
  readonly itemName: Text;
  readonly requesterName: string;
  /** For whom they ask, where that is somebody else. */
  readonly forName?: string;
  readonly summary: Text;
  readonly answers: RequestView['answers'];
  readonly price?: { readonly amount: number; readonly currency: string };
  readonly startedAt: string;
}

export type RequestCalls = {
  /**
   * `clientToken` (a UUID made with the form) makes retries the same request. INVALID_ANSWERS names the fields;
   * ALREADY_SENT (`key`, `requestId`) when the token's request is in with another content.
   */
  'requests.submit': (payload: {
    clientToken: string;
    itemId: string;
    itemVersion: number;
    answers: Answers;
  }) => Result<{ requestId: string; issueKey: string; issueId: string }>;
  'requests.saveDraft': (payload: {
    clientToken: string;
    itemId: string;
    itemVersion: number;
    answers: Answers;
  }) => Result<{ draft: Draft }>;
  'requests.deleteDraft': (payload: { itemId: string }) => Result<{ deleted: boolean }>;
  'requests.list': (payload: {
    scope: 'open' | 'closed';
    cursor?: string;
  }) => Result<{ rows: readonly RequestRow[]; cursor?: string }>;
  'requests.get': (payload: { requestId: string }) => Result<RequestView>;
  'requests.comment': (payload: { requestId: string; text: string }) => Result<RequestView>;
  'requests.confirm': (payload: { requestId: string }) => Result<RequestView>;
  'requests.reopen': (payload: { requestId: string; reason: string }) => Result<RequestView>;
  'requests.cancel': (payload: { requestId: string; reason: string }) => Result<RequestView>;
  'approvals.list': (payload: Record<string, never>) => Result<{ rows: readonly ApprovalRow[] }>;
  'approvals.decide': (payload: {
    requestId: string;
    decision: 'approved' | 'declined';
    comment: string;
  }) => Result<{ approval: RequestApproval }>;
};
