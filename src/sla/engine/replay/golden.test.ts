import { describe, expect, it } from '@jest/globals';
import type { CalendarDefinition, Cycle, Fact, Fields, Hours, MetricDefinition, SlaReport } from '../model';
import { compileCalendar } from '../calendar/compile';
import {
  at,
  calendarOf,
  definitionsOf,
  everyDay,
  fieldAt,
  goalOf,
  historyOf,
  HOUR,
  is,
  metricOf,
  statusAt,
  workdays,
} from '../testing/build';
import { replay } from './replay';

const round: Partial<CalendarDefinition> = { week: everyDay(['00:00', '24:00']) };

interface Case {
  readonly calendar?: Partial<CalendarDefinition>;
  readonly metric?: Partial<MetricDefinition>;
  readonly hours?: number;
  readonly start: string;
  readonly facts?: readonly Fact[];
  readonly initial?: Fields;
  readonly now?: string;
}

const reportOf = ({
  calendar,
  metric,
  hours = 8,
  start,
  facts = [],
  initial,
  now = start,
}: Case): SlaReport => {
  const definitions = definitionsOf(metricOf({ goals: [goalOf(hours)], ...metric }), {
    calendars: [calendarOf(calendar), calendarOf({ id: 'york', zone: 'America/New_York' })],
  });
  return replay(definitions, historyOf(start, facts, initial), at(now), { trace: true });
};

const cycleOf = (given: Case): Cycle => {
  const metric = reportOf(given).metrics[0];
  const cycle = metric?.ongoingCycle ?? metric?.completedCycles.at(-1);
  if (!cycle) throw new Error('no cycle');
  return cycle;
};

const due = (given: Case): string | undefined => {
  const { dueTime } = cycleOf(given);
  return dueTime === undefined ? undefined : new Date(dueTime).toISOString();
};
const utc = (text: string): string => new Date(at(text)).toISOString();

