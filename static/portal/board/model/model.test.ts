import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { BoardRow } from '../../../../src/sla/board/domain/answers';
import type { Forecast } from '../../../../src/sla/engine/forecast/model';
import { boardOf, boardRow } from '../../testing/board';
import { statusOf } from '../../../sla-panel/model/status';
import { calendarsOf } from './calendars';
import { clockAt, urgencyOf, URGENCIES } from './clock';
import { isCut } from './cut';
import { endOfDay } from './end-of-day';
import { CARDS, cardsOf, filterFrom, GROUPINGS, isOnCard, searchOf, within } from './filter';
import { groupsOf } from './group';

const HOUR = 3_600_000;
/** A Thursday, 10:00 in Berlin. */
const NOW = Date.UTC(2026, 10, 26, 9);
const TONIGHT = Date.UTC(2026, 10, 26, 23);

const running = (dueIn: number, more: Partial<BoardRow> = {}): BoardRow =>
  boardRow({ dueTime: NOW + dueIn, breachesAfter: NOW + dueIn, remainingMs: dueIn, ...more });
const paused = (more: Partial<BoardRow> = {}): BoardRow =>
  boardRow({ state: 'paused', pauseReason: 'requester', remainingMs: 2 * HOUR, ...more });
const clock = (row: BoardRow) => clockAt(row, undefined, NOW, TONIGHT);

describe('how a clock presses', () => {
  it.each([
    [running(-1), 'overdue'],
    [running(0), 'hour'],
    [running(HOUR), 'hour'],
    [running(HOUR + 1), 'fourHours'],
    [running(4 * HOUR + 1), 'today'],
    [running(TONIGHT - NOW + 1), 'later'],
    [running(-1, { breachesAfter: NOW + 60_000 }), 'hour'],
    [running(9 * HOUR, { breached: true }), 'overdue'],
    [paused({ breached: true }), 'paused'],
  ] as const)('follows from its due instant: %#', (row, urgency) => {
    expect(urgencyOf(row, NOW, TONIGHT, null)).toBe(urgency);
  });

  it('ends the day where the viewer is, on short and long days too', () => {
    expect(endOfDay(NOW, 'Europe/Berlin')).toBe(TONIGHT);
    expect(endOfDay(NOW, 'Pacific/Kiritimati')).toBe(Date.UTC(2026, 10, 26, 10));
    expect(endOfDay(Date.UTC(2026, 2, 29, 0), 'Europe/Berlin')).toBe(Date.UTC(2026, 2, 29, 22));
    expect(endOfDay(Date.UTC(2026, 9, 25, 0), 'Europe/Berlin')).toBe(Date.UTC(2026, 9, 25, 23));
  });

  it('is counted once among the urgencies, and on every card that holds it', () => {
    const counts = CARDS.map((card) => isOnCard(clock(running(HOUR / 2)), card, TONIGHT));
    expect(counts).toEqual([false, true, true, true, false, false]);
    const evening = TONIGHT - HOUR;
    const tomorrow = clockAt(
      boardRow({ dueTime: TONIGHT + HOUR, remainingMs: 2 * HOUR }),
      undefined,
      evening,
      TONIGHT,
    );
    expect(CARDS.filter((card) => isOnCard(tomorrow, card, TONIGHT))).toEqual(['fourHours']);
  });
});

describe('what is likely to be late', () => {
  const forecast: Forecast = {
    among: 'similar',
    count: 20,
    longer: 15,
    medianMs: 6 * HOUR,
    leftMs: 2 * HOUR,
    likely: true,
    confidence: 'medium',
  };
  const likely = (row: BoardRow): boolean => isOnCard(clock({ ...row, forecast }), 'likely', TONIGHT);

  it('is on its card wherever else it is, paused too, until it is late', () => {
    expect([running(HOUR), running(99 * HOUR), paused()].map(likely)).toEqual([true, true, true]);
    expect([running(-1), running(HOUR, { breached: true })].map(likely)).toEqual([false, false]);
    expect(isOnCard(clock(running(HOUR)), 'likely', TONIGHT)).toBe(false);
  });

  it('has a card only where something is forecast', () => {
    expect(cardsOf({ forecasts: true })).toEqual(CARDS);
    expect(cardsOf({ forecasts: false })).toEqual(['overdue', 'hour', 'fourHours', 'today', 'paused']);
  });
});

