import { describe, expect, it } from '@jest/globals';
import type { Agreement, Fact, MetricDefinition } from '../model';
import {
  agreementOf,
  at,
  becomes,
  changeAt,
  commentAt,
  definitionsOf,
  fieldAt,
  goalOf,
  historyOf,
  HOUR,
  is,
  metricOf,
  MINUTE,
  onBerlin,
  statusAt,
} from '../testing/build';
import { CREATED, cycleOf, lastOf, resultOf } from '../testing/ask';
import { replay } from './replay';

describe('one instant', () => {
  it('sees all items of one entry together', () => {
    const stop = { on: 'changed', field: 'status', to: ['Done'], and: is('resolution', 'Fixed') } as const;
    const both = changeAt(
      '2026-06-01T12:00',
      { field: 'status', from: ['Open'], to: ['Done'] },
      { field: 'resolution', from: [], to: ['Fixed'] },
    );
    expect(resultOf({ stop: [stop] }, [both], '2026-06-01T13:00').state).toBe('MET');
  });

  it('orders entries of the same time by their number, not as text', () => {
    const facts: Fact[] = [
      { ...statusAt('2026-06-01T12:00', 'Waiting', 'Open'), id: '1000' },
      { ...statusAt('2026-06-01T12:00', 'Open', 'Waiting'), id: '999' },
    ];
    expect(resultOf({}, facts, '2026-06-01T13:00').state).toBe('RUNNING');
  });

  it('stops and opens the next cycle in one transition only with method every', () => {
    const both = {
      start: [{ on: 'created' } as const, becomes('phase', '2')],
      stop: [becomes('status', 'Done')],
    };
    const fact = changeAt(
      '2026-06-01T12:00',
      { field: 'status', from: ['Open'], to: ['Done'] },
      { field: 'phase', from: ['1'], to: ['2'] },
    );
    expect(resultOf({ ...both, method: 'every' }, [fact], '2026-06-01T13:00')).toMatchObject({
      state: 'RUNNING',
      completedCycles: [{ n: 1 }],
      ongoingCycle: { n: 2 },
    });
    expect(resultOf({ ...both, method: 'last' }, [fact], '2026-06-01T13:00').ongoingCycle).toBeUndefined();
  });

  it('pauses before it starts: an issue created waiting is paused from the start', () => {
    expect(cycleOf({}, [], '2026-06-01T13:00', { status: ['Waiting'] })).toMatchObject({
      state: 'PAUSED',
      elapsedMs: 0,
      pausedMs: 3 * HOUR,
    });
  });
});

