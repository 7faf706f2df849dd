import type { Fact, FieldChange, Trigger } from '../model';
import { byTrigger, type Cause } from './cause';
import { compileCondition, fieldsOf, hasAny, type Test } from './condition';
import { type LiveFields, type Slots, valueIn } from './slots';

/** What happens at one instant: the creation, a fact, or nothing but what other metrics did. */
export type Occurrence = { readonly kind: 'created' } | { readonly kind: 'signal' } | Fact;

/** One instant as triggers see it. */
export interface Moment {
  readonly happened: Occurrence;
  /** The slot of each change of `happened`, in the same order. */
  readonly changed: readonly number[];
  readonly fields: LiveFields;
  /** What other metrics did: `metricId:started`, …. */
  readonly signals: readonly string[];
}

export type EventTest = (moment: Moment) => boolean;

interface CompiledEvent {
  readonly cause: Cause;
  readonly test: EventTest;
  /** Whether what happened still holds: a status that was left no longer does. */
  readonly holds: Test;
}

interface CompiledState {
  readonly cause: Cause;
  readonly test: Test;
}

/** Triggers of one kind: events that must happen, states that must hold. */
export interface TriggerSet {
  readonly events: readonly CompiledEvent[];
  readonly states: readonly CompiledState[];
}

const changeMatches = (trigger: Extract<Trigger, { on: 'changed' }>, change: FieldChange): boolean => {
  if (trigger.from && !hasAny(change.from, trigger.from)) return false;
  if (trigger.to && !hasAny(change.to, trigger.to)) return false;
  if (trigger.edge === 'set') return change.from.length === 0 && change.to.length > 0;
  if (trigger.edge === 'cleared') return change.from.length > 0 && change.to.length === 0;
  return true;
};

const always: Test = () => true;

type EventTests = Pick<CompiledEvent, 'test' | 'holds'>;

const compileChanged = (trigger: Extract<Trigger, { on: 'changed' }>, slots: Slots): EventTests => {
  const and = trigger.and ? compileCondition(trigger.and, slots) : always;
  const { field, to, edge } = trigger;
  const slot = slots.of(field);
  return {
    test: ({ happened, changed, fields }) => {
      if (happened.kind !== 'change') return false;
      const { changes } = happened;
      for (let i = 0; i < changes.length; i++) {
        if (changed[i] === slot && changeMatches(trigger, changes[i]!)) return and(fields);
      }
      return false;
    },
    holds: (fields) => {
      const value = valueIn(fields, slot);
      if (to && !hasAny(value, to)) return false;
      if (edge) return edge === 'set' ? value.length > 0 : value.length === 0;
      return and(fields);
    },
  };
};

const compileEvent = (trigger: Exclude<Trigger, { on: 'while' }>, slots: Slots): EventTests => {
  switch (trigger.on) {
    case 'created':
      return { test: ({ happened }) => happened.kind === 'created', holds: always };
    case 'changed':
      return compileChanged(trigger, slots);
    case 'commented':
      return {
        test: ({ happened }) =>
          happened.kind === 'comment' &&
          trigger.by.includes(happened.author) &&
          (trigger.audience === 'any'
            ? happened.shown !== true
            : happened.public === (trigger.audience === 'public')) &&
          (!trigger.groups || hasAny(happened.groups ?? [], trigger.groups)),
        holds: always,
      };
    case 'approval':
      return {
        test: ({ happened }) =>
          happened.kind === 'approval' &&
          (trigger.decision === 'any' || happened.decision === trigger.decision),
        holds: always,
      };
    case 'linked':
    case 'unlinked':
      return {
        test: ({ happened }) =>
          happened.kind === 'link' &&
          happened.linked === (trigger.on === 'linked') &&
          (!trigger.linkTypes || trigger.linkTypes.includes(happened.linkType)),
        holds: always,
      };
    case 'metric': {
      const signal = `${trigger.metricId}:${trigger.to}`;
      return { test: ({ signals }) => signals.includes(signal), holds: always };
    }
  }
};

export const compileTriggers = (triggers: readonly Trigger[], slots: Slots): TriggerSet => {
  const events: CompiledEvent[] = [];
  const states: CompiledState[] = [];
  for (const trigger of triggers) {
    const cause = byTrigger(trigger);
    if (trigger.on === 'while') {
      states.push({ cause, test: compileCondition(trigger.condition, slots) });
    } else events.push({ cause, ...compileEvent(trigger, slots) });
  }
  return { events, states };
};

export const triggerFields = (trigger: Trigger): readonly string[] => {
  if (trigger.on === 'while') return fieldsOf(trigger.condition);
  if (trigger.on !== 'changed') return [];
  return [trigger.field, ...(trigger.and ? fieldsOf(trigger.and) : [])];
};

/** The first event trigger that fires; undefined when none does. */
export const firedEvent = ({ events }: TriggerSet, moment: Moment): Cause | undefined => {
  for (let i = 0; i < events.length; i++) if (events[i]!.test(moment)) return events[i]!.cause;
  return undefined;
};

/** The first state trigger that holds; undefined when none does. */
export const stateThatHolds = ({ states }: TriggerSet, fields: LiveFields): Cause | undefined => {
  for (let i = 0; i < states.length; i++) if (states[i]!.test(fields)) return states[i]!.cause;
  return undefined;
};

/** Whether anything that could have fired still holds. */
export const stillHolds = (set: TriggerSet, fields: LiveFields): boolean =>
  set.events.some((each) => each.holds(fields)) || set.states.some((each) => each.test(fields));
