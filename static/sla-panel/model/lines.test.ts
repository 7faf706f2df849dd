import { describe, expect, it } from '@jest/globals';
import * as v from 'valibot';
import type { SlaProperty } from '../../../src/sla/clocks/domain/property';
import type { Cycle } from '../../../src/sla/engine/model';
import { DEFAULT_BANDS } from '../../../src/sla/definitions/domain/display/model';
import { possibleActions } from '../why/possible-actions';
import { linesFromProperty, propertySchema } from './from-property';
import { inOrder, type Line } from './line';
import { statusOf } from './status';

const line = (id: string, over: Partial<Line> = {}): Line => ({
  id,
  name: { en: id },
  state: 'running',
  breached: false,
  remainingMs: 1000,
  goalMs: 4000,
  zone: 'UTC',
  ...over,
});

describe('the order of promises', () => {
  it('is breached and running, soonest due, waiting, paused, then finished with the newest first', () => {
    const lines = [
      line('old', { state: 'met', stopped: 1 }),
      line('new', { state: 'missed', stopped: 2 }),
      line('paused', { state: 'paused' }),
      line('later', { due: 9 }),
      line('sooner', { due: 5 }),
      line('waiting', { state: 'waiting' }),
      line('over', { breached: true, due: 7 }),
    ];
    expect(inOrder(lines).map((each) => each.id)).toEqual([
      'over',
      'sooner',
      'later',
      'waiting',
      'paused',
      'new',
      'old',
    ]);
  });
});

describe('the word for a promise', () => {
  it.each([
    [line('a', { remainingMs: 3000 }), 'onTrack'],
    [line('a', { remainingMs: 2000 }), 'halfway'],
    [line('a', { remainingMs: 1000 }), 'dueSoon'],
    [line('a', { remainingMs: -1, breached: true }), 'overdue'],
    [line('a', { remainingMs: 3000, resumesAt: 5 }), 'offHours'],
    [line('a', { remainingMs: null, goalMs: null }), 'onTrack'],
    [line('a', { remainingMs: 3000, risk: { name: { en: 'b' }, at: 1, elsewhere: false } }), 'atRisk'],
    [line('a', { remainingMs: 1000, risk: { name: { en: 'b' }, at: 1, elsewhere: false } }), 'dueSoon'],
    [line('a', { breached: true, risk: { name: { en: 'b' }, at: 1, elsewhere: false } }), 'overdue'],
    [
      line('a', { remainingMs: 3000, bands: { ...DEFAULT_BANDS, attention: { percent: 80, minutes: 0 } } }),
      'halfway',
    ],
    [
      line('a', {
        remainingMs: 60_000,
        goalMs: null,
        bands: { ...DEFAULT_BANDS, warning: { percent: 0, minutes: 1 } },
      }),
      'dueSoon',
    ],
    [line('a', { state: 'paused' }), 'paused'],
    [line('a', { state: 'paused', breached: true }), 'pausedOverdue'],
    [line('a', { state: 'met' }), 'met'],
  ] as const)('follows from what is left: %#', (given, word) => {
    expect(statusOf(given)).toBe(word);
  });
});

describe('the copy in the property', () => {
  const SAID = { agreement: '-', excused: 'no', next: 'no', times: 'none', pauseReason: '-' } as const;
  const written: SlaProperty = {
    v: 2,
    dv: 3,
    state: 'running',
    everBreached: 'no',
    running: 'yes',
    measured: 2,
    asOf: '2026-06-01T08:00:00.000Z',
    metrics: {
      m1: {
        id: 'delivery',
        name: { en: 'Delivery' },
        state: 'RUNNING',
        breached: 'no',
        everBreached: 'no',
        ...SAID,
        due: '2026-06-01T12:00:00.000Z',
        zone: 'UTC',
      },
      m2: {
        id: 'other',
        name: { en: 'Other' },
        state: 'NOT_STARTED',
        breached: 'no',
        everBreached: 'no',
        ...SAID,
      },
    },
  };
  const property = v.parse(propertySchema, written);

  it('shows what runs and leaves out what has not started', () => {
    const lines = linesFromProperty(property, Date.parse('2026-06-01T11:59:00Z'));
    expect(lines.map((each) => [each.id, each.state, each.breached])).toEqual([
      ['delivery', 'running', false],
    ]);
  });

  it('is overdue once its due instant has passed, though nobody has rewritten it', () => {
    expect(linesFromProperty(property, Date.parse('2026-06-01T12:00:01Z'))[0]?.breached).toBe(true);
  });

  it('is not overdue while the grace behind its due instant lasts', () => {
    const graced = v.parse(propertySchema, {
      ...written,
      metrics: { m1: { ...written.metrics['m1'], breachesAt: '2026-06-01T12:30:00Z' } },
    });
    const isOverdue = (now: string) => linesFromProperty(graced, Date.parse(now))[0]?.breached;
    expect(isOverdue('2026-06-01T12:29:59Z')).toBe(false);
    expect(isOverdue('2026-06-01T12:30:01Z')).toBe(true);
  });

  it.each([
    [{ ...property, v: 1 }],
    [{ ...property, asOf: 'yesterday' }],
    [{ ...property, metrics: 'all' }],
    ['<b>'],
  ])('is refused when it is not what the app writes: %#', (value) => {
    expect(v.safeParse(propertySchema, value).success).toBe(false);
  });
});

const cycle = (over: object = {}): Cycle =>
  ({ n: 1, segments: [], breached: false, ...over }) as unknown as Cycle;

describe('what somebody may do', () => {
  const all = { pause: true, extend: true, excuse: true };
  const pause = { kind: 'pause', at: 1, id: 'a', by: null, reason: 'x', metricId: 'a' } as const;

  it('is pausing and extending while it runs, going on while paused by hand', () => {
    expect(possibleActions(line('a'), cycle(), { facts: [], may: all })).toEqual(['pause', 'extend']);
    const held = { facts: [pause], may: all };
    expect(possibleActions(line('a', { state: 'paused' }), cycle(), held)).toEqual(['resume', 'extend']);
    const other = { facts: [{ ...pause, metricId: 'b' }], may: all };
    expect(possibleActions(line('a'), cycle(), other)).toEqual(['pause', 'extend']);
  });

  it('is only excusing once it is over and was broken, and nothing without the permission', () => {
    const broken = cycle({ breached: true });
    expect(possibleActions(line('a', { state: 'missed' }), broken, { facts: [], may: all })).toEqual([
      'excuse',
    ]);
    expect(possibleActions(line('a', { state: 'met' }), cycle(), { facts: [], may: all })).toEqual([]);
    const may = { pause: false, extend: false, excuse: false };
    expect(possibleActions(line('a'), broken, { facts: [pause], may })).toEqual([]);
  });
});
