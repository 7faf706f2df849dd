/** How dry runs, changes and their logs are stored and how calls name them. */
import * as v from 'valibot';
import type { ChangePlan, ChangeTarget, CycleChange, FlipCounts } from './contract';

const instant = v.pipe(v.number(), v.integer());
const scope = v.picklist(['new', 'future', 'replay', 'closed']);

/** Any object inside: the engine's own schema says what is wrong with a definition and how to mend it. */
const definition = <T>() => v.custom<T>((value) => typeof value === 'object' && value !== null);

export const targetSchema: v.GenericSchema<unknown, ChangeTarget> = v.variant('kind', [
  v.object({
    kind: v.literal('metric'),
    metric: definition<Extract<ChangeTarget, { kind: 'metric' }>['metric']>(),
  }),
  v.object({
    kind: v.literal('calendar'),
    calendar: definition<Extract<ChangeTarget, { kind: 'calendar' }>['calendar']>(),
  }),
  v.object({
    kind: v.literal('holidaySet'),
    holidaySet: definition<Extract<ChangeTarget, { kind: 'holidaySet' }>['holidaySet']>(),
  }),
  v.object({
    kind: v.literal('agreement'),
    agreement: definition<Extract<ChangeTarget, { kind: 'agreement' }>['agreement']>(),
  }),
]);

export const planSchema: v.GenericSchema<unknown, ChangePlan> = v.object({
  scope,
  from: v.optional(instant),
  closedSince: v.optional(instant),
});

const kind = v.picklist([
  'metToBreached',
  'breachedToMet',
  'breachedNow',
  'notBreached',
  'due',
  'appears',
  'disappears',
]);
const says = v.nullable(
  v.object({
    state: v.picklist([
      'NOT_APPLICABLE',
      'NOT_STARTED',
      'RUNNING',
      'PAUSED',
      'MET',
      'BREACHED_STOPPED',
      'CANCELLED',
    ]),
    breached: v.boolean(),
    due: v.optional(v.number()),
  }),
);

export const cycleChangeSchema: v.GenericSchema<unknown, CycleChange> = v.object({
  issueId: v.string(),
  issueKey: v.string(),
  metricId: v.string(),
  cycle: v.number(),
  kind,
  before: says,
  after: says,
});

export const countsSchema: v.GenericSchema<unknown, FlipCounts> = v.object({
  metToBreached: v.number(),
  breachedToMet: v.number(),
  breachedNow: v.number(),
  notBreached: v.number(),
  due: v.number(),
  appears: v.number(),
  disappears: v.number(),
});

const difference = v.object({ path: v.string(), before: v.string(), after: v.string() });

export const changeSchema = v.object({
  version: v.number(),
  at: v.number(),
  by: v.string(),
  action: v.string(),
  subject: v.string(),
  subjectName: v.string(),
  differences: v.array(difference),
  scope: v.optional(scope),
  from: v.optional(v.number()),
  closedSince: v.optional(v.number()),
  undoes: v.optional(v.number()),
  undoneBy: v.optional(v.number()),
  counts: v.optional(countsSchema),
  changedIssues: v.optional(v.number()),
  logPages: v.optional(v.number()),
});
