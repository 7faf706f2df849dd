import * as v from 'valibot';
import type {
  Condition,
  Fact,
  FieldChange,
  IssueHistory,
  MetricDefinition,
  SlaDefinitions,
  Trigger,
} from '../../src/sla/engine';
import { USUAL_RULES } from '../../src/sla/engine/model/usual-rules';
import { holidayOf, weekOf } from './calendar-vector';

const oneOrMore = v.union([v.string(), v.array(v.string())]);
const fieldMap = v.record(v.string(), oneOrMore);
const conditionSchema = v.strictObject({
  event: v.optional(v.string()),
  actor: v.optional(v.string()),
  public: v.optional(v.boolean()),
  enteredStatus: v.optional(v.array(v.string())),
  resolution: v.optional(v.picklist(['set', 'cleared'])),
});
const fields = v.record(v.string(), v.unknown());

const eventEntries = {
  at: v.string(),
  from: v.optional(v.string()),
  to: v.optional(v.string()),
  actor: v.optional(v.string()),
  public: v.optional(v.boolean()),
};
/** What else stands in a creation are the fields the issue is created with. */
const createdSchema = v.objectWithRest({ ...eventEntries, type: v.literal('created') }, v.string());
const eventSchema = v.strictObject({ ...eventEntries, type: v.string() });
const isCreation = (event: unknown): boolean =>
  typeof event === 'object' && event !== null && 'type' in event && event.type === 'created';

/** A whole life of an issue and what a suite, or an independent evaluator, says of its metrics. */
export const scenarioSchema = v.strictObject({
  id: v.string(),
  name: v.string(),
  /** For people. */
  source: v.optional(v.string()),
  note: v.optional(v.string()),
  toolVariant: v.optional(v.unknown()),
  calendar: v.strictObject({
    timezone: v.string(),
    week: v.record(v.string(), v.array(v.tuple([v.string(), v.string()]))),
    holidays: v.optional(v.array(v.string()), []),
  }),
  slaDef: v.strictObject({
    metrics: v.array(
      v.strictObject({
        id: v.string(),
        start: v.array(conditionSchema),
        stop: v.array(conditionSchema),
        pause: v.array(fieldMap),
        goals: v.array(v.strictObject({ when: v.optional(fieldMap), seconds: v.number() })),
        cycles: v.optional(v.picklist(['first', 'multi', 'resume']), 'multi'),
      }),
    ),
  }),
  events: v.array(v.lazy((event) => (isCreation(event) ? createdSchema : eventSchema))),
  asOf: v.string(),
  expect: v.record(v.string(), fields),
  derived: v.optional(v.record(v.string(), fields), {}),
});
export type Scenario = v.InferOutput<typeof scenarioSchema>;
type ScenarioMetric = Scenario['slaDef']['metrics'][number];
type ScenarioCondition = ScenarioMetric['start'][number];

const list = (value: string | readonly string[]): readonly string[] =>
  typeof value === 'string' ? [value] : value;
const allOf = (map: Readonly<Record<string, string | readonly string[]>>): Condition => ({
  all: Object.entries(map).map(([field, values]) => ({ field, op: 'in', values: list(values) })),
});

const AGENTS = ['agent', 'staff'];

/** "Entered a status" and "created by" also hold of the creation itself: fields that keep what it was like say so. */
const triggersOf = (condition: ScenarioCondition): readonly Trigger[] => {
  if (condition.enteredStatus) {
    const { enteredStatus: values } = condition;
    return [
      { on: 'changed', field: 'status', to: values },
      { on: 'while', condition: { field: 'statusAtCreation', op: 'in', values } },
    ];
  }
  if (condition.resolution) return [{ on: 'changed', field: 'resolution', edge: condition.resolution }];
  switch (condition.event) {
    case 'created':
      return condition.actor === undefined
        ? [{ on: 'created' }]
        : [{ on: 'while', condition: { field: 'creator', op: 'in', values: [condition.actor] } }];
    case 'comment':
      return [
        {
          on: 'commented',
          by:
            condition.actor === undefined
              ? ['agent', 'requester']
              : [AGENTS.includes(condition.actor) ? 'agent' : 'requester'],
          audience: condition.public === true ? 'public' : condition.public === false ? 'internal' : 'any',
        },
      ];
    default:
      return [{ on: 'changed', field: condition.event ?? '' }];
  }
};

const METHODS = { first: 'first', multi: 'every', resume: 'sum' } as const;

const metricOf = (metric: ScenarioMetric): MetricDefinition => ({
  ...USUAL_RULES,
  id: metric.id,
  name: { en: metric.id },
  version: 1,
  active: true,
  scope: { all: [] },
  start: metric.start.flatMap(triggersOf),
  stop: metric.stop.flatMap(triggersOf).filter((trigger) => trigger.on !== 'while'),
  pause: metric.pause.map((map) => ({ reason: 'paused', when: allOf(map) })),
  method: METHODS[metric.cycles],
  calendar: { kind: 'fixed', calendarId: 'calendar' },
  goals: metric.goals.map((goal, i) => ({
    id: `${i + 1}`,
    name: `goal ${i + 1}`,
    when: goal.when && allOf(goal.when),
    target: { kind: 'duration', ms: goal.seconds * 1000 },
  })),
});

export const definitionsOf = (scenario: Scenario): SlaDefinitions => ({
  schema: 1,
  version: 1,
  calendars: [
    {
      id: 'calendar',
      name: 'calendar',
      zone: scenario.calendar.timezone,
      week: weekOf(scenario.calendar.week),
      holidays: scenario.calendar.holidays.map(holidayOf),
      holidaySetIds: [],
      exceptions: [],
    },
  ],
  holidaySets: [],
  metrics: scenario.slaDef.metrics.map(metricOf),
  agreements: [],
});

type ScenarioEvent = Scenario['events'][number];

const factOf = (event: ScenarioEvent, index: number): Fact => {
  const base = { at: Date.parse(event.at), id: `${index + 1}`, by: null };
  if (event.type === 'comment') {
    const author = AGENTS.includes(event.actor ?? '') ? 'agent' : 'requester';
    return { ...base, kind: 'comment', author, public: event.public !== false };
  }
  const value = (text: string | undefined): readonly string[] => (text === undefined ? [] : [text]);
  const change: FieldChange = {
    field: event.type,
    from: value(event.from),
    to: event.type === 'close' ? [event.at] : value(event.to),
  };
  return { ...base, kind: 'change', changes: [change] };
};

const NOT_FIELDS = ['at', 'type', 'from', 'to', 'actor', 'public'];

export const historyOf = (scenario: Scenario): IssueHistory => {
  const created = scenario.events.find((event) => event.type === 'created');
  if (!created) throw new Error(`Scenario ${scenario.id} has no creation.`);
  const initial: Record<string, readonly string[]> = {
    status: [created.to ?? ''],
    statusAtCreation: [created.to ?? ''],
  };
  if (created.actor !== undefined) initial.creator = [created.actor];
  for (const [field, value] of Object.entries(created)) {
    if (!NOT_FIELDS.includes(field) && typeof value === 'string') initial[field] = [value];
  }
  return {
    issueId: scenario.id,
    issueKey: scenario.id,
    createdAt: Date.parse(created.at),
    reporter: null,
    initial,
    facts: scenario.events.filter((event) => event !== created).map(factOf),
  };
};
