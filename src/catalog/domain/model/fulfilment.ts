/** What becomes of a request: its work item, its approval, its stages. */
import type { ApprovalRule } from '../approval-rules';
import type { FormCondition } from './form';
import type { AccountId, Text } from './text';

/** Where a value of the new issue comes from. */
export type ValueSource =
  | { readonly kind: 'answer'; readonly field: string }
  | { readonly kind: 'constant'; readonly value: string }
  /** `{{requester}}`, `{{item}}`, `{{field.<id>}}`. */
  | { readonly kind: 'template'; readonly template: string }
  /** By two answers together, as impact and urgency give a priority: `values` by `cellOf` the two. */
  | {
      readonly kind: 'matrix';
      readonly rows: string;
      readonly columns: string;
      readonly values: Readonly<Record<string, string>>;
    }
  /** By what People says of whom it is for: `values` by its words, `otherwise` for all others. */
  | {
      readonly kind: 'fact';
      readonly fact: '@place' | '@department' | '@team' | '@costCentre';
      readonly values: Readonly<Record<string, string>>;
      readonly otherwise?: string;
    };

export interface FieldMapping {
  /** A Jira field id: `priority`, `duedate`, `labels`, `customfield_10010`, …. */
  readonly jiraField: string;
  readonly source: ValueSource;
  /** Answer (option id) → Jira value id, where the two differ. */
  readonly valueMap?: Readonly<Record<string, string>>;
}

export interface Fulfilment {
  readonly projectId: string;
  readonly projectKey: string;
  readonly issueTypeId: string;
  readonly summary: string;
  readonly mappings: readonly FieldMapping[];
  readonly labels: readonly string[];
}

/** A stage in the requester's words, and the Jira statuses it stands for. */
export interface Stage {
  readonly id: string;
  readonly name: Text;
  readonly statusIds: readonly string[];
  /** Who acts in this stage. */
  readonly actor: 'provider' | 'requester' | 'approver' | 'nobody';
  readonly kind: 'open' | 'resolved' | 'closed' | 'cancelled';
}

/** Jira transitions the requester's own actions need, by target status. */
export interface RequesterActions {
  readonly confirmToStatusId?: string;
  readonly reopenToStatusId?: string;
  readonly cancelToStatusId?: string;
  /** After an answer to *Waiting for requester*. */
  readonly answeredToStatusId?: string;
  readonly reopenWithinDays: number;
}

export interface ApprovalStep {
  readonly approvers: readonly AccountId[];
  /** Or the account in this answer (a user field). */
  readonly approverField?: string;
  /** And the manager of whom the request is for, as People says. */
  readonly manager?: true;
  readonly rule: ApprovalRule;
  /** Of a rule that counts: how many must say yes. */
  readonly needed?: number;
  readonly when?: FormCondition;
  /** The work item is made once the request is approved; nothing waits in a status. */
  readonly beforeIssue?: true;
  readonly waitingStatusId?: string;
  readonly approvedToStatusId?: string;
  readonly declinedToStatusId?: string;
}
