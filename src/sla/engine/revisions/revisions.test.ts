import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { inOrder } from '../machine/facts';
import { advance, continues, open, replay, reportOf, stateOf } from '../replay/replay';
import type { Cycle, RevisionScope, SlaDefinitions, SlaReport } from '../model';
import { definitionsArb, historyArb, instantArb } from '../testing/arbitrary';
import {
  at,
  calendarOf,
  definitionsOf,
  everyDay,
  goalOf,
  historyOf,
  is,
  metricOf,
  statusAt,
} from '../testing/build';
import { replaced, revisionsOf } from './former';
import { affectedMetrics } from './turns';

const cyclesOf = (report: SlaReport): readonly Cycle[] =>
  report.metrics.flatMap(({ completedCycles, ongoingCycle }) => [
    ...completedCycles,
    ...(ongoingCycle ? [ongoingCycle] : []),
  ]);

const changed = (
  before: SlaDefinitions,
  after: SlaDefinitions,
  until: number,
  scope: RevisionScope,
): SlaDefinitions => {
  const former = replaced(before, after, until, scope);
  const { former: past = [] } = before;
  return { ...after, version: before.version + 1, former: former === null ? past : [...past, former] };
};

const fourHours = definitionsOf(metricOf({ goals: [goalOf(4)] }));
const twoHours = definitionsOf(metricOf({ goals: [goalOf(2)] }));
const NOON = at('2026-06-01T12:00');
const started = historyOf('2026-06-01T10:00');
const finished = historyOf('2026-06-01T09:00', [statusAt('2026-06-01T11:30', 'Open', 'Done')]);
const only = (definitions: SlaDefinitions, history: typeof started, now: string) =>
  cyclesOf(replay(definitions, history, at(now)))[0];

describe('a target changed from four hours to two at noon', () => {
  it('with new only, leaves what is under way to its old promise', () => {
    const definitions = changed(fourHours, twoHours, NOON, 'new');
    expect(only(definitions, started, '2026-06-01T13:00')).toMatchObject({ dueTime: at('2026-06-01T14:00') });
    const later = historyOf('2026-06-01T12:00');
    expect(only(definitions, later, '2026-06-01T13:00')).toMatchObject({ dueTime: at('2026-06-01T14:00') });
    expect(only(definitions, later, '2026-06-01T13:00')?.goalDurationMs).toBe(2 * 3_600_000);
  });

  it('with the future only, keeps the time counted and aims at two hours from noon on', () => {
    const definitions = changed(fourHours, twoHours, NOON, 'future');
    const late = historyOf('2026-06-01T11:00');
    expect(only(definitions, late, '2026-06-01T12:30')).toMatchObject({
      dueTime: at('2026-06-01T13:00'),
      elapsedMs: 1.5 * 3_600_000,
      breached: false,
    });
    const used = historyOf('2026-06-01T09:00');
    expect(only(definitions, used, '2026-06-01T12:30')).toMatchObject({ breachTime: NOON, breached: true });
  });

  it('with a replay, measures what is under way again from its start', () => {
    const definitions = changed(fourHours, twoHours, NOON, 'replay');
    const used = historyOf('2026-06-01T09:00');
    expect(only(definitions, used, '2026-06-01T12:30')).toMatchObject({
      breachTime: at('2026-06-01T11:00'),
      breached: true,
    });
  });

  it.each(['new', 'future', 'replay'] as const)('never judges again what had finished: %s', (scope) => {
    const definitions = changed(fourHours, twoHours, NOON, scope);
    expect(only(definitions, finished, '2026-06-02T12:00')).toMatchObject({
      state: 'MET',
      goalDurationMs: 4 * 3_600_000,
      definitionsVersion: 1,
    });
  });

  it('judges again what finished since a date that was chosen', () => {
    const definitions = changed(fourHours, twoHours, at('2026-06-01T09:00') - 1, 'replay');
    expect(only(definitions, finished, '2026-06-02T12:00')).toMatchObject({
      state: 'BREACHED_STOPPED',
      goalDurationMs: 2 * 3_600_000,
    });
  });

  it('asked of an earlier instant, says what was said then', () => {
    const definitions = changed(fourHours, twoHours, NOON, 'replay');
    expect(only(definitions, started, '2026-06-01T11:00')?.goalDurationMs).toBe(4 * 3_600_000);
  });

  it('takes effect when it is said to, in a state stored before', () => {
    const definitions = changed(fourHours, twoHours, NOON, 'future');
    const { facts: _none, ...head } = started;
    const state = open(definitions, head);
    expect(reportOf(definitions, state, at('2026-06-01T11:00')).metrics[0]?.ongoingCycle?.dueTime).toBe(
      at('2026-06-01T14:00'),
    );
    expect(reportOf(definitions, state, at('2026-06-01T12:30')).metrics[0]?.ongoingCycle?.breachTime).toBe(
      NOON,
    );
  });

  it('tells the turn in the timeline', () => {
    const definitions = changed(fourHours, twoHours, NOON, 'future');
    const [metric] = replay(definitions, started, at('2026-06-01T13:00'), { trace: true }).metrics;
    expect(metric?.events.map(({ action }) => action)).toEqual(['start', 'recalc', 'goalChange']);
  });
});

