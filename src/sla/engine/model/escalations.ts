/** Who is told of a clock, when, and what else happens. */
import type { DurationMs, LocalizedText } from './base';
import type { Condition } from './conditions';

export type EscalationAt =
  | { readonly kind: 'percent'; readonly percent: number }
  | { readonly kind: 'beforeDue'; readonly ms: DurationMs; readonly clock: 'calendar' | 'wall' }
  | { readonly kind: 'afterDue'; readonly ms: DurationMs; readonly clock: 'calendar' | 'wall' };

export type Recipient =
  | { readonly kind: 'assignee' | 'reporter' | 'itemOwner' | 'slaManagers' | 'manager' }
  | { readonly kind: 'user'; readonly accountId: string }
  | { readonly kind: 'group'; readonly groupId: string; readonly name: string }
  | { readonly kind: 'role'; readonly roleId: string }
  | { readonly kind: 'userField'; readonly field: string };

export type EscalationAction =
  /** An internal comment that mentions the recipients, so that Jira itself notifies them. */
  | { readonly kind: 'comment'; readonly to: readonly Recipient[]; readonly text?: LocalizedText }
  | { readonly kind: 'notify'; readonly to: readonly Recipient[]; readonly text?: LocalizedText }
  | { readonly kind: 'assign'; readonly to: Recipient }
  | { readonly kind: 'priority'; readonly priorityId: string }
  | { readonly kind: 'transition'; readonly toStatusId: string }
  | { readonly kind: 'label'; readonly label: string }
  | {
      readonly kind: 'createLinked';
      readonly projectId: string;
      readonly issueTypeId: string;
      readonly linkType: string;
      readonly summary: string;
    }
  | { readonly kind: 'property'; readonly key: string };

export interface EscalationLevel {
  readonly id: string;
  readonly name: string;
  readonly at: EscalationAt;
  readonly when?: Condition;
  readonly actions: readonly EscalationAction[];
  /**
   * Acts again so long after each time, on the level's own clock, while the cycle runs: until twice the target is used
   * up (sla-rules §9.6). Left out: once per cycle.
   */
  readonly repeatEveryMs?: DurationMs;
  /** `ignore`: tells people even in quiet hours (on-call). `hold`, or left out: waits until they end. */
  readonly quiet?: 'hold' | 'ignore';
}