describe('starting and stopping', () => {
  it('does not start an issue created in a state that stops it', () => {
    const parts = { stop: [{ on: 'while', condition: is('status', 'Done') } as const] };
    expect(resultOf(parts, [], '2026-06-01T13:00', { status: ['Done'] }).state).toBe('NOT_STARTED');
  });

  it('starts while assigned when created assigned, not on "assigned from nobody"', () => {
    const assigned = { assignee: ['anna'] };
    const state = { on: 'while', condition: { field: 'assignee', op: 'set' } } as const;
    const event = { on: 'changed', field: 'assignee', edge: 'set' } as const;
    expect(resultOf({ start: [state] }, [], '2026-06-01T13:00', assigned).state).toBe('RUNNING');
    expect(resultOf({ start: [event] }, [], '2026-06-01T13:00', assigned).state).toBe('NOT_STARTED');
  });

  it('takes a public comment by an agent as a first response, not an internal one nor the app', () => {
    const parts = {
      stop: [{ on: 'commented', by: ['agent'], audience: 'public' } as const],
      method: 'first',
    } as const;
    const internal = commentAt('2026-06-01T10:30', 'agent', false);
    const app = commentAt('2026-06-01T10:40', 'app');
    expect(resultOf(parts, [internal, app], '2026-06-01T11:00').state).toBe('RUNNING');
    expect(
      resultOf(parts, [internal, app, commentAt('2026-06-01T10:50', 'agent')], '2026-06-01T11:00').state,
    ).toBe('MET');
  });

  it.each([
    ['public', 'MET', 50],
    ['internal', 'MET', 30],
    ['any', 'MET', 30],
  ] as const)('a note made public answers who waits for a %s comment once', (audience, state, minute) => {
    const stop = [{ on: 'commented', by: ['agent'], audience }] as const;
    const note = commentAt('2026-06-01T10:30', 'agent', false);
    const shown: Fact = {
      kind: 'comment',
      at: at('2026-06-01T10:50'),
      id: `${note.id}.1`,
      by: note.by,
      author: 'agent',
      public: true,
      shown: true,
    };
    const { completedCycles } = resultOf({ stop, method: 'every' }, [note, shown], '2026-06-01T11:00');
    expect(completedCycles.map(({ stopTime }) => stopTime)).toEqual([at(`2026-06-01T10:${minute}`)]);
    expect(resultOf({ stop }, [note, shown], '2026-06-01T11:00').state).toBe(state);
  });

  it('is not answered by somebody who is no agent', () => {
    const parts = { stop: [{ on: 'commented', by: ['agent', 'requester'], audience: 'any' } as const] };
    expect(resultOf(parts, [commentAt('2026-06-01T10:30', 'other')], '2026-06-01T11:00').state).toBe(
      'RUNNING',
    );
  });

  it('counts a stop before the start as met when asked to', () => {
    const parts = {
      start: [becomes('status', 'Work')],
      stop: [{ on: 'commented', by: ['agent'], audience: 'any' } as const],
    };
    const facts = [commentAt('2026-06-01T10:30', 'agent'), statusAt('2026-06-01T11:00', 'Open', 'Work')];
    expect(resultOf({ ...parts, stopBeforeStart: 'met' }, facts, '2026-06-01T12:00').state).toBe('MET');
    expect(resultOf({ ...parts, stopBeforeStart: 'ignore' }, facts, '2026-06-01T12:00').state).toBe(
      'RUNNING',
    );
  });

  it('cancels when a state start no longer holds, but lets a stop win', () => {
    const parts: Partial<MetricDefinition> = {
      start: [{ on: 'while', condition: is('status', 'Open') }],
      cancel: { when: 'startNoLongerHolds' },
      pause: [],
    };
    expect(
      cycleOf(parts, [statusAt('2026-06-01T12:00', 'Open', 'Parked')], '2026-06-01T13:00'),
    ).toMatchObject({
      state: 'CANCELLED',
      cancelledReason: 'startLeft',
    });
    expect(cycleOf(parts, [statusAt('2026-06-01T12:00', 'Open', 'Done')], '2026-06-01T13:00').state).toBe(
      'MET',
    );
  });

  it('cancels when the issue moves out of scope, and when it is deleted', () => {
    const parts = { scope: is('projectId', '1') };
    const moved = fieldAt('2026-06-01T12:00', 'projectId', ['2'], ['1']);
    const deleted: Fact = { kind: 'deleted', at: at('2026-06-01T12:00'), id: '9', by: null };
    expect(cycleOf(parts, [moved], '2026-06-01T13:00', { projectId: ['1'] }).cancelledReason).toBe('moved');
    expect(cycleOf({}, [deleted], '2026-06-01T13:00').cancelledReason).toBe('deleted');
  });

  it('does not apply outside its scope or without a goal', () => {
    expect(resultOf({ scope: is('projectId', '1') }, [], '2026-06-01T13:00').state).toBe('NOT_APPLICABLE');
    expect(resultOf({ goals: [goalOf(2, is('priority', 'High'))] }, [], '2026-06-01T13:00')).toMatchObject({
      state: 'NOT_APPLICABLE',
      notApplicableWhy: 'noGoal',
    });
  });

  it('undoes a stop left again within the window, as if it had never been', () => {
    const facts = [
      statusAt('2026-06-01T12:00', 'Open', 'Done'),
      statusAt('2026-06-01T12:20', 'Done', 'Open'),
    ];
    const cycle = cycleOf({ undoStopMs: 30 * MINUTE }, facts, '2026-06-01T13:00');
    expect(cycle).toMatchObject({ n: 1, state: 'RUNNING', elapsedMs: 3 * HOUR });
    expect(resultOf({ undoStopMs: 10 * MINUTE }, facts, '2026-06-01T13:00').state).toBe('MET');
  });
});

