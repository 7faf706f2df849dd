import { describe, expect, it } from '@jest/globals';
import { dueEscalations } from '../replay/escalation';
import { open, advance, replay } from '../replay/replay';
import type { Cycle, Fact, IssueHistory, SlaDefinitions, SlaReport, Trigger } from '../model';
import {
  at,
  changeAt,
  commentAt,
  definitionsOf,
  fieldAt,
  goalOf,
  historyOf,
  HOUR,
  is,
  metricOf,
  statusAt,
} from './build';

/**
 * Rules that are easily got wrong, each broken on purpose: every broken engine must fail one of these checks. A mutant
 * changes what goes in or what comes out; the engine itself knows nothing of it.
 */
interface Engine {
  readonly replay: typeof replay;
  readonly dueEscalations: typeof dueEscalations;
}

const ours: Engine = { replay, dueEscalations };

const cycleOf = (engine: Engine, definitions: SlaDefinitions, history: IssueHistory, now: string): Cycle => {
  const [metric] = engine.replay(definitions, history, at(now), { trace: true }).metrics;
  const cycle = metric?.ongoingCycle ?? metric?.completedCycles.at(-1);
  if (!cycle) throw new Error('There is no cycle.');
  return cycle;
};

const waiting = (from: string, to: string): readonly Fact[] => [
  statusAt(from, 'Open', 'Waiting'),
  statusAt(to, 'Waiting', 'Open'),
];
const half = { id: 'half', name: 'half', at: { kind: 'percent', percent: 50 }, actions: [] } as const;
const byPriority = [goalOf(2, is('priority', 'High'), 'high'), goalOf(8, undefined, 'rest')];
const reply = metricOf({
  stop: [{ on: 'commented', by: ['agent'], audience: 'public' }],
  pause: [],
});

/** What must hold; each answers whether it does. */
const CHECKS: Readonly<Record<string, (engine: Engine) => boolean>> = {
  'a stop at the due instant is in time (sla-rules §5.3)': (engine) => {
    const history = historyOf('2026-06-01T09:00', [statusAt('2026-06-01T17:00', 'Open', 'Done')]);
    return cycleOf(engine, definitionsOf(), history, '2026-06-02T09:00').state === 'MET';
  },
  'a stop after closing is late, though no working time is over (V4c)': (engine) => {
    const history = historyOf('2026-06-01T09:00', [statusAt('2026-06-01T18:00', 'Open', 'Done')]);
    return cycleOf(engine, definitionsOf(), history, '2026-06-02T09:00').state === 'BREACHED_STOPPED';
  },
  'a pause moves the due instant by its working time (V13)': (engine) => {
    const history = historyOf('2026-06-01T10:00', waiting('2026-06-01T15:00', '2026-06-02T11:00'));
    return cycleOf(engine, definitionsOf(), history, '2026-06-02T12:00').dueTime === at('2026-06-02T14:00');
  },
  'a pause outside hours moves nothing (V14)': (engine) => {
    const history = historyOf('2026-06-01T10:00', waiting('2026-06-01T18:00', '2026-06-02T08:00'));
    return cycleOf(engine, definitionsOf(), history, '2026-06-02T09:00').dueTime === at('2026-06-02T10:00');
  },
  'another goal keeps what was paused before (sla-rules §3.3)': (engine) => {
    const facts = [
      ...waiting('2026-06-01T10:00', '2026-06-01T12:00'),
      fieldAt('2026-06-01T13:00', 'priority', ['High']),
    ];
    const definitions = definitionsOf(metricOf({ goals: [goalOf(4, is('priority', 'High')), goalOf(8)] }));
    const cycle = cycleOf(engine, definitions, historyOf('2026-06-01T09:00', facts), '2026-06-01T14:00');
    return cycle.dueTime === at('2026-06-01T15:00') && cycle.pausedMs === 2 * HOUR;
  },
  'the first goal that matches counts (sla-rules §3.1)': (engine) => {
    const definitions = definitionsOf(metricOf({ goals: byPriority }));
    const history = historyOf('2026-06-01T09:00', [], { priority: ['High'] });
    return cycleOf(engine, definitions, history, '2026-06-01T10:00').goal.id === 'high';
  },
  'a stop comes before a pause of the same instant (sla-rules §2.3)': (engine) => {
    const definitions = definitionsOf(metricOf({ pause: [{ reason: 'done', when: is('status', 'Done') }] }));
    const history = historyOf('2026-06-01T09:00', [statusAt('2026-06-01T11:00', 'Open', 'Done')]);
    const [metric] = engine.replay(definitions, history, at('2026-06-01T12:00'), { trace: true }).metrics;
    return metric?.events.map(({ action }) => action).join() === 'start,stop';
  },
  'all changes of one entry are one instant (sla-rules §2.2)': (engine) => {
    const entry = changeAt(
      '2026-06-01T11:00',
      { field: 'priority', from: [], to: ['High'] },
      { field: 'status', from: ['Open'], to: ['Done'] },
    );
    const stop: readonly Trigger[] = [
      { on: 'changed', field: 'status', to: ['Done'], and: is('priority', 'High') },
    ];
    const cycle = cycleOf(
      engine,
      definitionsOf(metricOf({ stop })),
      historyOf('2026-06-01T09:00', [entry]),
      '2026-06-01T12:00',
    );
    return cycle.stopTime === at('2026-06-01T11:00');
  },
  'an app is nobody who answers (sla-rules §2.8)': (engine) => {
    const history = historyOf('2026-06-01T09:00', [commentAt('2026-06-01T10:00', 'app')]);
    return cycleOf(engine, definitionsOf(reply), history, '2026-06-01T11:00').stopTime === undefined;
  },
  'an internal comment answers nobody (sla-rules §2.8)': (engine) => {
    const history = historyOf('2026-06-01T09:00', [commentAt('2026-06-01T10:00', 'agent', false)]);
    return cycleOf(engine, definitionsOf(reply), history, '2026-06-01T11:00').stopTime === undefined;
  },
  'facts count in the order in which they happened (sla-rules §2.1)': (engine) => {
    const facts = waiting('2026-06-01T10:00', '2026-06-01T12:00').toReversed();
    const cycle = cycleOf(engine, definitionsOf(), historyOf('2026-06-01T09:00', facts), '2026-06-01T13:00');
    return cycle.state === 'RUNNING' && cycle.pausedMs === 2 * HOUR;
  },
  'a level of escalation acts once, whatever pauses later (sla-rules §9)': (engine) => {
    const definitions = definitionsOf(metricOf({ escalations: [half] }));
    const opened = open(definitions, historyOf('2026-06-01T09:00'));
    const first = engine.dueEscalations(definitions, opened, at('2026-06-01T13:30'), new Set()).fire;
    const resumed = advance(definitions, opened, waiting('2026-06-01T14:00', '2026-06-01T15:00'));
    const done = new Set(first.map(({ key }) => key));
    const again = engine.dueEscalations(definitions, resumed, at('2026-06-01T16:00'), done).fire;
    return first.length === 1 && again.length === 0;
  },
};