describe('a reopened cycle', () => {
  it('of a sum follows the rule in force from then on', () => {
    const sum = (definitions: SlaDefinitions): SlaDefinitions => ({
      ...definitions,
      metrics: definitions.metrics.map((metric) => ({
        ...metric,
        method: 'sum' as const,
        start: [{ on: 'created' as const }, { on: 'changed' as const, field: 'status', to: ['Open'] }],
      })),
    });
    const definitions = changed(sum(fourHours), sum(twoHours), NOON, 'future');
    const history = historyOf('2026-06-01T09:00', [
      statusAt('2026-06-01T10:00', 'Open', 'Done'),
      statusAt('2026-06-01T14:00', 'Done', 'Open'),
    ]);
    expect(only(definitions, history, '2026-06-01T14:30')).toMatchObject({
      elapsedMs: 1.5 * 3_600_000,
      goalDurationMs: 2 * 3_600_000,
      dueTime: at('2026-06-01T15:00'),
    });
  });
});

describe('a scope that is widened', () => {
  const incidents = definitionsOf(metricOf({ scope: is('issuetype', 'Incident') }));
  const all = definitionsOf(metricOf());
  const history = historyOf('2026-06-01T10:00', [], { issuetype: ['Task'] });
  const touched = { ...history, facts: [statusAt('2026-06-01T13:00', 'Open', 'Work')] };

  it('takes in what is there from then on', () => {
    const definitions = changed(incidents, all, NOON, 'future');
    expect(only(definitions, history, '2026-06-01T13:00')?.startTime).toBe(NOON);
  });

  it('leaves what is there alone with new only, whatever happens to it later', () => {
    const definitions = changed(incidents, all, NOON, 'new');
    expect(only(definitions, history, '2026-06-01T13:00')).toBeUndefined();
    expect(only(definitions, touched, '2026-06-01T14:00')).toBeUndefined();
  });
});

describe('a changed calendar', () => {
  it('counts the past in the old hours and the future in the new', () => {
    const open = definitionsOf(metricOf({ goals: [goalOf(8)] }));
    const longer = { ...open, calendars: [calendarOf({ week: everyDay(['09:00', '21:00']) })] };
    const definitions = changed(open, longer, at('2026-06-01T18:00'), 'future');
    // Seven hours until closing at 17:00; the new hours are counted from 18:00 on.
    expect(only(definitions, started, '2026-06-01T20:00')).toMatchObject({
      dueTime: at('2026-06-01T19:00'),
      calendarId: 'berlin',
    });
  });

  it('leaves a cycle under way in its old hours with new only', () => {
    const open = definitionsOf(metricOf({ goals: [goalOf(8)] }));
    const longer = { ...open, calendars: [calendarOf({ week: everyDay(['09:00', '21:00']) })] };
    const definitions = changed(open, longer, NOON, 'new');
    expect(only(definitions, started, '2026-06-01T13:00')).toMatchObject({
      dueTime: at('2026-06-02T10:00'),
      calendarId: 'berlin',
    });
  });

  it('counts for goals of a space of its own too', () => {
    const spaces = [{ id: 'HR', goals: [goalOf(8, undefined, 'hr')] }];
    const open = definitionsOf(metricOf({ goals: [goalOf(1)], spaces }));
    const longer = { ...open, calendars: [calendarOf({ week: everyDay(['09:00', '21:00']) })] };
    const inSpace = historyOf('2026-06-01T10:00', [], { projectId: ['HR'] });
    const due = (scope: RevisionScope) =>
      only(changed(open, longer, NOON, scope), inSpace, '2026-06-01T13:00')?.dueTime;
    expect(due('new')).toBe(at('2026-06-02T10:00'));
    expect(due('future')).toBe(at('2026-06-01T18:00'));
  });
});