describe('pauses', () => {
  it('join several reasons without counting time twice, and report each', () => {
    const pause = [
      { reason: 'requester', when: is('status', 'Waiting') },
      { reason: 'vendor', when: is('blocked', 'yes') },
    ];
    const facts = [
      statusAt('2026-06-01T11:00', 'Open', 'Waiting'),
      fieldAt('2026-06-01T12:00', 'blocked', ['yes']),
      statusAt('2026-06-01T13:00', 'Waiting', 'Open'),
      fieldAt('2026-06-01T14:00', 'blocked', []),
    ];
    expect(cycleOf({ pause }, facts, '2026-06-01T15:00')).toMatchObject({
      elapsedMs: 2 * HOUR,
      pausedMs: 3 * HOUR,
      pausedBy: { requester: 2 * HOUR, vendor: HOUR },
    });
  });

  it('know their end when a field or a person says it, and end there', () => {
    const until = new Date(at('2026-06-01T14:00')).toISOString();
    const pause = [{ reason: 'scheduled', when: is('status', 'Waiting'), resumeAtField: 'until' }];
    const facts = [statusAt('2026-06-01T11:00', 'Open', 'Waiting')];
    const fields = { until: [until] };
    expect(cycleOf({ pause }, facts, '2026-06-01T12:00', fields)).toMatchObject({
      state: 'PAUSED',
      dueTime: at('2026-06-02T13:00'),
    });
    expect(cycleOf({ pause }, facts, '2026-06-01T15:00', fields)).toMatchObject({
      state: 'RUNNING',
      elapsedMs: 2 * HOUR,
    });
  });

  it('by hand last until resumed by hand', () => {
    const paused: Fact = { kind: 'pause', at: at('2026-06-01T11:00'), id: '1', by: 'anna', reason: 'manual' };
    const resumed: Fact = { kind: 'resume', at: at('2026-06-01T12:00'), id: '2', by: 'anna' };
    expect(cycleOf({}, [paused], '2026-06-01T13:00')).toMatchObject({
      state: 'PAUSED',
      pauseReason: 'manual',
    });
    expect(cycleOf({}, [paused, resumed], '2026-06-01T13:00')).toMatchObject({
      state: 'RUNNING',
      elapsedMs: 2 * HOUR,
    });
  });

  it('with a resume trigger last until it fires', () => {
    const parts = { resume: [{ on: 'commented', by: ['requester'], audience: 'any' } as const] };
    const facts = [
      statusAt('2026-06-01T11:00', 'Open', 'Waiting'),
      statusAt('2026-06-01T12:00', 'Waiting', 'Open'),
    ];
    expect(resultOf(parts, facts, '2026-06-01T13:00').state).toBe('PAUSED');
    const answered = [...facts, commentAt('2026-06-01T12:30', 'requester')];
    expect(cycleOf(parts, answered, '2026-06-01T13:00')).toMatchObject({
      state: 'RUNNING',
      elapsedMs: 1.5 * HOUR,
    });
  });

  it('after the breach stop the overrun but not the breach', () => {
    const facts = [statusAt('2026-06-01T13:00', 'Open', 'Waiting')];
    expect(cycleOf({ goals: [goalOf(2)] }, facts, '2026-06-02T13:00')).toMatchObject({
      state: 'PAUSED',
      breached: true,
      breachTime: at('2026-06-01T12:00'),
      remainingMs: -HOUR,
    });
  });

  it('of a child agreement pause the parent when it says so', () => {
    const parent = metricOf({ agreementId: 'sla', pause: [] });
    const child = metricOf({
      id: 'child',
      agreementId: 'uc',
      pause: [{ reason: 'vendor', when: is('status', 'Waiting') }],
    });
    const facts = [
      statusAt('2026-06-01T11:00', 'Open', 'Waiting'),
      statusAt('2026-06-01T12:00', 'Waiting', 'Open'),
    ];
    const elapsed = (affectsParent: Agreement['affectsParent']): number =>
      cycleOf(
        {},
        facts,
        '2026-06-01T13:00',
        {},
        definitionsOf([parent, child], {
          agreements: [
            agreementOf('sla', {}),
            agreementOf('uc', { kind: 'UC', parentId: 'sla', affectsParent }),
          ],
        }),
      ).elapsedMs;
    expect(elapsed('none')).toBe(3 * HOUR);
    expect(elapsed('pause')).toBe(2 * HOUR);
  });
});

