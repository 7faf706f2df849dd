import { describe, expect, it } from '@jest/globals';
import type {
  Agreement,
  CalendarDefinition,
  EscalationLevel,
  MetricDefinition,
  Trigger,
} from '../../../engine/model';
import {
  at,
  becomes,
  calendarOf,
  definitionsOf,
  goalOf,
  HOUR,
  is,
  metricOf,
  MINUTE,
} from '../../../engine/testing/build';
import { accepted } from '../../../testing/accepted';
import { parsed } from '../../../../kernel/section';
import { calendars, metrics } from '../sections';
import { agreementBudgets } from './budget';
import { parseDefinitions, readDefinitions } from './parse';
import { validateDefinitions } from './validate';

const now = at('2026-06-01T12:00');
const ofMetric = (parts: Partial<MetricDefinition>) =>
  validateDefinitions(definitionsOf(metricOf(parts)), now);
const ofCalendar = (parts: Partial<CalendarDefinition>, when = now) =>
  validateDefinitions(definitionsOf(metricOf(), { calendars: [calendarOf(parts)] }), when);
const codes = (problems: ReturnType<typeof validateDefinitions>, severity = 'error') =>
  problems.filter((each) => each.severity === severity).map((each) => each.code);
const state = (...values: string[]): Trigger => ({ on: 'while', condition: is('status', ...values) });
const target = (ms: number) => ({ goals: [{ ...goalOf(1), target: { kind: 'duration', ms } as const }] });
const level = (at: EscalationLevel['at']): EscalationLevel => ({
  id: 'l',
  name: 'l',
  at,
  actions: [],
});
const repeated = (percent: number, repeatEveryMs: number): EscalationLevel => ({
  id: 'l',
  name: 'l',
  at: { kind: 'percent', percent },
  actions: [],
  repeatEveryMs,
});