describe('worked examples of sla-rules §12', () => {
  it('V1: 16 h over days of different hours', () => {
    const hours: Record<string, readonly Hours[]> = {
      mon: [['09:00', '17:00']],
      tue: [['09:00', '16:00']],
      thu: [['08:00', '17:00']],
    };
    expect(due({ calendar: { zone: 'UTC', week: hours }, hours: 16, start: '2026-06-01T11:00:00Z' })).toBe(
      '2026-06-04T11:00:00.000Z',
    );
  });

  it('V2: 2 h from Friday 16:00', () => {
    expect(due({ hours: 2, start: '2026-06-05T16:00' })).toBe(utc('2026-06-08T10:00'));
  });

  it('V3: 1 h from Saturday noon', () => {
    expect(due({ hours: 1, start: '2026-06-06T12:00' })).toBe(utc('2026-06-08T10:00'));
  });

  it('V4: 8 h that end exactly at closing are due at closing', () => {
    expect(due({ start: '2026-06-01T09:00' })).toBe(utc('2026-06-01T17:00'));
  });

  it('V4b: 1 h from closing', () => {
    expect(due({ hours: 1, start: '2026-06-01T17:00' })).toBe(utc('2026-06-02T10:00'));
  });

  it('V4c: stopped at the due instant is met', () => {
    const cycle = cycleOf({
      start: '2026-06-01T09:00',
      facts: [statusAt('2026-06-01T17:00', 'Open', 'Done')],
      now: '2026-06-02T12:00',
    });
    expect(cycle).toMatchObject({ state: 'MET', breached: false, remainingMs: 0 });
  });

  it('V4c: stopped an hour after due is late by no working time', () => {
    const cycle = cycleOf({
      start: '2026-06-01T09:00',
      facts: [statusAt('2026-06-01T18:00', 'Open', 'Done')],
      now: '2026-06-02T12:00',
    });
    expect(cycle).toMatchObject({
      state: 'BREACHED_STOPPED',
      remainingMs: 0,
      breachTime: at('2026-06-01T17:00'),
      actualElapsedMs: 9 * HOUR,
    });
  });

  it('V4c: a pause that begins at the due instant comes too late', () => {
    const cycle = cycleOf({
      start: '2026-06-01T09:00',
      facts: [statusAt('2026-06-01T17:00', 'Open', 'Waiting')],
      now: '2026-06-01T17:01',
    });
    expect(cycle).toMatchObject({ state: 'PAUSED', breached: true, breachTime: at('2026-06-01T17:00') });
  });

  it('V5: 2 h over a holiday and a weekend', () => {
    const holidays = [{ kind: 'date', date: '2026-12-25', name: 'Christmas' }] as const;
    expect(due({ calendar: { holidays }, hours: 2, start: '2026-12-24T16:00+01:00' })).toBe(
      utc('2026-12-28T10:00+01:00'),
    );
  });

  it('V6: an exception wins over a holiday', () => {
    const calendar: Partial<CalendarDefinition> = {
      holidays: [
        { kind: 'yearly', month: 12, day: 24, name: 'Christmas Eve' },
        { kind: 'yearly', month: 12, day: 25, name: 'Christmas' },
      ],
      exceptions: [{ date: '2026-12-24', hours: [['09:00', '12:00']], name: 'short day' }],
    };
    expect(due({ calendar, hours: 6, start: '2026-12-23T16:00+01:00' })).toBe(utc('2026-12-28T11:00+01:00'));
  });

  it('V7: 4 h over a lunch break', () => {
    const calendar = { week: workdays(['09:00', '12:00'], ['13:00', '17:00']) };
    expect(due({ calendar, hours: 4, start: '2026-06-01T11:00' })).toBe(utc('2026-06-01T16:00'));
  });

  it('V8: 24 h of 24×7 over the spring switch', () => {
    expect(due({ calendar: round, hours: 24, start: '2026-03-28T12:00+01:00' })).toBe(
      utc('2026-03-29T13:00+02:00'),
    );
  });

  it('V9: 24 h of 24×7 over the autumn switch', () => {
    expect(due({ calendar: round, hours: 24, start: '2026-10-24T12:00+02:00' })).toBe(
      utc('2026-10-25T11:00+01:00'),
    );
  });

  it('V10: a night of 7 h', () => {
    const calendar = { week: everyDay(['22:00', '06:00']) };
    expect(due({ calendar, start: '2026-03-28T22:00+01:00' })).toBe(utc('2026-03-29T23:00+02:00'));
  });

  it('V11: a night of 9 h', () => {
    const calendar = { week: everyDay(['22:00', '06:00']) };
    expect(due({ calendar, start: '2026-10-24T22:00+02:00' })).toBe(utc('2026-10-25T05:00+01:00'));
  });

  it('V12: 2 h over the weekend of the spring switch', () => {
    expect(due({ hours: 2, start: '2026-03-27T16:00+01:00' })).toBe(utc('2026-03-30T10:00+02:00'));
  });

  it('V13: a pause shifts due by the working time inside it', () => {
    const pause = statusAt('2026-06-01T15:00', 'Open', 'Waiting');
    const resume = statusAt('2026-06-02T11:00', 'Waiting', 'Open');
    const paused = cycleOf({ start: '2026-06-01T10:00', facts: [pause], now: '2026-06-01T20:00' });
    expect(paused).toMatchObject({ state: 'PAUSED', elapsedMs: 5 * HOUR, dueTime: undefined });
    expect(paused.dueIfResumedNow).toBe(at('2026-06-02T12:00'));
    expect(due({ start: '2026-06-01T10:00', facts: [pause, resume], now: '2026-06-02T12:00' })).toBe(
      utc('2026-06-02T14:00'),
    );
  });

  it('V14: a pause off hours shifts nothing', () => {
    const facts = [
      statusAt('2026-06-01T18:00', 'Open', 'Waiting'),
      statusAt('2026-06-02T08:00', 'Waiting', 'Open'),
    ];
    expect(due({ start: '2026-06-01T10:00', facts, now: '2026-06-02T09:00' })).toBe(utc('2026-06-02T10:00'));
  });

  it('V15: carry keeps the elapsed time when the goal changes', () => {
    const metric = { goals: [goalOf(2, is('priority', 'High')), goalOf(3)] };
    const facts = [fieldAt('2026-06-01T11:00', 'priority', ['High'], ['Medium'])];
    expect(
      due({
        metric,
        start: '2026-06-01T10:00',
        facts,
        initial: { priority: ['Medium'] },
        now: '2026-06-01T11:00',
      }),
    ).toBe(utc('2026-06-01T12:00'));
  });

  const retroactive: Partial<MetricDefinition> = {
    goals: [goalOf(2, is('priority', 'High'))],
    startFromField: 'created',
  };

  it('V16: a retroactive start may be breached when it attaches', () => {
    const facts = [fieldAt('2026-06-01T13:00', 'priority', ['High'])];
    const cycle = cycleOf({ metric: retroactive, start: '2026-06-01T10:00', facts, now: '2026-06-01T13:01' });
    expect(cycle).toMatchObject({
      startTime: at('2026-06-01T10:00'),
      dueTime: at('2026-06-01T12:00'),
      breached: true,
      breachTime: at('2026-06-01T13:00'),
    });
  });

  it('V17: a retroactive start deducts the pauses before it', () => {
    const facts = [
      statusAt('2026-06-01T10:30', 'Open', 'Waiting'),
      statusAt('2026-06-01T12:30', 'Waiting', 'Open'),
      fieldAt('2026-06-01T13:00', 'priority', ['High']),
    ];
    const metric = { ...retroactive, retroactivePause: true };
    const cycle = cycleOf({ metric, start: '2026-06-01T10:00', facts, now: '2026-06-01T13:00' });
    expect(cycle).toMatchObject({ elapsedMs: HOUR, pausedMs: 2 * HOUR, dueTime: at('2026-06-01T14:00') });
  });

  it('V18: each segment counts on the calendar of its time', () => {
    const metric: Partial<MetricDefinition> = {
      goals: [
        {
          ...goalOf(8),
          calendar: { kind: 'field', field: 'site', map: { york: 'york' }, fallback: 'berlin' },
        },
      ],
    };
    const facts = [fieldAt('2026-06-01T14:00', 'site', ['york'])];
    const cycle = cycleOf({ metric, start: '2026-06-01T10:00', facts, now: '2026-06-01T16:00' });
    expect(cycle).toMatchObject({ elapsedMs: 5 * HOUR, calendarId: 'york', dueTime: at('2026-06-01T19:00') });
  });

  it('V19: first 2 h, last 4 h, sum 7 h, span 12 h', () => {
    const facts = [
      statusAt('2026-06-01T11:00', 'Open', 'Done'),
      statusAt('2026-06-01T14:00', 'Done', 'Open'),
      statusAt('2026-06-01T15:00', 'Open', 'Done'),
      statusAt('2026-06-02T09:00', 'Done', 'Open'),
      statusAt('2026-06-02T13:00', 'Open', 'Done'),
    ];
    const reported = (method: MetricDefinition['method']) =>
      reportOf({
        metric: { method, start: [{ on: 'while', condition: is('status', 'Open') }], pause: [] },
        hours: 40,
        start: '2026-06-01T09:00',
        facts,
        now: '2026-06-03T09:00',
      }).metrics[0];
    expect(reported('first')?.reportedMs).toBe(2 * HOUR);
    expect(reported('last')?.reportedMs).toBe(4 * HOUR);
    expect(reported('sum')?.reportedMs).toBe(7 * HOUR);
    expect(reported('span')?.reportedMs).toBe(12 * HOUR);
    expect(reported('every')?.completedCycles.map((cycle) => cycle.elapsedMs / HOUR)).toEqual([2, 1, 4]);
  });

  it('V20: business time and wall time', () => {
    expect(cycleOf({ start: '2026-06-01T14:00', now: '2026-06-02T09:00' })).toMatchObject({
      elapsedMs: 3 * HOUR,
      actualElapsedMs: 19 * HOUR,
    });
  });

  it('V21: one business day is not 24 h of working time', () => {
    const goal = { ...goalOf(8), target: { kind: 'businessDays', days: 1, endOfDay: false } as const };
    expect(due({ metric: { goals: [goal] }, start: '2026-06-01T10:00' })).toBe(utc('2026-06-02T10:00'));
    expect(due({ hours: 24, start: '2026-06-01T10:00' })).toBe(utc('2026-06-04T10:00'));
  });

  it('V22: an extension counts on the goal calendar from the original target', () => {
    const extend: Fact = {
      kind: 'extend',
      at: at('2026-06-01T12:00'),
      id: '900',
      by: 'boss',
      metricId: 'm',
      ms: 5 * HOUR,
      from: 'target',
      reason: 'agreed by phone',
    };
    const cycle = cycleOf({ hours: 4, start: '2026-06-01T10:00', facts: [extend], now: '2026-06-01T12:00' });
    expect(cycle).toMatchObject({ dueTime: at('2026-06-02T11:00'), originalDueTime: at('2026-06-01T14:00') });
    expect(cycle.extensions).toHaveLength(1);
  });

  it('V23: a zone of a quarter hour', () => {
    expect(due({ calendar: { zone: 'Asia/Kathmandu' }, hours: 1, start: '2026-06-01T03:00:00Z' })).toBe(
      '2026-06-01T04:15:00.000Z',
    );
  });

  it('V24: hours inside the repeated and the missing hour', () => {
    const calendar = compileCalendar(calendarOf({ week: { sun: [['02:30', '03:30']] } }));
    const on = (date: string): number => calendar.workingMs(at(`${date}T00:00:00Z`), at(`${date}T23:00:00Z`));
    expect(on('2026-10-25')).toBe(2 * HOUR);
    expect(on('2026-03-29')).toBe(HOUR / 2);
  });
});