describe('goals', () => {
  const byPriority = [goalOf(2, is('priority', 'High')), goalOf(8)];
  const raised = fieldAt('2026-06-01T13:00', 'priority', ['High'], ['Low']);
  const low = { priority: ['Low'] };

  it('carried into the past breach at the change, not before', () => {
    expect(cycleOf({ goals: byPriority }, [raised], '2026-06-01T14:00', low)).toMatchObject({
      breached: true,
      breachTime: at('2026-06-01T13:00'),
      dueTime: at('2026-06-01T12:00'),
      elapsedMs: 4 * HOUR,
    });
  });

  it('restarted begin a cycle at the change', () => {
    const metric = resultOf({ goals: byPriority, goalChange: 'restart' }, [raised], '2026-06-01T14:00', low);
    expect(metric.completedCycles).toMatchObject([{ state: 'CANCELLED', cancelledReason: 'newGoal' }]);
    expect(metric.ongoingCycle).toMatchObject({ n: 2, elapsedMs: HOUR, dueTime: at('2026-06-01T15:00') });
  });

  it('kept stay as they were at the start', () => {
    expect(
      cycleOf({ goals: byPriority, goalChange: 'keep' }, [raised], '2026-06-01T14:00', low).dueTime,
    ).toBe(at('2026-06-02T10:00'));
  });

  it('tell which were tried before the chosen one', () => {
    const start = resultOf({ goals: byPriority }, [], '2026-06-01T11:00', low).events[0];
    expect(start).toMatchObject({
      action: 'start',
      goalId: '8h',
      rejected: [{ goalId: '2h', unmet: [{ condition: is('priority', 'High') }] }],
    });
  });

  it('judge a finished cycle for good', () => {
    const facts = [
      statusAt('2026-06-01T13:00', 'Open', 'Done'),
      fieldAt('2026-06-01T14:00', 'priority', ['High'], ['Low']),
    ];
    expect(cycleOf({ goals: byPriority }, facts, '2026-06-01T15:00', low)).toMatchObject({
      state: 'MET',
      goal: { id: '8h' },
    });
  });
});

describe('dates as targets', () => {
  const goal = {
    id: 'agreed',
    name: 'agreed',
    target: { kind: 'dateField', field: 'duedate', time: '18:00', outside: 'previousClosing' } as const,
    calendar: onBerlin,
  };

  it('are due at the field, moved into working hours, and no pause moves them', () => {
    const facts = [statusAt('2026-06-01T11:00', 'Open', 'Waiting')];
    expect(cycleOf({ goals: [goal] }, facts, '2026-06-01T12:00', { duedate: ['2026-06-03'] }).dueTime).toBe(
      at('2026-06-03T17:00'),
    );
  });

  it('wait for the field when it is empty, and follow it when it changes', () => {
    expect(resultOf({ goals: [goal] }, [], '2026-06-01T12:00')).toMatchObject({
      state: 'NOT_STARTED',
      notApplicableWhy: 'noDate',
    });
    const set = fieldAt('2026-06-01T12:00', 'duedate', ['2026-06-03']);
    const moved = fieldAt('2026-06-01T13:00', 'duedate', ['2026-06-04'], ['2026-06-03']);
    expect(cycleOf({ goals: [goal] }, [set, moved], '2026-06-01T14:00').dueTime).toBe(at('2026-06-04T17:00'));
  });

  it('may be a wall time some working days ahead', () => {
    const relative = { ...goal, target: { kind: 'relative', days: 1, by: '16:00' } as const };
    expect(cycleOf({ goals: [relative] }, [], '2026-06-01T12:00').dueTime).toBe(at('2026-06-02T16:00'));
    const endOfDay = { ...goal, target: { kind: 'relative', days: 0, by: 'endOfDay' } as const };
    expect(cycleOf({ goals: [endOfDay] }, [], '2026-06-01T12:00').dueTime).toBe(at('2026-06-01T17:00'));
  });
});

