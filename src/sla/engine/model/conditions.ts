/** What a metric looks at: states that hold, events that happen, and what follows from them. */
import type { Condition as ConditionOf } from '../../../kernel/condition';

/**
 * What must hold of the current fields. Values are ids (status, priority, accounts, groups, options);
 * an empty field has no value. `statusCategory` is `new`, `indeterminate` or `done`.
 */
export type Condition = ConditionOf<FieldTest>;

/** What may be asked of one field. */
export type FieldTest =
  | { readonly field: string; readonly op: 'in' | 'notIn'; readonly values: readonly string[] }
  | { readonly field: string; readonly op: 'set' | 'empty' }
  | { readonly field: string; readonly op: 'gt' | 'gte' | 'lt' | 'lte'; readonly value: number };

/**
 * Who wrote a comment, seen from the request: who asks (reporter, beneficiary, participant), an agent by the site's own rule,
 * an app or automation, or somebody `other`.
 */
export type CommentAuthor = 'requester' | 'agent' | 'other' | 'app';

/** Something that must happen, or (`while`) something that must hold. */
export type Trigger =
  | { readonly on: 'created' }
  | {
      readonly on: 'changed';
      readonly field: string;
      readonly from?: readonly string[];
      readonly to?: readonly string[];
      /** Only `set` (from empty), only `cleared` (to empty), or any change. */
      readonly edge?: 'set' | 'cleared';
      /** And this must hold after the change. */
      readonly and?: Condition;
    }
  | {
      readonly on: 'commented';
      readonly by: readonly CommentAuthor[];
      readonly audience: 'public' | 'internal' | 'any';
      readonly groups?: readonly string[];
    }
  | { readonly on: 'approval'; readonly decision: 'requested' | 'approved' | 'declined' | 'any' }
  | { readonly on: 'linked' | 'unlinked'; readonly linkTypes?: readonly string[] }
  | {
      readonly on: 'metric';
      readonly metricId: string;
      readonly to: 'started' | 'met' | 'breached' | 'stopped' | 'paused';
    }
  | { readonly on: 'while'; readonly condition: Condition };

export interface PauseRule {
  /** Reported under this reason: `requester`, `vendor`, `approval`, `scheduled`, or the admin's own word. */
  readonly reason: string;
  readonly when: Condition;
  /** A date field saying when work goes on; with it a due instant exists while paused. */
  readonly resumeAtField?: string;
}

export type CancelRule =
  | { readonly when: 'never' }
  | { readonly when: 'startNoLongerHolds' }
  | { readonly when: 'trigger'; readonly any: readonly Trigger[] };

export type ActionKind = 'cancel' | 'stop' | 'reset' | 'pause' | 'resume' | 'start';