describe('goals given to a space', () => {
  const given = definitionsOf(
    metricOf({ goals: [goalOf(4)], spaces: [{ id: 'HR', goals: [goalOf(2, undefined, 'hr')] }] }),
  );
  const inSpace = historyOf('2026-06-01T10:00', [], { projectId: ['HR'] });

  it.each([
    ['new', '14:00', '4h'],
    ['future', '12:00', 'hr'],
    ['replay', '12:00', 'hr'],
  ] as const)('hold for what is under way as the scope says: %s', (scope, due, goal) => {
    const definitions = changed(fourHours, given, at('2026-06-01T11:00'), scope);
    expect(only(definitions, inSpace, '2026-06-01T11:30')).toMatchObject({
      dueTime: at(`2026-06-01T${due}`),
      goal: { id: goal },
    });
    expect(only(definitions, started, '2026-06-01T11:30')).toMatchObject({
      dueTime: at('2026-06-01T14:00'),
      goal: { id: '4h' },
    });
  });
});

describe('a metric that came, or went', () => {
  const none = definitionsOf([]);
  it('measures with new only what is created later', () => {
    const definitions = changed(none, twoHours, NOON, 'new');
    expect(only(definitions, started, '2026-06-01T13:00')).toBeUndefined();
    expect(only(definitions, historyOf('2026-06-01T12:30'), '2026-06-01T13:00')).toBeDefined();
  });

  it('lets what is under way finish with new only, and is forgotten where it measured nothing', () => {
    const definitions = changed(twoHours, none, NOON, 'new');
    expect(only(definitions, started, '2026-06-01T13:00')?.state).toBe('RUNNING');
    expect(replay(definitions, historyOf('2026-06-01T12:30'), at('2026-06-01T13:00')).metrics).toEqual([]);
  });
});

const bare = (cycles: readonly (Cycle | undefined)[]): readonly unknown[] =>
  JSON.parse(
    JSON.stringify(cycles, (key, value: unknown) => (key === 'definitionsVersion' ? undefined : value)),
  ) as unknown[];

/** Whether a cycle had ended at an instant, or when anything happened since, and is told to go on or to have ended later. */
const wasReopened = (
  definitions: SlaDefinitions,
  history: Parameters<typeof replay>[1],
  until: number,
  cycle: Cycle,
): boolean =>
  [until, ...history.facts.map(({ at }) => at).filter((at) => at > until)].some((at) =>
    cyclesOf(replay(definitions, history, at)).some(
      ({ n, startTime, stopTime }) =>
        n === cycle.n &&
        startTime === cycle.startTime &&
        stopTime !== undefined &&
        stopTime !== cycle.stopTime,
    ),
  );

const scopeArb = fc.constantFrom<RevisionScope>('new', 'future', 'replay');
const given = fc.tuple(definitionsArb, definitionsArb, historyArb, instantArb, instantArb);
const runs = { numRuns: 200 };

/** Without resets: an event that comes later may make a finished cycle invalid under any rule. */
const withoutReset = (definitions: SlaDefinitions): SlaDefinitions => ({
  ...definitions,
  metrics: definitions.metrics.map(({ reset: _reset, ...metric }) => metric),
});