describe('changing a cycle by hand', () => {
  const extend = (from: 'target' | 'now'): Fact => ({
    kind: 'extend',
    at: at('2026-06-01T13:00'),
    id: '5',
    by: 'boss',
    metricId: 'm',
    ms: 2 * HOUR,
    from,
    reason: 'agreed',
  });

  it('an extension after the breach mends it and remembers it', () => {
    const metric = resultOf({ goals: [goalOf(2)] }, [extend('now')], '2026-06-01T14:00');
    expect(lastOf(metric)).toMatchObject({
      breached: false,
      dueTime: at('2026-06-01T15:00'),
      remainingMs: HOUR,
    });
    expect(metric.everBreached).toBe(true);
  });

  it('a reset zeroes the running cycle and keeps the first promise', () => {
    const reset = { on: [becomes('status', 'Again')], finished: 'keep' } as const;
    const cycle = cycleOf({ reset }, [statusAt('2026-06-01T13:00', 'Open', 'Again')], '2026-06-01T14:00');
    expect(cycle).toMatchObject({
      startTime: at('2026-06-01T13:00'),
      elapsedMs: HOUR,
      originalDueTime: at('2026-06-02T10:00'),
      dueTime: at('2026-06-02T13:00'),
    });
  });

  it('a reset of a paused cycle leaves it paused from now', () => {
    const reset = {
      on: [{ on: 'commented', by: ['requester'], audience: 'any' } as const],
      finished: 'keep',
    } as const;
    const facts = [
      statusAt('2026-06-01T11:00', 'Open', 'Waiting'),
      commentAt('2026-06-01T13:00', 'requester'),
    ];
    expect(cycleOf({ reset }, facts, '2026-06-01T14:00')).toMatchObject({
      state: 'PAUSED',
      pausedSince: at('2026-06-01T13:00'),
      pausedMs: HOUR,
      elapsedMs: 0,
    });
  });

  it('an excuse stays with its cycle', () => {
    const excuse: Fact = {
      kind: 'excuse',
      at: at('2026-06-02T13:00'),
      id: '6',
      by: 'boss',
      metricId: 'm',
      cycle: 1,
      category: 'force majeure',
      reason: 'flood',
    };
    expect(cycleOf({ goals: [goalOf(2)] }, [excuse], '2026-06-02T14:00')).toMatchObject({
      breached: true,
      excused: { by: 'boss', category: 'force majeure' },
    });
  });

  it('grace softens the judgement, not the due time', () => {
    const facts = [statusAt('2026-06-01T12:05', 'Open', 'Done')];
    expect(cycleOf({ goals: [goalOf(2)], graceMs: 10 * MINUTE }, facts, '2026-06-01T13:00').state).toBe(
      'MET',
    );
    expect(cycleOf({ goals: [goalOf(2)], graceMs: MINUTE }, facts, '2026-06-01T13:00').state).toBe(
      'BREACHED_STOPPED',
    );
  });
});

describe('metrics of one issue', () => {
  it('may start each other, also by breaching', () => {
    const first = metricOf({ goals: [goalOf(2)] });
    const second = metricOf({ id: 'then', start: [{ on: 'metric', metricId: 'm', to: 'breached' }] });
    const report = replay(definitionsOf([second, first]), historyOf(CREATED), at('2026-06-01T13:00'));
    expect(report.metrics[0]?.ongoingCycle).toMatchObject({
      startTime: at('2026-06-01T12:00'),
      elapsedMs: HOUR,
    });
  });
});
