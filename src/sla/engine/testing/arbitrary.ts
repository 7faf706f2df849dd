import * as fc from 'fast-check';
import type {
  CalendarDefinition,
  Fact,
  FieldChange,
  Hours,
  IssueHistory,
  MetricDefinition,
  SlaDefinitions,
} from '../model';
import { always, calendarOf, definitionsOf, goalOf, HOUR, is, metricOf, MINUTE } from './build';

/** Random calendars, metrics and histories for property tests. */

const clock = (minute: number): string =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;

const hoursArb: fc.Arbitrary<readonly Hours[]> = fc
  .uniqueArray(fc.integer({ min: 0, max: 95 }), { minLength: 0, maxLength: 6 })
  .map((quarters) => {
    const sorted = [...quarters].sort((a, b) => a - b);
    const hours: Hours[] = [];
    for (let i = 0; i + 1 < sorted.length; i += 2)
      hours.push([clock((sorted[i] ?? 0) * 15), clock((sorted[i + 1] ?? 0) * 15)]);
    return hours;
  });

export const zoneArb = fc.constantFrom(
  'Europe/Berlin',
  'UTC',
  'America/New_York',
  'Australia/Lord_Howe',
  'Asia/Kathmandu',
  'Africa/Casablanca',
  'America/Sao_Paulo',
);

const nights: CalendarDefinition['week'] = {
  mon: [['22:00', '06:00']],
  wed: [['20:30', '02:30']],
  sat: [['22:00', '06:00']],
};

export const calendarArb: fc.Arbitrary<CalendarDefinition> = fc
  .record({
    zone: zoneArb,
    week: fc.oneof(
      fc.record({ mon: hoursArb, tue: hoursArb, thu: hoursArb, sat: hoursArb, sun: hoursArb }),
      fc.constant(nights),
    ),
    holiday: fc.constantFrom('2026-03-30', '2026-06-01', '2026-10-26'),
  })
  .map(({ zone, week, holiday }) =>
    calendarOf({
      zone,
      week: { ...week, fri: [['09:00', '17:00']] },
      holidays: [{ kind: 'date', date: holiday, name: 'holiday' }],
    }),
  );

const FROM = Date.parse('2026-02-15T00:00:00Z');
const TO = Date.parse('2026-11-15T00:00:00Z');
export const instantArb = fc
  .integer({ min: FROM / MINUTE, max: TO / MINUTE })
  .map((minute) => minute * MINUTE);

const targetArb: fc.Arbitrary<MetricDefinition['goals'][number]['target']> = fc.oneof(
  fc.integer({ min: 1, max: 80 }).map((hours) => ({ kind: 'duration' as const, ms: hours * HOUR })),
  fc.record({
    kind: fc.constant('businessDays' as const),
    days: fc.integer({ min: 1, max: 4 }),
    endOfDay: fc.boolean(),
  }),
  fc.constant({ kind: 'relative' as const, days: 1, by: '16:00' }),
  fc.constant({ kind: 'none' as const }),
);

const goalsArb = fc.tuple(targetArb, targetArb).map(([first, second]): MetricDefinition['goals'] => [
  { ...goalOf(1, is('priority', 'High'), 'high'), target: first },
  {
    ...goalOf(1, undefined, 'rest'),
    target: second,
    calendar: { kind: 'field', field: 'site', map: { other: 'other' }, fallback: 'berlin' },
  },
]);

/** A space with goals of its own, or none: the generated issues move in and out of it. */
const spacesArb: fc.Arbitrary<MetricDefinition['spaces']> = fc.option(
  targetArb.map((target) => [{ id: 'HR', goals: [{ ...goalOf(1, is('priority', 'High'), 'hr'), target }] }]),
  { nil: undefined },
);

