import type { Calendar } from '../calendar/calendar';
import type {
  ActionKind,
  Agreement,
  Cycle,
  EscalationLevel,
  Goal,
  MetricDefinition,
  SlaDefinitions,
} from '../model';
import type { Cause } from './cause';
import type { Test } from './condition';
import type { LiveFields, Slots } from './slots';
import type { Aim } from './target';
import type { TriggerSet } from './trigger';

/** What a goal means for one cycle. */
export interface Choice {
  readonly index: number;
  readonly calendarId: string | null;
  readonly aim: Aim;
}

export interface CompiledGoal {
  readonly goal: Goal;
  /** The space whose own goal it is. */
  readonly spaceId?: string;
  readonly test: Test;
  readonly calendarId: (fields: LiveFields) => string | null;
  /** The choice, when it is the same for every cycle: a duration on one calendar. */
  readonly always?: Choice;
  /** As reports show it. */
  readonly shown: Cycle['goal'];
}

export interface CompiledPause {
  readonly reason: string;
  readonly test: Test;
  readonly resumeAtField?: string;
  /** What it does when it holds and nobody knows until when. */
  readonly held: Holding;
}

/** What pauses a metric. */
export interface Holding {
  /** The first reason in force: by hand, then the rules in order, then a child agreement. */
  readonly reason: string;
  /** When all that holds is known to end; undefined when any of it isn't. */
  readonly until: number | undefined;
  /** When this reason is over although something else still holds. */
  readonly changesAt?: number;
  readonly cause: Cause;
}

export interface PausedBy {
  readonly id: string;
  readonly whileOpen: boolean;
}

export interface CompiledMetric {
  readonly def: MetricDefinition;
  /** Its agreement, when that is valid only for a time. */
  readonly agreement?: Agreement;
  readonly index: number;
  readonly scope: Test;
  readonly start: TriggerSet;
  readonly stop: TriggerSet;
  readonly resume?: TriggerSet;
  readonly cancel: TriggerSet;
  readonly reset: TriggerSet;
  readonly implicitCancel: boolean;
  /** What a change of the field in a slot can mean: `EFFECT`s, added up. */
  readonly effects: Uint8Array;
  /** Only a stop, a pause rule, the scope or another goal moves an open cycle. */
  readonly plain: boolean;
  readonly pauses: readonly CompiledPause[];
  readonly goals: readonly CompiledGoal[];
  readonly order: readonly ActionKind[];
  /** Whether a start comes before a stop at one instant. */
  readonly startsFirst: boolean;
  /** Kinds of facts, other than changes, that can matter. */
  readonly kinds: ReadonlySet<string>;
  /** Metrics of the same issue whose pause pauses this one, or that hold it while they are under way (`affectsParent`). */
  readonly pausedBy: readonly PausedBy[];
  /** Metrics of agreements below that are measured on other work items. */
  readonly below: ReadonlySet<string>;
  /** Metrics whose doings are triggers here. */
  readonly listensTo: ReadonlySet<string>;
}

export interface CompiledDefinitions {
  readonly source: SlaDefinitions;
  /** In the order in which they are replayed: a metric after those it listens to. */
  readonly metrics: readonly CompiledMetric[];
  /** Places in `metrics`, in the order of the definitions: that of reports. */
  readonly reported: readonly number[];
  readonly positionOf: ReadonlyMap<string, number>;
  readonly calendar: (id: string | null) => Calendar;
  readonly slots: Slots;
  /** Fields kept in a state. */
  readonly fields: ReadonlySet<string>;
  /** Slots of what a stretch of time is told by. */
  readonly holders: { readonly assignee: number; readonly group: number; readonly status: number };
  /** Whether a change of the field in a slot can matter to any metric. */
  readonly watched: readonly boolean[];
  /** Whether a change of the field in a slot can mean that the issue enters or leaves the scope of any metric. */
  readonly scoping: readonly boolean[];
  /** Whether a level of escalation applies to these fields. */
  readonly levelHolds: (level: EscalationLevel, fields: LiveFields) => boolean;
  /** Whether any metric waits for what another does. */
  readonly listening: boolean;
  /** Whether the retirement of any metric cancels what is under way. */
  readonly retiring: boolean;
  /** Metrics whose breach is a trigger somewhere. */
  readonly breachSignals: ReadonlySet<string>;
}
