import type { Fact, FieldChange, FieldValue, Trigger } from '../model';
import {
  compileCondition,
  describeCondition,
  fieldsOf,
  type LiveFields,
  type Test,
  valueOf,
} from './condition';

/** What happens at one instant: the issue's creation, a fact, or nothing but what other metrics did. */
export type Occurrence = { readonly kind: 'created' } | { readonly kind: 'signal' } | Fact;

/** What other metrics did at this instant: `metricId:started`, …. */
export type Signals = readonly string[];

export type EventTest = (happened: Occurrence, fields: LiveFields, signals: Signals) => boolean;

/** Triggers of one kind: events that must happen, states that must hold. */
export interface TriggerSet {
  readonly events: readonly { readonly test: EventTest; readonly holds: Test; readonly words: string }[];
  readonly states: readonly { readonly test: Test; readonly words: string }[];
}

const hasAny = (value: FieldValue, wanted: readonly string[]): boolean =>
  value.some((each) => wanted.includes(each));

const changeMatches = (trigger: Extract<Trigger, { on: 'changed' }>, change: FieldChange): boolean => {
  if (change.field !== trigger.field) return false;
  if (trigger.from && !hasAny(change.from, trigger.from)) return false;
  if (trigger.to && !hasAny(change.to, trigger.to)) return false;
  if (trigger.edge === 'set') return change.from.length === 0 && change.to.length > 0;
  if (trigger.edge === 'cleared') return change.from.length > 0 && change.to.length === 0;
  return true;
};

const always: Test = () => true;

const compileChanged = (trigger: Extract<Trigger, { on: 'changed' }>): { test: EventTest; holds: Test } => {
  const and = trigger.and ? compileCondition(trigger.and) : always;
  const { field, to, edge } = trigger;
  return {
    test: (happened, fields) =>
      happened.kind === 'change' &&
      happened.changes.some((change) => changeMatches(trigger, change)) &&
      and(fields),
    holds: (fields) => {
      const value = valueOf(fields, field);
      if (to && !hasAny(value, to)) return false;
      if (edge) return edge === 'set' ? value.length > 0 : value.length === 0;
      return and(fields);
    },
  };
};

const compileEvent = (trigger: Exclude<Trigger, { on: 'while' }>): { test: EventTest; holds: Test } => {
  switch (trigger.on) {
    case 'created':
      return { test: (happened) => happened.kind === 'created', holds: always };
    case 'changed':
      return compileChanged(trigger);
    case 'commented':
      return {
        test: (happened) =>
          happened.kind === 'comment' &&
          trigger.by.includes(happened.author) &&
          (trigger.audience === 'any' || happened.public === (trigger.audience === 'public')) &&
          (!trigger.groups || hasAny(happened.groups ?? [], trigger.groups)),
        holds: always,
      };
    case 'approval':
      return {
        test: (happened) =>
          happened.kind === 'approval' &&
          (trigger.decision === 'any' || happened.decision === trigger.decision),
        holds: always,
      };
    case 'linked':
    case 'unlinked':
      return {
        test: (happened) =>
          happened.kind === 'link' &&
          happened.linked === (trigger.on === 'linked') &&
          (!trigger.linkTypes || trigger.linkTypes.includes(happened.linkType)),
        holds: always,
      };
    case 'metric': {
      const signal = `${trigger.metricId}:${trigger.to}`;
      return { test: (_happened, _fields, signals) => signals.includes(signal), holds: always };
    }
  }
};

/** A trigger in words an admin recognises: `status changed to 10002`. */
export const describeTrigger = (trigger: Trigger): string => {
  switch (trigger.on) {
    case 'created':
      return 'created';
    case 'changed': {
      const from = trigger.from ? ` from ${trigger.from.join(', ')}` : '';
      const to = trigger.to ? ` to ${trigger.to.join(', ')}` : '';
      const and = trigger.and ? ` and ${describeCondition(trigger.and)}` : '';
      return `${trigger.field} ${trigger.edge ?? `changed${from}${to}`}${and}`;
    }
    case 'commented':
      return `${trigger.audience === 'any' ? '' : `${trigger.audience} `}comment by ${trigger.by.join(', ')}`;
    case 'approval':
      return `approval ${trigger.decision}`;
    case 'linked':
    case 'unlinked':
      return `${trigger.on}${trigger.linkTypes ? ` as ${trigger.linkTypes.join(', ')}` : ''}`;
    case 'metric':
      return `metric ${trigger.metricId} ${trigger.to}`;
    case 'while':
      return `while ${describeCondition(trigger.condition)}`;
  }
};

export const compileTriggers = (triggers: readonly Trigger[]): TriggerSet => {
  const events: { test: EventTest; holds: Test; words: string }[] = [];
  const states: { test: Test; words: string }[] = [];
  for (const trigger of triggers) {
    const words = describeTrigger(trigger);
    if (trigger.on === 'while') states.push({ test: compileCondition(trigger.condition), words });
    else events.push({ ...compileEvent(trigger), words });
  }
  return { events, states };
};

export const triggerFields = (trigger: Trigger): readonly string[] => {
  if (trigger.on === 'while') return fieldsOf(trigger.condition);
  if (trigger.on !== 'changed') return [];
  return [trigger.field, ...(trigger.and ? fieldsOf(trigger.and) : [])];
};

/** The first event trigger that fires, in words; undefined when none does. */
export const firedEvent = (
  set: TriggerSet,
  happened: Occurrence,
  fields: LiveFields,
  signals: Signals,
): string | undefined => {
  for (const each of set.events) if (each.test(happened, fields, signals)) return each.words;
  return undefined;
};

/** The first state trigger that holds, in words; undefined when none does. */
export const heldState = (set: TriggerSet, fields: LiveFields): string | undefined => {
  for (const each of set.states) if (each.test(fields)) return each.words;
  return undefined;
};

/** Whether anything that could have fired still holds: a status that was left no longer does. */
export const stillHolds = (set: TriggerSet, fields: LiveFields): boolean =>
  set.events.some((each) => each.holds(fields)) || set.states.some((each) => each.test(fields));