describe('any change of the definitions', () => {
  it('for new cycles only changes no cycle that exists', () => {
    fc.assert(
      fc.property(given, ([one, two, history, until, now]) => {
        const [before, after] = [withoutReset(one), withoutReset(two)];
        const definitions = changed(before, after, until, 'new');
        const then = replay(before, history, now);
        for (const metric of replay(definitions, history, now).metrics) {
          const former = cyclesOf({ ...then, metrics: then.metrics.filter(({ id }) => id === metric.id) });
          for (const cycle of cyclesOf({ ...then, metrics: [metric] })) {
            // A cycle that had ended and was reopened follows the rule in force then.
            const same = former.find(({ n, stopTime }) => n === cycle.n && stopTime === cycle.stopTime);
            const follows =
              cycle.startTime >= until || same === undefined || wasReopened(before, history, until, same);
            if (!follows) expect(bare([cycle])).toEqual(bare([same]));
          }
        }
      }),
      runs,
    );
  });

  it('keeps what had finished as it was judged, unless it is reopened', () => {
    fc.assert(
      fc.property(given, scopeArb, ([one, two, history, until, now], scope) => {
        const [before, after] = [withoutReset(one), withoutReset(two)];
        const definitions = changed(before, after, until, scope);
        const then = bare(cyclesOf(replay(before, history, Math.min(now, until))));
        for (const cycle of cyclesOf(replay(definitions, history, now))) {
          const { definitionsVersion, stopTime } = cycle;
          if (definitionsVersion === undefined || stopTime === undefined) continue;
          if (stopTime < Math.min(now, until)) expect(then).toContainEqual(bare([cycle])[0]);
        }
      }),
      runs,
    );
  });

  it('gives the same replayed at once and continued from a stored state', () => {
    fc.assert(
      fc.property(given, scopeArb, fc.nat(14), ([before, after, history, until], scope, size) => {
        const definitions = changed(before, after, until, scope);
        const facts = inOrder(history.facts);
        const now = Math.max(until, history.createdAt, facts.at(-1)?.at ?? 0) + 50 * 3_600_000;
        const [early, late] = [facts.slice(0, size), facts.slice(size)];
        const state = stored(stateOf(definitions, { ...history, facts: early }));
        // What came before a change that is replayed needs the whole history.
        if (!continues(definitions, state, late)) return;
        const continued = reportOf(definitions, stored(advance(definitions, state, late)), now);
        expect(stored(continued)).toEqual(stored(replay(definitions, history, now)));
      }),
      runs,
    );
  });

  it('rolled back, leaves every number as it was', () => {
    fc.assert(
      fc.property(given, scopeArb, ([before, after, history, until, now], scope) => {
        const applied = changed(before, after, until, scope);
        const [restored = before] = revisionsOf(applied);
        const again: SlaDefinitions = { ...restored, version: applied.version + 1 };
        const { metrics } = replay(again, history, now);
        expect(stored(metrics)).toEqual(stored(replay(before, history, now).metrics));
      }),
      runs,
    );
  });
});

const stored = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;

describe('an agreement whose validity was changed at noon', () => {
  const agreement = {
    id: 'a',
    name: 'A',
    kind: 'SLA',
    provider: 'IT',
    consumers: [],
    affectsParent: 'none',
  } as const;
  const under = (validTo?: string) =>
    definitionsOf(metricOf({ agreementId: 'a', goals: [goalOf(4)] }), {
      agreements: [{ ...agreement, ...(validTo === undefined ? {} : { validTo }) }],
    });
  const ended = (scope: RevisionScope) => changed(under(), under('2026-05-31'), NOON, scope);

  it('leaves a cycle under way to the days it began under, unless it is to be measured again', () => {
    const now = '2026-06-01T13:00';
    expect(only(ended('new'), started, now)?.state).toBe('RUNNING');
    expect(only(ended('future'), started, now)?.state).toBe('RUNNING');
    expect(only(ended('replay'), started, now)).toBeUndefined();
  });

  it('starts nothing more after the change', () => {
    expect(only(ended('new'), historyOf('2026-06-01T12:30'), '2026-06-01T13:00')).toBeUndefined();
  });

  it('concerns the metrics under it, and no others', () => {
    expect([...affectedMetrics(ended('new'))]).toEqual(['m']);
    const elsewhere = (validTo: string) =>
      definitionsOf(metricOf({ goals: [goalOf(4)] }), { agreements: [{ ...agreement, validTo }] });
    expect(affectedMetrics(changed(elsewhere('2026-06-30'), elsewhere('2026-05-31'), NOON, 'new')).size).toBe(
      0,
    );
  });
});