describe('validateDefinitions', () => {
  it('finds nothing wrong with sound definitions', () => {
    expect(validateDefinitions(definitionsOf(), now)).toEqual([]);
  });

  it.each<[string, Partial<MetricDefinition>]>([
    ['START_IS_STOP', { start: [becomes('status', 'A')], stop: [becomes('status', 'A')] }],
    ['START_WITHIN_STOP', { start: [becomes('status', 'A')], stop: [becomes('status', 'A', 'B')] }],
    ['START_WITHIN_STOP', { start: [becomes('status', 'A')], stop: [state('A')] }],
    ['PAUSE_COVERS_START', { start: [state('A')], pause: [{ reason: 'r', when: is('status', 'A', 'B') }] }],
    ['NO_START', { start: [] }],
    ['NO_STOP', { stop: [] }],
    ['NO_GOALS', { goals: [] }],
    ['TARGET_ZERO', target(0)],
    ['TARGET_ZERO', target(-5)],
    ['TARGET_TOO_LONG', target(11 * 366 * 24 * HOUR)],
    ['UNKNOWN_CALENDAR', { goals: [{ ...goalOf(1), calendar: { kind: 'fixed', calendarId: 'gone' } }] }],
    ['VOLATILE_CONDITION', { goals: [goalOf(1, is('duedate', 'now()')), goalOf(2)] }],
    ['VOLATILE_CONDITION', { scope: { all: [is('created', 'startOfDay(-1)')] } }],
    ['VOLATILE_CONDITION', { pause: [{ reason: 'r', when: is('sla.delivery', 'breached') }] }],
    ['DUPLICATE_ID', { goals: [goalOf(1, is('a', 'b'), 'x'), goalOf(2, undefined, 'x')] }],
    ['SELF_REFERENCE', { start: [{ on: 'metric', metricId: 'm', to: 'met' }] }],
    ['UNKNOWN_METRIC', { start: [{ on: 'metric', metricId: 'gone', to: 'met' }] }],
    ['UNKNOWN_AGREEMENT', { agreementId: 'gone' }],
    ['DUPLICATE_ACTION', { order: ['stop', 'stop'] }],
    ['LEVEL_NEGATIVE', { escalations: [level({ kind: 'beforeDue', ms: -HOUR, clock: 'calendar' })] }],
    ['LEVEL_NEGATIVE', { escalations: [level({ kind: 'afterDue', ms: -HOUR, clock: 'wall' })] }],
    ['REPEAT_TOO_OFTEN', { escalations: [repeated(100, 2 * MINUTE)] }],
    ['NO_RESUME', { resume: [] }],
    ['NO_NAME', { name: { en: '' } }],
  ])('refuses a metric: %s %#', (code, parts) => {
    expect(codes(ofMetric(parts))).toContain(code);
  });

  it.each<[string, Partial<MetricDefinition>]>([
    ['STARTS_PAUSED', { start: [becomes('status', 'A')], pause: [{ reason: 'r', when: is('status', 'A') }] }],
    [
      'PAUSE_CANCELS',
      {
        start: [state('New', 'Active')],
        cancel: { when: 'startNoLongerHolds' },
        pause: [{ reason: 'r', when: is('status', 'Hold') }],
      },
    ],
    ['TARGET_SHORT', target(2 * MINUTE)],
    ['NOTHING_CHOSEN', { stop: [becomes('status', 'Done'), becomes('status')] }],
    ['NOTHING_CHOSEN', { pause: [{ reason: 'r', when: is('status') }] }],
    ['NO_CANCEL_EVENT', { cancel: { when: 'trigger', any: [] } }],
    ['NO_RESET_EVENT', { reset: { on: [], finished: 'keep' } }],
    [
      'LEVEL_WITHOUT_ACTION',
      { escalations: [{ id: 'l', name: 'l', at: { kind: 'percent', percent: 75 }, actions: [] }] },
    ],
    [
      'LEVEL_TOO_CLOSE',
      {
        ...target(HOUR),
        escalations: [{ id: 'l', name: 'l', at: { kind: 'percent', percent: 5 }, actions: [] }],
      },
    ],
    ['NO_REMAINING_GOAL', { goals: [goalOf(1, is('a', 'b'))] }],
    ['GOAL_UNREACHABLE', { goals: [goalOf(1), goalOf(2, is('a', 'b'))] }],
    [
      'PAUSE_MOVES_NOTHING',
      { goals: [{ ...goalOf(1), target: { kind: 'relative', days: 1, by: '16:00' } }] },
    ],
    ['FIELD_NOT_HEARD', { scope: is('summary', 'x') }],
    [
      'FIELD_NOT_HEARD',
      {
        goals: [
          { ...goalOf(1), target: { kind: 'durationField', field: 'timeoriginalestimate', unitMs: 1000 } },
        ],
      },
    ],
    ['REPEAT_NEVER', { escalations: [repeated(200, HOUR)] }],
    [
      'LEVEL_TOO_CLOSE',
      {
        escalations: [
          { id: 'l', name: 'l', at: { kind: 'beforeDue', ms: MINUTE, clock: 'wall' }, actions: [] },
        ],
      },
    ],
  ])('warns of a metric: %s', (code, parts) => {
    expect(codes(ofMetric(parts), 'warning')).toContain(code);
    expect(codes(ofMetric(parts))).toEqual([]);
  });

  it('lets a start and a stop on the same field be, when they differ', () => {
    expect(codes(ofMetric({ start: [becomes('status', 'A', 'B')], stop: [becomes('status', 'A')] }))).toEqual(
      [],
    );
  });

  it.each<[string, Partial<CalendarDefinition>]>([
    ['ZERO_CALENDAR', { week: {} }],
    [
      'ZERO_CALENDAR',
      { week: {}, exceptions: [{ date: '2020-01-01', hours: [['09:00', '10:00']], name: 'past' }] },
    ],
    ['UNKNOWN_ZONE', { zone: 'Europe/Nowhere' }],
    [
      'OVERLAPPING_INTERVALS',
      {
        week: {
          mon: [
            ['09:00', '12:00'],
            ['11:00', '17:00'],
          ],
        },
      },
    ],
    ['EMPTY_INTERVAL', { week: { mon: [['09:00', '09:00']] } }],
    ['BAD_DATE', { holidays: [{ kind: 'date', date: '2026-02-30', name: 'x' }] }],
    ['BAD_DATE', { holidays: [{ kind: 'yearly', month: 4, day: 31, name: 'x' }] }],
    ['UNKNOWN_HOLIDAY_SET', { holidaySetIds: ['gone'] }],
    ['BAD_NOMINAL_DAY', { nominalDayMs: 0 }],
    [
      'DUPLICATE_EXCEPTION',
      {
        exceptions: [
          { date: '2026-06-01', hours: [], name: 'a' },
          { date: '2026-06-01', hours: [], name: 'b' },
        ],
      },
    ],
  ])('refuses a calendar: %s %#', (code, parts) => {
    expect(codes(ofCalendar(parts))).toContain(code);
  });

  it('allows touching intervals, nights, and a holiday on 29 February', () => {
    const week = {
      mon: [
        ['09:00', '12:00'],
        ['12:00', '17:00'],
        ['22:00', '06:00'],
      ],
    } as const;
    expect(ofCalendar({ week, holidays: [{ kind: 'yearly', month: 2, day: 29, name: 'leap' }] })).toEqual([]);
  });

  it('warns from October when next year has no holidays yet', () => {
    const holidays = [{ kind: 'date', date: '2026-12-25', name: 'x' }] as const;
    expect(codes(ofCalendar({ holidays }, at('2026-10-02T12:00')), 'warning')).toEqual(['NO_NEXT_YEAR']);
    expect(ofCalendar({ holidays }, at('2026-09-02T12:00'))).toEqual([]);
  });

  it('says of each problem where it is and what it is about', () => {
    const [problem] = ofMetric(target(0));
    expect(problem).toMatchObject({
      whose: 'metric:m',
      at: 'goals.0.target',
      params: { goal: goalOf(1).name },
    });
  });
});