export const metricArb = (id: string): fc.Arbitrary<MetricDefinition> =>
  fc
    .record({
      goals: goalsArb,
      spaces: spacesArb,
      scope: fc.constantFrom(always, always, is('projectId', 'IT'), is('priority', 'High')),
      method: fc.constantFrom(
        'first' as const,
        'last' as const,
        'every' as const,
        'sum' as const,
        'span' as const,
      ),
      goalChange: fc.constantFrom(
        'carry' as const,
        'restart' as const,
        'keep' as const,
        'retroactive' as const,
      ),
      state: fc.boolean(),
      retroactive: fc.boolean(),
      undoStopMs: fc.constantFrom(0, 2 * HOUR),
      graceMs: fc.constantFrom(0, 10 * MINUTE),
      reset: fc.constantFrom(undefined, 'keep' as const, 'restart' as const, 'invalidate' as const),
      implicit: fc.boolean(),
    })
    .map(
      ({
        goals,
        spaces,
        scope,
        method,
        goalChange,
        state,
        retroactive,
        undoStopMs,
        graceMs,
        reset,
        implicit,
      }) =>
        metricOf({
          id,
          goals,
          scope,
          ...(spaces === undefined ? {} : { spaces }),
          method,
          goalChange,
          undoStopMs,
          graceMs,
          start: state
            ? [{ on: 'while', condition: is('status', 'Open', 'Work', 'Waiting') }]
            : [{ on: 'created' }, { on: 'changed', field: 'status', to: ['Open'] }],
          cancel: { when: state && implicit ? 'startNoLongerHolds' : 'never' },
          startFromField: retroactive ? 'created' : undefined,
          retroactivePause: retroactive,
          reset: reset && { on: [{ on: 'commented', by: ['requester'], audience: 'any' }], finished: reset },
          escalations: [
            { id: 'half', name: 'half', at: { kind: 'percent', percent: 50 }, actions: [] },
            { id: 'near', name: 'near', at: { kind: 'beforeDue', ms: HOUR, clock: 'calendar' }, actions: [] },
          ],
        }),
    );

const VALUES: Readonly<Record<string, readonly string[]>> = {
  status: ['Open', 'Work', 'Waiting', 'Done'],
  priority: ['High', 'Low'],
  site: ['here', 'other'],
  assignee: ['anna', 'boris'],
  projectId: ['IT', 'HR'],
};

const changeArb: fc.Arbitrary<FieldChange> = fc
  .constantFrom(...Object.keys(VALUES))
  .chain((field) => fc.constantFrom(...(VALUES[field] ?? [])).map((to) => ({ field, from: [], to: [to] })));

const factBodyArb = fc.oneof(
  {
    weight: 8,
    arbitrary: fc
      .array(changeArb, { minLength: 1, maxLength: 2 })
      .map((changes) => ({ kind: 'change' as const, changes })),
  },
  {
    weight: 2,
    arbitrary: fc
      .constantFrom('requester' as const, 'agent' as const)
      .map((author) => ({ kind: 'comment' as const, author, public: true })),
  },
  {
    weight: 1,
    arbitrary: fc
      .integer({ min: 1, max: 40 })
      .map((hours) => ({ kind: 'pause' as const, reason: 'manual', resumeAt: FROM + hours * 100 * HOUR })),
  },
  { weight: 1, arbitrary: fc.constant({ kind: 'resume' as const }) },
  {
    weight: 1,
    arbitrary: fc
      .constantFrom('pauses' as const, 'resumes' as const, 'breached' as const)
      .map((what) => ({ kind: 'child' as const, issueId: '7', metricId: 'b', what })),
  },
  {
    weight: 1,
    arbitrary: fc
      .constantFrom('target' as const, 'now' as const)
      .map((from) => ({ kind: 'extend' as const, metricId: 'a', ms: 3 * HOUR, from, reason: 'more' })),
  },
);

const factsArb: fc.Arbitrary<readonly Fact[]> = fc
  .array(fc.tuple(instantArb, factBodyArb), { maxLength: 14 })
  .map((parts) => parts.map(([at, body], i): Fact => ({ ...body, at, id: `${i + 1}`, by: null })));

export const historyArb: fc.Arbitrary<IssueHistory> = fc
  .record({ facts: factsArb, priority: fc.constantFrom('High', 'Low') })
  .map(({ facts, priority }) => ({
    issueId: '1',
    issueKey: 'A-1',
    createdAt: FROM,
    reporter: null,
    initial: { status: ['Open'], priority: [priority], site: ['here'], projectId: ['IT'] },
    facts,
  }));

const party = { name: 'x', kind: 'SLA', provider: 'it', consumers: [], affectsParent: 'none' } as const;

export const definitionsArb: fc.Arbitrary<SlaDefinitions> = fc
  .tuple(calendarArb, calendarArb, metricArb('a'), metricArb('b'))
  .map(([one, two, a, b]) =>
    definitionsOf(
      [
        { ...a, agreementId: 'sla' },
        { ...b, agreementId: 'ola' },
      ],
      {
        calendars: [one, { ...two, id: 'other' }],
        agreements: [
          { ...party, id: 'sla' },
          { ...party, id: 'ola', parentId: 'sla', affectsParent: 'open', measuredOn: { kind: 'child' } },
        ],
      },
    ),
  );
