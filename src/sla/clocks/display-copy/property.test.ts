import { describe, expect, test } from '@jest/globals';
import { replay } from '../../engine';
import type { Fact, SlaDefinitions } from '../../engine/model';
import { definitions, HOUR, MINUTE, PROJECT, STATUS, underOneAgreement } from '../../testing/definitions';
import { fieldsOf } from './fields';
import { fingerprintOf, staleIn } from './fingerprint';
import { propertyOf } from './property';
import { promiseViewOf } from '../promise-view';

const T0 = Date.UTC(2026, 5, 1, 9);
const moved = (minutes: number, from: string, to: string, category?: readonly [string, string]): Fact => ({
  kind: 'change',
  at: T0 + minutes * MINUTE,
  id: String(100 + minutes),
  by: 'ann',
  changes: [
    { field: 'status', from: [from], to: [to] },
    ...(category ? [{ field: 'statusCategory', from: [category[0]], to: [category[1]] }] : []),
  ],
});
const report = (now: number, facts: readonly Fact[] = [], using: SlaDefinitions = definitions) =>
  replay(
    using,
    {
      issueId: '1',
      issueKey: 'T-1',
      createdAt: T0,
      reporter: 'rita',
      initial: { projectId: [PROJECT], status: [STATUS.open], statusCategory: ['new'], priority: ['3'] },
      facts,
    },
    T0 + now,
    { trace: true },
  );
const shownAt = (now: number, facts: readonly Fact[] = [], using = definitions) =>
  propertyOf(report(now, facts), using, 0);
const line = (shown: ReturnType<typeof shownAt>, id: string) =>
  Object.values(shown.metrics).find((metric) => metric.id === id);
const second = (ms: number): string => iso(ms).replace('.000Z', 'Z');
const iso = (ms: number): string => new Date(T0 + ms).toISOString();
const paused = moved(30, STATUS.open, STATUS.waiting, ['new', 'indeterminate']);
const resumed = moved(90, STATUS.waiting, STATUS.open, ['indeterminate', 'new']);

describe('the display copy', () => {
  test('tells the earliest due time ahead and no remaining time that ticks', () => {
    const shown = shownAt(10 * MINUTE);
    expect(shown).toMatchObject({ state: 'running', everBreached: 'no', nextDue: second(HOUR) });
    expect(Object.values(shown.metrics).every((metric) => metric.remainingMs === undefined)).toBe(true);
  });

  test('stays the same while nothing but time passes, changes when a due time is passed', () => {
    const early = shownAt(10 * MINUTE);
    expect(fingerprintOf(shownAt(50 * MINUTE))).toBe(fingerprintOf(early));
    const late = shownAt(HOUR + MINUTE);
    expect(late).toMatchObject({ state: 'breached', everBreached: 'yes', nextDue: second(4 * HOUR) });
    expect(fingerprintOf(late)).not.toBe(fingerprintOf(early));
  });

  test('a pause tells its reason, since when, and what is left', () => {
    const shown = shownAt(40 * MINUTE, [paused]);
    expect(shown).toMatchObject({ pausedReason: 'requester' });
    expect(line(shown, 'delivery')).toMatchObject({
      pausedSince: iso(30 * MINUTE),
      pauseReason: 'requester',
      remainingMs: 3.5 * HOUR,
    });
  });

  test('says what its clocks do, several things at once, and nothing of an issue that was never measured', () => {
    const answered: Fact = {
      kind: 'comment',
      at: T0 + MINUTE,
      id: '1',
      by: 'ann',
      author: 'agent',
      public: true,
    };
    expect(shownAt(40 * MINUTE, [answered, paused])).toMatchObject({
      running: 'no',
      paused: 'yes',
      completed: 'yes',
      notStarted: 'no',
      excused: 'no',
    });
    const away = propertyOf({ ...report(0), metrics: [] }, definitions, 0);
    expect(away).toEqual({ v: 2, dv: 1, state: 'none', everBreached: 'no', measured: 0, metrics: {} });
  });

  test('before anything has started, says only that', () => {
    const done = { ...report(0), metrics: report(0).metrics.map((metric) => ({ ...metric })) };
    const metrics = done.metrics.map(({ ongoingCycle: _none, ...metric }) => ({
      ...metric,
      state: 'NOT_STARTED' as const,
    }));
    const shown = propertyOf({ ...done, metrics }, definitions, 0);
    expect(shown).toMatchObject({ state: 'notStarted', notStarted: 'yes' });
    expect(shown).not.toHaveProperty('running');
    expect(line(shown, 'delivery')).toEqual({
      id: 'delivery',
      name: { en: 'Delivery', ru: 'Выполнение' },
      state: 'NOT_STARTED',
      breached: 'no',
      everBreached: 'no',
      agreement: '-',
      excused: 'no',
      next: 'no',
      times: 'none',
      pauseReason: '-',
    });
  });

  test('says of every metric what searches ask for, as JQL cannot ask a property for what is missing', () => {
    const shown = shownAt(40 * MINUTE, [paused]);
    expect(shown.measured).toBe(2);
    expect(line(shown, 'response')).toMatchObject({ agreement: '-', excused: 'no', next: 'yes' });
    expect(line(shown, 'delivery')).toMatchObject({ next: 'no', times: 'both', pauseReason: 'requester' });
    expect(line(shownAt(10 * MINUTE), 'delivery')).toMatchObject({ times: 'goal', pauseReason: '-' });
  });

  test('with a grace period, tells the end of it as the time of the breach', () => {
    const [first, delivery] = definitions.metrics;
    if (first === undefined || delivery === undefined) throw new Error('two metrics');
    const lenient = { ...definitions, metrics: [{ ...first, graceMs: MINUTE }, delivery] };
    const shown = shownAt(10 * MINUTE, [], lenient);
    expect(shown.nextDue).toBe(second(HOUR + MINUTE));
    expect(line(shown, 'response')).toMatchObject({ due: iso(HOUR), breachesAt: second(HOUR + MINUTE) });
  });

  test('says which breach below puts a clock at risk, from its second on', () => {
    const shownOf = (now: number) => propertyOf(report(now, [], underOneAgreement), underOneAgreement, 0);
    expect(line(shownOf(HOUR), 'delivery')).not.toHaveProperty('risk');
    expect(line(shownOf(HOUR + MINUTE), 'delivery')).toMatchObject({
      breached: 'no',
      risk: { by: 'response', at: second(HOUR) },
    });
    expect(line(shownOf(5 * HOUR), 'delivery')).not.toHaveProperty('risk');
  });

  test('tells what a finished clock took, what it should, and what was left', () => {
    const shown = shownAt(5 * HOUR, [moved(60, STATUS.open, STATUS.done, ['new', 'done'])]);
    expect(line(shown, 'delivery')).toMatchObject({
      state: 'MET',
      elapsedMs: HOUR,
      goalMs: 4 * HOUR,
      remainingMs: 3 * HOUR,
    });
    expect(line(shown, 'delivery')).not.toHaveProperty('breachesAt');
  });

  test('fits an issue property many times over', () => {
    expect(JSON.stringify(shownAt(40 * MINUTE, [paused])).length).toBeLessThan(2000);
  });
});