describe('agreements', () => {
  const agreement = (id: string, parentId?: string): Agreement => ({
    id,
    name: id,
    kind: 'SLA',
    parentId,
    provider: 'it',
    consumers: [],
    affectsParent: 'none',
  });
  const tree = definitionsOf(
    [
      metricOf({ id: 'whole', agreementId: 'sla', goals: [goalOf(8)] }),
      metricOf({ id: 'a', agreementId: 'one', goals: [goalOf(5)] }),
      metricOf({
        id: 'b',
        agreementId: 'two',
        goals: [{ ...goalOf(20), calendar: { kind: 'fixed', calendarId: null } }],
      }),
    ],
    { agreements: [agreement('sla'), agreement('one', 'sla'), agreement('two', 'sla')] },
  );

  it('compare budgets as 24×7 time and warn when the parts exceed the whole', () => {
    expect(agreementBudgets(tree)).toMatchObject([{ agreementId: 'sla', exceeded: true }]);
    expect(agreementBudgets(tree)[0]?.childrenMs).toBeCloseTo((5 * 168 * HOUR) / 40 + 20 * HOUR);
    expect(codes(validateDefinitions(tree, now), 'warning')).toContain('BUDGET_EXCEEDED');
  });

  it('are refused as loops or with unknown parents', () => {
    const loop = definitionsOf(metricOf(), {
      agreements: [agreement('a', 'b'), agreement('b', 'a'), agreement('c', 'gone')],
    });
    expect(codes(validateDefinitions(loop, now))).toEqual([
      'AGREEMENT_LOOP',
      'AGREEMENT_LOOP',
      'UNKNOWN_PARENT',
    ]);
  });
});

describe('parsing', () => {
  const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

  it('gives back what it was given', () => {
    expect(plain(parseDefinitions(plain(definitionsOf())))).toEqual(plain(definitionsOf()));
  });

  it('reads 23:59 at the end of a day as 24:00', () => {
    expect(accepted(calendars, calendarOf({ week: { mon: [['09:00', '23:59']] } })).week.mon).toEqual([
      ['09:00', '24:00'],
    ]);
  });

  it('says what is malformed and where', () => {
    const broken = { ...metricOf(), goals: [{ ...goalOf(1), target: { kind: 'duration', ms: 'long' } }] };
    expect(parsed(metrics, broken)).toMatchObject({
      findings: [{ whose: 'metric:m', at: 'goals.0.target.ms' }],
    });
  });

  it('keeps the definitions that parse when one does not', () => {
    const read = readDefinitions({
      ...definitionsOf([metricOf(), metricOf({ id: 'bad', method: 'often' as 'every' })]),
    });
    expect(read.definitions.metrics.map((each) => each.id)).toEqual(['m']);
    expect(read.problems[0]?.whose).toBe('metric:bad');
  });

  it('refuses conditions nested beyond reason instead of exhausting the stack', () => {
    let scope: unknown = is('a', 'b');
    for (let i = 0; i < 20_000; i++) scope = { not: scope };
    expect(parsed(metrics, { ...metricOf(), scope })).toMatchObject({ findings: [{ code: 'MALFORMED' }] });
  });
});
