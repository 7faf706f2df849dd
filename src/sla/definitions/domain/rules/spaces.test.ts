import fc from 'fast-check';
import { replay } from '../../../engine/replay/replay';
import type { MetricDefinition } from '../../../engine/model';
import {
  at,
  calendarOf,
  definitionsOf,
  fieldAt,
  goalOf,
  historyOf,
  HOUR,
  is,
  metricOf,
} from '../../../engine/testing/build';
import { copiedGoals, driftingSpaces, driftOf } from './drift';
import { goalsOf, withEachCalendar } from '../../../engine/model/goals-of';
import { scopeWithSpaces } from './space-scope';
import { validateDefinitions } from './validate';

const high = is('priority', 'High');
const standard = [goalOf(4, high), goalOf(8)];
const ownOf = (...goals: MetricDefinition['goals']) =>
  metricOf({ goals: standard, spaces: [{ id: 'A', goals }] });

const measured = (metric: MetricDefinition, projectId: string, priority = 'Low') =>
  replay(
    definitionsOf(metric),
    historyOf('2026-06-01T10:00', [], { projectId: [projectId], priority: [priority] }),
    at('2026-06-01T11:00'),
    { trace: true },
  ).metrics[0];

describe("a space's own goals", () => {
  const metric = ownOf(goalOf(2, high, 'own-high'));

  it('are tried before the standard in the space, and nowhere else', () => {
    expect(measured(metric, 'A', 'High')?.ongoingCycle).toMatchObject({
      goal: { id: 'own-high', order: 1 },
      goalDurationMs: 2 * HOUR,
    });
    expect(measured(metric, 'B', 'High')?.ongoingCycle?.goal).toMatchObject({ id: '4h', order: 1 });
  });

  it('leave to the standard what they say nothing of', () => {
    expect(measured(metric, 'A')?.ongoingCycle?.goal).toMatchObject({ id: '8h', order: 2 });
  });

  it('are told as passed over where they could have matched only', () => {
    const passed = (space: string) =>
      measured(metric, space)?.events[0]?.rejected?.map(({ goalId }) => goalId);
    expect(passed('A')).toEqual(['own-high', '4h']);
    expect(passed('B')).toEqual(['4h']);
  });

  it('hold from the moment an issue moves into the space', () => {
    const moved = [fieldAt('2026-06-01T11:00', 'projectId', ['A'], ['B'])];
    const history = historyOf('2026-06-01T10:00', moved, { projectId: ['B'], priority: ['High'] });
    const [cycle] = replay(definitionsOf(metric), history, at('2026-06-01T11:30')).metrics;
    expect(cycle?.ongoingCycle).toMatchObject({ goal: { id: 'own-high' }, dueTime: at('2026-06-01T12:00') });
  });

  it('make no difference while they are those of the standard', () => {
    fc.assert(
      fc.property(fc.constantFrom('A', 'B'), fc.constantFrom('High', 'Low'), (space, priority) => {
        let n = 0;
        const alike = ownOf(...copiedGoals(standard, () => `copy-${n++}`));
        const told = (from: MetricDefinition) => {
          const cycle = measured(from, space, priority)?.ongoingCycle;
          return { due: cycle?.dueTime, order: cycle?.goal.order };
        };
        expect(told(alike)).toEqual(told(metricOf({ goals: standard })));
        expect(driftingSpaces(alike)).toEqual([]);
      }),
      { numRuns: 8 },
    );
  });

  it('change with the others when every calendar does', () => {
    const night = { kind: 'fixed', calendarId: 'night' } as const;
    const moved = withEachCalendar(metric, () => night);
    expect(goalsOf(moved).map(({ calendar }) => calendar)).toEqual([night, night, night]);
  });

  it('count on the calendar of the metric unless they name one', () => {
    const night = { kind: 'fixed', calendarId: 'night' } as const;
    const [own, ...others] = goalsOf({
      ...metric,
      spaces: [{ id: 'HR', goals: [{ ...goalOf(1), calendar: night }] }],
    });
    expect(own?.calendar).toEqual(night);
    expect(others.map(({ calendar }) => calendar)).toEqual([metric.calendar, metric.calendar]);
  });
});

describe('drift', () => {
  const kinds = (...own: MetricDefinition['goals']) =>
    driftOf(metricOf({ goals: standard }), own).map(({ kind }) => kind);

  it('is none for the same promise under another name', () => {
    expect(kinds({ ...goalOf(4, high, 'own'), name: 'Urgent' })).toEqual([]);
  });
  it('is another target or calendar for the same issues', () => {
    const night = { kind: 'fixed', calendarId: 'night' } as const;
    expect(
      driftOf(metricOf({ goals: standard }), [{ ...goalOf(4, high, 'own'), calendar: night }]),
    ).toMatchObject([{ kind: 'differs', own: { id: 'own' }, standard: { id: '4h' } }]);
  });
  it('is a goal the standard has not', () =>
    expect(kinds(goalOf(1, is('type', 'VIP'), 'vip'))).toEqual(['added']));
  it('is a goal of the standard that is never reached', () =>
    expect(kinds(goalOf(8, undefined, 'all'))).toEqual(['dropped']));
  it('is another order', () =>
    expect(kinds(goalOf(8, { all: [] }, 'all'), goalOf(4, high, 'own'))).toEqual(['order']));
});

describe('a scope with more spaces', () => {
  it('has them in its list of spaces, each once', () => {
    expect(scopeWithSpaces(is('projectId', 'A'), ['A', 'B'])).toEqual(is('projectId', 'A', 'B'));
    expect(scopeWithSpaces({ all: [high, is('projectId', 'A')] }, ['B'])).toEqual({
      all: [high, is('projectId', 'A', 'B')],
    });
  });
  it('can not be made of one that names spaces elsewhere, or none', () => {
    expect(scopeWithSpaces({ all: [] }, ['B'])).toBeNull();
    expect(scopeWithSpaces({ any: [high, is('projectId', 'A')] }, ['B'])).toBeNull();
  });
});

describe('rules about spaces', () => {
  const problems = (parts: Partial<MetricDefinition>) =>
    validateDefinitions(
      definitionsOf(metricOf({ goals: standard, ...parts }), { calendars: [calendarOf()] }),
    ).map(({ code, at }) => `${code} ${at}`);

  it.each<[string, Partial<MetricDefinition>]>([
    [
      'SPACE_OUT_OF_SCOPE spaces.0',
      { scope: is('projectId', 'B'), spaces: [{ id: 'A', goals: [goalOf(1)] }] },
    ],
    ['SPACE_WITHOUT_GOALS spaces.0', { spaces: [{ id: 'A', goals: [] }] }],
    [
      'SPACE_TWICE spaces.1',
      {
        spaces: [
          { id: 'A', goals: [goalOf(1)] },
          { id: 'A', goals: [goalOf(2)] },
        ],
      },
    ],
    ['TARGET_ZERO spaces.0.goals.0.target', { spaces: [{ id: 'A', goals: [goalOf(0)] }] }],
    ['DUPLICATE_ID spaces.0.goals.0.id', { spaces: [{ id: 'A', goals: [goalOf(8)] }] }],
    ['GOAL_UNREACHABLE spaces.0.goals.1', { spaces: [{ id: 'A', goals: [goalOf(1), goalOf(2, high)] }] }],
  ])('find %s', (expected, parts) => expect(problems(parts)).toContain(expected));

  it('find nothing wrong with a space that says something of some issues only', () => {
    expect(
      problems({ scope: is('projectId', 'A'), spaces: [{ id: 'A', goals: [goalOf(2, high)] }] }),
    ).toEqual([]);
  });
});
