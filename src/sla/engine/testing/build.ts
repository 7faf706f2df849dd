import type {
  Agreement,
  CalendarDefinition,
  CommentAuthor,
  Condition,
  Fact,
  FieldChange,
  Fields,
  Hours,
  IssueHistory,
  MetricDefinition,
  SlaDefinitions,
  Trigger,
} from '../model';

/** Builders for tests: a calendar, a metric, a history with as little as the case needs. */

export const HOUR = 3_600_000;
export const MINUTE = 60_000;

const DAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;

export const everyDay = (...hours: Hours[]): CalendarDefinition['week'] =>
  Object.fromEntries(DAYS.map((day) => [day, hours]));

export const workdays = (...hours: Hours[]): CalendarDefinition['week'] =>
  Object.fromEntries(DAYS.slice(0, 5).map((day) => [day, hours]));

/** An agreement that says nothing but its name. */
export const agreementOf = (id: string, parts: Partial<Agreement> = {}): Agreement => ({
  id,
  name: id,
  kind: 'SLA',
  provider: 'it',
  consumers: [],
  affectsParent: 'none',
  ...parts,
});

export const calendarOf = (parts: Partial<CalendarDefinition> = {}): CalendarDefinition => ({
  id: 'berlin',
  name: 'Berlin',
  zone: 'Europe/Berlin',
  week: workdays(['09:00', '17:00']),
  holidays: [],
  holidaySetIds: [],
  exceptions: [],
  ...parts,
});

export const is = (field: string, ...values: string[]): Condition => ({ field, op: 'in', values });
export const always: Condition = { all: [] };
export const becomes = (field: string, ...to: string[]): Trigger => ({ on: 'changed', field, to });
export const onBerlin = { kind: 'fixed', calendarId: 'berlin' } as const;

export const goalOf = (hours: number, when?: Condition, id = `${hours}h`) => ({
  id,
  name: id,
  when,
  target: { kind: 'duration', ms: hours * HOUR } as const,
});

/** Starts at creation, stops when the status becomes Done, pauses while it is Waiting. */
export const metricOf = (parts: Partial<MetricDefinition> = {}): MetricDefinition => ({
  id: 'm',
  name: { en: 'Delivery', ru: 'Выполнение' },
  kind: 'SLA',
  version: 1,
  active: true,
  scope: always,
  start: [{ on: 'created' }],
  stop: [becomes('status', 'Done')],
  pause: [{ reason: 'requester', when: is('status', 'Waiting') }],
  cancel: { when: 'never' },
  method: 'every',
  calendar: onBerlin,
  goals: [goalOf(8)],
  goalChange: 'carry',
  retroactivePause: false,
  undoStopMs: 0,
  graceMs: 0,
  stopBeforeStart: 'ignore',
  escalations: [],
  visibility: 'date',
  ...parts,
});

export const definitionsOf = (
  metrics: MetricDefinition | readonly MetricDefinition[] = metricOf(),
  parts: Partial<SlaDefinitions> = {},
): SlaDefinitions => ({
  schema: 1,
  version: 1,
  calendars: [calendarOf()],
  holidaySets: [],
  metrics: Array.isArray(metrics) ? (metrics as readonly MetricDefinition[]) : [metrics as MetricDefinition],
  agreements: [],
  ...parts,
});

/** `2026-06-01T10:00` in Berlin summer time, or any ISO instant with a zone. */
export const at = (text: string): number =>
  Date.parse(/Z|[+-]\d\d:\d\d$/.test(text) ? text : `${text}:00+02:00`);

let nextId = 1;
const base = (when: string, by = 'anna') => ({ at: at(when), id: `${nextId++}`, by });

export const changeAt = (when: string, ...changes: FieldChange[]): Fact => ({
  ...base(when),
  kind: 'change',
  changes,
});

export const statusAt = (when: string, from: string, to: string): Fact =>
  changeAt(when, { field: 'status', from: [from], to: [to] });

export const fieldAt = (
  when: string,
  field: string,
  to: readonly string[],
  from: readonly string[] = [],
): Fact => changeAt(when, { field, from, to });

export const commentAt = (when: string, author: CommentAuthor, isPublic = true): Fact => ({
  ...base(when),
  kind: 'comment',
  author,
  public: isPublic,
});

export const historyOf = (
  created: string,
  facts: readonly Fact[] = [],
  initial: Fields = {},
): IssueHistory => ({
  issueId: '10001',
  issueKey: 'HELP-1',
  createdAt: at(created),
  reporter: 'rita',
  initial: { status: ['Open'], ...initial },
  facts,
});