describe('the Jira fields', () => {
  const done = moved(300, STATUS.open, STATUS.done, ['new', 'done']);
  const answered: Fact = {
    kind: 'comment',
    at: T0 + MINUTE,
    id: '1',
    by: 'ann',
    author: 'agent',
    public: true,
  };
  test.each([
    ['while running', 10 * MINUTE, [], [second(HOUR), second(HOUR), null, 'Running', null]],
    [
      'once a due time has passed',
      2 * HOUR,
      [],
      [second(HOUR), second(4 * HOUR), null, 'Breached', 'Breached'],
    ],
    ['while paused', 40 * MINUTE, [answered, paused], [null, null, 210, 'Paused', null]],
    [
      'when all have ended in time',
      HOUR,
      [answered, moved(30, STATUS.open, STATUS.done, ['new', 'done'])],
      [null, null, 59, 'Met', 'Met'],
    ],
    ['when one was missed', 6 * HOUR, [answered, done], [null, null, -60, 'Breached', 'Breached']],
  ] as const)('show %s', (_when, now, facts, [nextDue, nextBreach, remaining, state, met]) => {
    expect(fieldsOf(shownAt(now, facts))).toEqual({ nextDue, nextBreach, remaining, state, met });
  });

  test('are written only when they change, apart from the property', () => {
    const early = shownAt(10 * MINUTE);
    const shown = fingerprintOf(early);
    expect(staleIn(undefined, early)).toEqual({ property: true, fields: true });
    expect(staleIn(shown, early)).toEqual({ property: false, fields: false });
    expect(staleIn(shown, { ...early, appFacts: 1 })).toEqual({ property: true, fields: false });
    expect(staleIn(shown, shownAt(2 * HOUR))).toEqual({ property: true, fields: true });
    // What records kept before there were fields.
    expect(staleIn(shown.split('.')[0], early)).toEqual({ property: false, fields: true });
  });
});