const given = (
  change: (definitions: SlaDefinitions, history: IssueHistory) => readonly [SlaDefinitions, IssueHistory],
): Engine => ({
  ...ours,
  replay: (definitions, history, now, options) => replay(...change(definitions, history), now, options),
});

const withFacts = (change: (facts: readonly Fact[]) => readonly Fact[]): Engine =>
  given((definitions, history) => [definitions, { ...history, facts: change(history.facts) }]);

const withMetrics = (
  change: (metric: SlaDefinitions['metrics'][number]) => SlaDefinitions['metrics'][number],
): Engine =>
  given((definitions, history) => [{ ...definitions, metrics: definitions.metrics.map(change) }, history]);

const withCycles = (change: (cycle: Cycle) => Cycle): Engine => ({
  ...ours,
  replay: (definitions, history, now, options): SlaReport => {
    const report = replay(definitions, history, now, options);
    return {
      ...report,
      metrics: report.metrics.map((metric) => ({
        ...metric,
        completedCycles: metric.completedCycles.map(change),
        ongoingCycle: metric.ongoingCycle && change(metric.ongoingCycle),
      })),
    };
  },
});

const isPauseOf = (fact: Fact): boolean =>
  fact.kind === 'change' && fact.changes.some(({ from, to }) => [...from, ...to].includes('Waiting'));

const MUTANTS: Readonly<Record<string, Engine>> = {
  'takes a stop at the due instant for a breach': withCycles((cycle) =>
    cycle.stopTime !== undefined && cycle.stopTime === cycle.dueTime
      ? { ...cycle, state: 'BREACHED_STOPPED' }
      : cycle,
  ),
  'judges by working time instead of instants': withCycles((cycle) =>
    cycle.stopTime !== undefined && (cycle.remainingMs ?? 0) >= 0 ? { ...cycle, state: 'MET' } : cycle,
  ),
  'moves the due instant by the wall time of a pause': withCycles((cycle) => ({
    ...cycle,
    dueTime: cycle.originalDueTime === undefined ? undefined : cycle.originalDueTime + cycle.pausedMs,
  })),
  'moves nothing for a pause': withFacts((facts) => facts.filter((fact) => !isPauseOf(fact))),
  'forgets pauses when the goal changes': withFacts((facts) => {
    const change = facts.find((fact) => fact.kind === 'change' && fact.changes[0]?.field === 'priority');
    return change ? facts.filter((fact) => fact.at >= change.at) : facts;
  }),
  'starts over when the goal changes': withMetrics((metric) => ({ ...metric, goalChange: 'restart' })),
  'lets the last goal win': withMetrics((metric) => ({ ...metric, goals: metric.goals.toReversed() })),
  'pauses before it stops': withMetrics((metric) => ({ ...metric, order: ['pause', 'stop'] })),
  'takes the changes of an entry one after the other': withFacts((facts) =>
    facts.flatMap((fact): readonly Fact[] =>
      fact.kind === 'change'
        ? fact.changes.toReversed().map((change, i) => ({ ...fact, at: fact.at + i, changes: [change] }))
        : [fact],
    ),
  ),
  'takes apps for people': withFacts((facts) =>
    facts.map((fact) => (fact.kind === 'comment' ? { ...fact, author: 'agent' } : fact)),
  ),
  'takes internal comments for answers': withFacts((facts) =>
    facts.map((fact) => (fact.kind === 'comment' ? { ...fact, public: true } : fact)),
  ),
  'believes the order in which facts arrive': withFacts((facts) =>
    facts.map((fact, i) => ({
      ...fact,
      at: Math.max(...facts.slice(0, i + 1).map((each) => each.at)),
      id: String(i),
    })),
  ),
  'escalates again after a resume': {
    ...ours,
    dueEscalations: (definitions, state, now) => dueEscalations(definitions, state, now, new Set()),
  },
};

describe('the rules of the engine', () => {
  it.each(Object.entries(CHECKS))('%s', (_, holds) => {
    expect(holds(ours)).toBe(true);
  });

  it.each(Object.entries(MUTANTS))('an engine that %s is caught', (_, mutant) => {
    expect(Object.entries(CHECKS).filter(([, holds]) => !holds(mutant)).length).toBeGreaterThan(0);
  });
});