describe('working time on the board', () => {
  const nine = [['09:00', '17:00']] as const;
  const week = { mon: nine, tue: nine, wed: nine, thu: nine, fri: nine };
  const calendar = {
    id: 'berlin',
    name: 'Berlin',
    zone: 'Europe/Berlin',
    week,
    holidays: [],
    holidaySetIds: [],
    exceptions: [],
  };
  const calendars = calendarsOf(3, {
    calendars: [calendar, { ...calendar, id: 'none', week: {} }],
    holidaySets: [],
  });
  const row = running(24 * HOUR, { calendarId: 'berlin' });

  it('runs with the calendar and stands still after hours', () => {
    const at = (now: number) => clockAt(row, calendars.byId('berlin'), now, TONIGHT).line;
    expect(at(NOW).remainingMs).toBe(8 * HOUR);
    expect(at(NOW + HOUR)).toMatchObject({ remainingMs: 7 * HOUR });
    expect(at(NOW + HOUR).resumesAt).toBeUndefined();
    const evening = Date.UTC(2026, 10, 26, 18);
    expect(at(evening)).toMatchObject({ remainingMs: HOUR, resumesAt: Date.UTC(2026, 10, 27, 8) });
    expect(at(evening + HOUR).remainingMs).toBe(HOUR);
    expect(at(NOW + 25 * HOUR).remainingMs).toBe(-HOUR);
  });

  it('presses by what is left, as its state says: on a Saturday too', () => {
    const saturday = Date.UTC(2026, 10, 28, 9);
    const monday = Date.UTC(2026, 10, 30, 8);
    const at = (minutes: number) =>
      clockAt(
        boardRow({
          dueTime: monday + minutes * 60_000,
          breachesAfter: monday + minutes * 60_000,
          calendarId: 'berlin',
        }),
        calendars.byId('berlin'),
        saturday,
        saturday + 13 * HOUR,
      );
    expect(at(5)).toMatchObject({ urgency: 'hour', line: { remainingMs: 5 * 60_000 } });
    expect(statusOf(at(5).line)).toBe('dueSoon');
    expect(at(180)).toMatchObject({ urgency: 'fourHours', line: { remainingMs: 3 * HOUR } });
    expect(at(300)).toMatchObject({ urgency: 'later' });
  });

  it('is what the backend read where the calendar is unknown, or gives no time', () => {
    expect(
      clockAt(running(HOUR, { remainingMs: 42 }), calendars.byId('gone'), NOW, TONIGHT).line.remainingMs,
    ).toBe(42);
    expect(calendars.byId('none')).toBeUndefined();
    expect(calendars.byId(null)?.workingMs(0, 5)).toBe(5);
  });

  it('keeps what a paused clock had', () => {
    expect(clockAt(paused(), calendars.byId('berlin'), NOW + 99 * HOUR, TONIGHT).line.remainingMs).toBe(
      2 * HOUR,
    );
  });
});

describe('the filter in the address', () => {
  it('survives the address bar', () => {
    const text = fc.option(fc.string({ minLength: 1 }));
    const filters = fc.record({
      card: fc.option(fc.constantFrom(...CARDS)),
      groupBy: fc.constantFrom(...GROUPINGS),
      metricId: text,
      spaceId: fc.option(fc.constantFrom('10000', '7')),
      team: text,
      wallboard: fc.boolean(),
    });
    fc.assert(
      fc.property(filters, (filter) => {
        expect(filterFrom(new URLSearchParams(searchOf(filter).toString()))).toEqual(filter);
      }),
    );
  });

  it('leaves out what it does not know', () => {
    const filter = filterFrom(new URLSearchParams('show=all&group=colour&space=1%20OR%201'));
    expect(filter).toMatchObject({ card: null, groupBy: 'urgency', spaceId: null });
  });

  it('takes the space for the team where Jira has none', () => {
    const clocks = [clock(running(1, { team: 'Network' })), clock(running(2))];
    const filter = filterFrom(new URLSearchParams('team=IT Services'));
    expect(within(clocks, filter)).toEqual([clocks[1]]);
    expect(within(clocks, filterFrom(new URLSearchParams('metric=reply')))).toEqual([]);
  });
});

describe('groups', () => {
  const clocks = [
    clock(running(-1)),
    clock(running(1, { team: 'Network' })),
    clock(running(2, { team: 'Network' })),
    clock(paused()),
    clock(paused({ pauseReason: 'vendor' })),
    clock(paused({ pauseReason: 'vendor' })),
  ];
  const keys = (groupBy: (typeof GROUPINGS)[number]) =>
    groupsOf(clocks, groupBy).map((group) => [group.key, group.clocks.length]);

  it('stand as they press, or by how much is under them', () => {
    expect(keys('urgency')).toEqual([
      ['overdue', 1],
      ['hour', 2],
      ['paused', 3],
    ]);
    expect(keys('team')).toEqual([
      ['IT Services', 4],
      ['Network', 2],
    ]);
    expect(keys('reason')).toEqual([
      ['vendor', 2],
      ['requester', 1],
      [null, 3],
    ]);
  });

  it('lose nothing and keep the order of the rows', () => {
    for (const groupBy of GROUPINGS) {
      for (const group of groupsOf(clocks, groupBy)) {
        const places = group.clocks.map((each) => clocks.indexOf(each));
        expect(places).toEqual([...places].sort((a, b) => a - b));
      }
      expect(groupsOf(clocks, groupBy).flatMap((group) => group.clocks)).toHaveLength(clocks.length);
    }
    expect(URGENCIES).toHaveLength(6);
  });
});

describe('what was not read', () => {
  it('makes a count a lower bound', () => {
    const board = boardOf([], { upcomingUntil: NOW + (2 + 96) * HOUR, moreBreached: true, paused: 'some' });
    expect(CARDS.filter((card) => isCut(board, card, NOW, TONIGHT))).toEqual([
      'overdue',
      'fourHours',
      'likely',
      'paused',
    ]);
    expect(CARDS.some((card) => isCut(boardOf([]), card, NOW, TONIGHT))).toBe(false);
  });
});