describe('the promise a requester sees', () => {
  const delivery = (now: number, facts: readonly Fact[]) => {
    const metric = report(now, facts).metrics.find(({ id }) => id === 'delivery');
    if (metric === undefined) throw new Error('no delivery');
    return metric;
  };

  test('says why the date moved, oldest first', () => {
    const view = promiseViewOf(delivery(2 * HOUR, [paused, resumed]), 'date');
    expect(view).toMatchObject({ state: 'running', dueTime: T0 + 5 * HOUR, originalDueTime: T0 + 4 * HOUR });
    expect(view?.moved).toEqual([
      { at: T0 + 30 * MINUTE, code: 'paused', params: { reason: 'requester' } },
      { at: T0 + 90 * MINUTE, code: 'resumed', params: { reason: 'requester', pausedMs: String(HOUR) } },
    ]);
  });

  test('says of a pause when it would be due if work went on now, and of lateness since when', () => {
    expect(promiseViewOf(delivery(HOUR, [paused]), 'date')).toMatchObject({
      state: 'paused',
      dueIfResumedTime: T0 + 4.5 * HOUR,
    });
    expect(promiseViewOf(delivery(5 * HOUR, []), 'date')).toMatchObject({ lateSince: T0 + 4 * HOUR });
    expect(promiseViewOf(delivery(HOUR, [paused]), 'state')).not.toHaveProperty('dueIfResumedTime');
    expect(promiseViewOf(delivery(5 * HOUR, []), 'state')).not.toHaveProperty('lateSince');
  });

  test('tells no date where the metric shows its state only, and nothing where it is hidden', () => {
    const view = promiseViewOf(delivery(2 * HOUR, [paused, resumed]), 'state');
    expect(view).toMatchObject({ state: 'running', moved: [] });
    expect(view).not.toHaveProperty('dueTime');
    expect(promiseViewOf(delivery(2 * HOUR, []), 'hidden')).toBeNull();
    const done = moved(60, STATUS.open, STATUS.done, ['new', 'done']);
    expect(promiseViewOf(delivery(3 * HOUR, [done]), 'state')).not.toHaveProperty('stoppedTime');
  });

  test.each([
    ['running', HOUR, []],
    ['late', 5 * HOUR, []],
    ['paused', HOUR, [paused]],
    ['kept', 3 * HOUR, [moved(60, STATUS.open, STATUS.done, ['new', 'done'])]],
    ['broken', 9 * HOUR, [moved(300, STATUS.open, STATUS.done, ['new', 'done'])]],
  ] as const)('is %s', (state, now, facts) => {
    expect(promiseViewOf(delivery(now, facts), 'date')?.state).toBe(state);
  });
});

describe('what requesters may not see', () => {
  const seenAs = (visibility: 'hidden' | 'state'): SlaDefinitions => ({
    ...definitions,
    metrics: definitions.metrics.map((each) => (each.id === 'delivery' ? { ...each, visibility } : each)),
  });
  const only = (using: SlaDefinitions) => ({
    ...using,
    metrics: using.metrics.filter(({ id }) => id === 'delivery'),
  });

  test('is not in the copy that everybody may read, nor in what is searched and listed', () => {
    const shown = shownAt(HOUR, [], seenAs('hidden'));
    expect(line(shown, 'delivery')).toBeUndefined();
    const alone = only(seenAs('hidden'));
    const nothing = propertyOf(report(10 * HOUR, [], alone), alone, 0);
    expect(nothing).toMatchObject({ state: 'none', metrics: {} });
    expect(nothing.nextDue).toBeUndefined();
    expect(Object.values(fieldsOf(nothing)).every((value) => value === null)).toBe(true);
  });

  test('is the date of a metric of which the state alone is told', () => {
    const alone = only(seenAs('state'));
    const shown = propertyOf(report(HOUR, [], alone), alone, 0);
    expect(line(shown, 'delivery')).toMatchObject({ state: 'RUNNING', breached: 'no' });
    expect(JSON.stringify(shown)).not.toMatch(/due|breachesAt|goal/i);
    expect(fieldsOf(shown)).toMatchObject({ nextDue: null, state: 'Running' });
  });

  test('is when such a metric stopped, and since when its breach puts another at risk', () => {
    const alone = only(seenAs('state'));
    const done = moved(60, STATUS.open, STATUS.done, ['new', 'done']);
    const shown = propertyOf(report(3 * HOUR, [done], alone), alone, 0);
    expect(line(shown, 'delivery')).toMatchObject({ state: 'MET', times: 'withheld' });
    expect(line(shown, 'delivery')).not.toHaveProperty('stopped');
    const below: SlaDefinitions = {
      ...underOneAgreement,
      metrics: underOneAgreement.metrics.map((each) =>
        each.id === 'response' ? { ...each, visibility: 'state' } : each,
      ),
    };
    const copy = propertyOf(report(HOUR + MINUTE, [], below), below, 0);
    expect(line(copy, 'delivery')).toBeDefined();
    expect(line(copy, 'delivery')).not.toHaveProperty('risk');
  });
});
