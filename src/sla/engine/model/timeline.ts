/** Why a metric stands where it stands. */
import type { Instant, LocalDate } from './base';
import type { Unmet as UnmetOf } from '../../../kernel/condition';
import type { Condition, Trigger } from './conditions';
import type { FieldValue } from './history';

export interface TimelineEvent {
  readonly at: Instant;
  readonly action:
    | 'start'
    | 'pause'
    | 'resume'
    | 'stop'
    | 'cancel'
    | 'reset'
    | 'goalChange'
    | 'extend'
    | 'excuse'
    | 'recalc'
    | 'undoStop';
  readonly factId?: string;
  readonly by: string | null;
  readonly cause: EventCause;
  readonly goalId?: string;
  /** Goals tried before the chosen one and why each did not match. */
  readonly rejected: readonly RejectedGoal[];
}

/** What the engine does without a trigger of the definition. */
export const ENGINE_RULES = [
  'goalMatches',
  'scopeEntered',
  'goalChanged',
  'calendarChanged',
  'nothingPauses',
  'resumedByHand',
  'pauseEnds',
  'stopped',
  'stoppedBefore',
  'stopLeft',
  'noGoal',
  'newGoal',
  'moved',
  'scope',
  'deleted',
  'retired',
  'startLeft',
  'definitionChanged',
  'holderChanged',
  'pausedBefore',
  'resumedBefore',
] as const;
export type EngineRule = (typeof ENGINE_RULES)[number];

/**
 * A trigger that fired, a pause reason (with its rule's condition, unless paused by hand; with the work item whose clock holds
 * this one), a rule of the engine, or people's own reason.
 */
export type EventCause =
  | { readonly trigger: Trigger }
  | { readonly pause: string; readonly when?: Condition; readonly issueId?: string }
  | { readonly rule: EngineRule }
  | { readonly reason: string };

/** A part of a condition that does not hold and the value its field had; or alternatives none of which holds. */
export type Unmet = UnmetOf<{ readonly condition: Condition; readonly actual: FieldValue }>;

export interface RejectedGoal {
  readonly goalId: string;
  /** What of its condition did not hold; nothing of a goal without one. */
  readonly unmet: readonly Unmet[];
}

/** Why a metric has no cycle. */
export type IdleReason =
  | { readonly kind: 'scope'; readonly unmet: readonly Unmet[] }
  | { readonly kind: 'noGoal'; readonly goals: readonly RejectedGoal[] }
  /** The goal that matches takes its due time or its length from a field that is empty. */
  | { readonly kind: 'noDate'; readonly goalId: string; readonly field: string }
  /** Its agreement is not valid: nothing starts before its first day or after its last. */
  | {
      readonly kind: 'agreement';
      readonly name: string;
      readonly validFrom?: LocalDate;
      readonly validTo?: LocalDate;
    }
  /** None of these has happened, or holds, yet. */
  | { readonly kind: 'notStarted'; readonly start: readonly Trigger[] };
