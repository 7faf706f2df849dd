import { describe, expect, it } from '@jest/globals';
import type { EscalationAt, EscalationLevel, Fact, SlaDefinitions } from '../model';
import {
  at,
  definitionsOf,
  fieldAt,
  goalOf,
  historyOf,
  HOUR,
  is,
  metricOf,
  statusAt,
} from '../testing/build';
import { toLetters } from '../machine/codec';
import { dueEscalations, nextInstants } from './escalation';
import { promise } from './promise';
import { advance, continues, open, OutOfOrderFactError, replay, reportOf, StaleStateError } from './replay';
import type { SlaState } from '../machine/state';

const level = (id: string, when: EscalationAt, parts: Partial<EscalationLevel> = {}): EscalationLevel => ({
  id,
  name: id,
  at: when,
  actions: [],
  ...parts,
});
const half = level('half', { kind: 'percent', percent: 50 });
const most = level('most', { kind: 'percent', percent: 75 });
const over = level('over', { kind: 'afterDue', ms: HOUR, clock: 'calendar' });

const definitions = definitionsOf(metricOf({ escalations: [half, most, over] }));
const stateOf = (using: SlaDefinitions, facts: readonly Fact[] = [], start = '2026-06-01T10:00'): SlaState =>
  advance(using, open(using, historyOf(start)), facts);
const nothing = new Set<string>();
const keys = (list: readonly { readonly key: string }[]): readonly string[] => list.map((each) => each.key);

describe('planned instants', () => {
  it('lie on working time, keyed by metric, cycle, level and goal version', () => {
    expect(nextInstants(definitions, stateOf(definitions), at('2026-06-01T10:00'))).toMatchObject([
      { key: 'm:1:half:0', at: at('2026-06-01T14:00') },
      { key: 'm:1:most:0', at: at('2026-06-01T16:00') },
      { key: 'm:1:due:0', at: at('2026-06-02T10:00'), kind: 'due' },
      { key: 'm:1:over:0', at: at('2026-06-02T11:00') },
    ]);
  });

  it('count days before due on the calendar or by the clock, as asked', () => {
    const before = (clock: 'calendar' | 'wall') => {
      const using = definitionsOf(
        metricOf({
          goals: [goalOf(24)],
          escalations: [level('l', { kind: 'beforeDue', ms: 8 * HOUR, clock })],
        }),
      );
      return nextInstants(using, stateOf(using, [], '2026-06-03T12:00'), at('2026-06-03T12:00'))[0]?.at;
    };
    expect(before('calendar')).toBe(at('2026-06-05T12:00'));
    expect(before('wall')).toBe(at('2026-06-08T04:00'));
  });

  it('vanish while paused and are planned anew on resume', () => {
    const pause = statusAt('2026-06-01T12:00', 'Open', 'Waiting');
    expect(nextInstants(definitions, stateOf(definitions, [pause]), at('2026-06-01T13:00'))).toEqual([]);
    const resumed = stateOf(definitions, [pause, statusAt('2026-06-01T13:00', 'Waiting', 'Open')]);
    expect(nextInstants(definitions, resumed, at('2026-06-01T13:00'))[0]?.at).toBe(at('2026-06-01T15:00'));
  });

  it('stay while paused when the due instant is a date that no pause moves', () => {
    const target = { kind: 'dateField', field: 'agreed', time: '12:00', outside: 'previousClosing' } as const;
    const goals = [{ ...goalOf(1), target }];
    const before = level('before', { kind: 'beforeDue', ms: HOUR, clock: 'calendar' });
    const using = definitionsOf(metricOf({ goals, escalations: [before] }));
    const paused = statusAt('2026-06-01T12:00', 'Open', 'Waiting');
    const history = historyOf('2026-06-01T10:00', [], { agreed: ['2026-06-03'] });
    const state = advance(using, open(using, history), [paused]);
    expect(nextInstants(using, state, at('2026-06-01T13:00'))).toMatchObject([
      { key: 'm:1:before:0', at: at('2026-06-03T11:00') },
      { key: 'm:1:due:0', at: at('2026-06-03T12:00') },
    ]);
  });

  it('end with the grace: until then nothing is breached', () => {
    const using = definitionsOf(metricOf({ goals: [goalOf(1)], graceMs: HOUR / 2 }));
    const end = at('2026-06-01T11:30');
    expect(nextInstants(using, stateOf(using), at('2026-06-01T11:10'))).toMatchObject([
      { key: 'm:1:due:0', at: end },
    ]);
    expect(reportOf(using, stateOf(using), at('2026-06-01T11:10')).nextInstant).toBe(end);
  });

  it('tell other metrics of a breach only when the grace is over', () => {
    const first = metricOf({ id: 'a', goals: [goalOf(1)], graceMs: HOUR / 2 });
    const second = metricOf({ id: 'b', start: [{ on: 'metric', metricId: 'a', to: 'breached' }] });
    const using = definitionsOf([first, second]);
    const stop = statusAt('2026-06-01T11:10', 'Open', 'Done');
    const stateAt = (facts: readonly Fact[]) =>
      replay(using, historyOf('2026-06-01T10:00', facts), at('2026-06-01T12:00')).metrics[1];
    expect(stateAt([stop])?.state).toBe('NOT_STARTED');
    expect(stateAt([])?.ongoingCycle?.startTime).toBe(at('2026-06-01T11:30'));
  });

  it('give the report its next instant', () => {
    expect(replay(definitions, historyOf('2026-06-01T10:00'), at('2026-06-01T14:30')).nextInstant).toBe(
      at('2026-06-01T16:00'),
    );
  });
});

describe('due escalations', () => {
  const state = stateOf(definitions);

  it('are none before their instant and one at it', () => {
    expect(dueEscalations(definitions, state, at('2026-06-01T13:59'), nothing)).toEqual({
      fire: [],
      skip: [],
    });
    expect(keys(dueEscalations(definitions, state, at('2026-06-01T14:00'), nothing).fire)).toEqual([
      'm:1:half:0',
    ]);
  });

  it('fire only the highest when several are due, and skip the rest', () => {
    const { fire, skip } = dueEscalations(definitions, state, at('2026-06-02T12:00'), nothing);
    expect(keys(fire)).toEqual(['m:1:over:0']);
    expect(keys(skip)).toEqual(['m:1:half:0', 'm:1:most:0']);
  });

  it('never fire again what is done', () => {
    const done = new Set(['m:1:half:0', 'm:1:most:0']);
    expect(dueEscalations(definitions, state, at('2026-06-01T16:30'), done)).toEqual({ fire: [], skip: [] });
  });

  it('wait for their condition', () => {
    const using = definitionsOf(metricOf({ escalations: [{ ...half, when: is('priority', 'High') }] }));
    const later = at('2026-06-01T15:00');
    expect(dueEscalations(using, stateOf(using), later, nothing).fire).toEqual([]);
    const raised = stateOf(using, [fieldAt('2026-06-01T14:30', 'priority', ['High'])]);
    expect(dueEscalations(using, raised, later, nothing).fire).toHaveLength(1);
  });

  it('get a new key when the goal changes', () => {
    const using = definitionsOf(
      metricOf({ goals: [goalOf(4, is('priority', 'High')), goalOf(8)], escalations: [half] }),
    );
    const raised = stateOf(using, [fieldAt('2026-06-01T14:30', 'priority', ['High'])]);
    expect(keys(dueEscalations(using, raised, at('2026-06-01T15:00'), new Set(['m:1:half:0'])).fire)).toEqual(
      ['m:1:half:1'],
    );
  });

  it('are none for finished cycles', () => {
    const done = stateOf(definitions, [statusAt('2026-06-01T15:00', 'Open', 'Done')]);
    expect(dueEscalations(definitions, done, at('2026-06-03T12:00'), nothing)).toEqual({
      fire: [],
      skip: [],
    });
  });
});

describe('a stored state', () => {
  it('of three metrics and several cycles stays under 2 KB', () => {
    const using = definitionsOf(
      ['one', 'two', 'three'].map((id) =>
        metricOf({ id, start: [{ on: 'created' }, { on: 'changed', field: 'status', to: ['Open'] }] }),
      ),
    );
    const facts = [1, 2, 3].flatMap((day) => [
      statusAt(`2026-06-0${day}T11:00`, 'Open', 'Waiting'),
      statusAt(`2026-06-0${day}T12:00`, 'Waiting', 'Done'),
      statusAt(`2026-06-0${day}T13:00`, 'Done', 'Open'),
    ]);
    expect(JSON.stringify(toLetters(stateOf(using, facts))).length).toBeLessThan(2048);
  });

  it('says whether facts continue it, and refuses those that do not', () => {
    const first = statusAt('2026-06-01T11:00', 'Open', 'Waiting');
    const state = stateOf(definitions, [first]);
    const earlier = statusAt('2026-06-01T10:30', 'Open', 'Open');
    expect(continues(definitions, state, [first])).toBe(true);
    expect(advance(definitions, state, [first])).toEqual(state);
    expect(continues(definitions, state, [earlier])).toBe(false);
    expect(() => advance(definitions, state, [earlier])).toThrow(OutOfOrderFactError);
  });

  it('is refused with other definitions', () => {
    const changed = { ...definitions, version: 2 };
    expect(continues(changed, stateOf(definitions), [])).toBe(false);
    expect(() => reportOf(changed, stateOf(definitions), at('2026-06-01T12:00'))).toThrow(StaleStateError);
  });
});

describe('promise', () => {
  it('tells what an issue created now would be promised', () => {
    const using = definitionsOf([
      metricOf({ goals: [goalOf(2, is('priority', 'High')), goalOf(8)] }),
      metricOf({ id: 'later', start: [{ on: 'changed', field: 'status', to: ['Work'] }] }),
    ]);
    expect(promise(using, { priority: ['High'] }, at('2026-06-06T12:00'))).toMatchObject([
      { metricId: 'm', dueTime: at('2026-06-08T11:00'), goal: { id: '2h' }, zone: 'Europe/Berlin' },
    ]);
  });
});

describe('a level that repeats', () => {
  // 8 h from Monday 10:00, 9–17: due Tuesday 10:00; twice the target is used up on Wednesday at 10:00.
  const repeating = (when: EscalationAt, everyHours: number) =>
    definitionsOf(metricOf({ escalations: [level('r', when, { repeatEveryMs: everyHours * HOUR })] }));
  const atDue: EscalationAt = { kind: 'percent', percent: 100 };
  const firedAt = (using: SlaDefinitions, when: string, done: readonly string[] = []) =>
    keys(dueEscalations(using, stateOf(using), at(when), new Set(done)).fire);

  it('acts again on working time, each time under its own key', () => {
    const using = repeating(atDue, 3);
    const next = (when: string) =>
      nextInstants(using, stateOf(using), at(when)).filter(({ kind }) => kind === 'escalation')[0];
    expect(next('2026-06-02T10:00')).toMatchObject({ key: 'm:1:r:0+1', at: at('2026-06-02T13:00') });
    expect(next('2026-06-02T13:00')).toMatchObject({ key: 'm:1:r:0+2', at: at('2026-06-02T16:00') });
    expect(firedAt(using, '2026-06-02T13:00', ['m:1:r:0'])).toEqual(['m:1:r:0+1']);
  });

  it('catches up once with what was missed, and never goes back', () => {
    const using = repeating(atDue, 1);
    expect(firedAt(using, '2026-06-02T14:30')).toEqual(['m:1:r:0+4']);
    expect(firedAt(using, '2026-06-02T14:30', ['m:1:r:0+4'])).toEqual([]);
    expect(firedAt(using, '2026-06-02T13:30', ['m:1:r:0+4'])).toEqual([]);
  });

  it('ends when twice the target is used up', () => {
    const using = repeating(atDue, 3);
    expect(firedAt(using, '2026-06-05T16:00', ['m:1:r:0'])).toEqual(['m:1:r:0+2']);
    expect(nextInstants(using, stateOf(using), at('2026-06-03T10:00'))).toEqual([]);
  });

  it('follows the wall clock where the level does', () => {
    const using = repeating({ kind: 'afterDue', ms: HOUR, clock: 'wall' }, 4);
    expect(nextInstants(using, stateOf(using), at('2026-06-02T16:00'))[0]?.at).toBe(at('2026-06-02T19:00'));
  });

  it('does not push a higher level aside by repeating after it', () => {
    const using = definitionsOf(
      metricOf({
        escalations: [
          level('low', atDue, { repeatEveryMs: HOUR }),
          level('high', { kind: 'percent', percent: 125 }),
        ],
      }),
    );
    // 125 % is Tuesday 12:00; at 14:30 the low level has repeated at 14:00.
    expect(firedAt(using, '2026-06-02T14:30', ['m:1:low:0+1'])).toEqual(['m:1:high:0']);
  });

  it('does not repeat what a pause has passed by', () => {
    const using = repeating(atDue, 1);
    const paused = [
      statusAt('2026-06-02T11:30', 'Open', 'Waiting'),
      statusAt('2026-06-02T15:00', 'Waiting', 'Open'),
    ];
    const state = stateOf(using, paused);
    const done = new Set(['m:1:r:0+1']);
    expect(keys(dueEscalations(using, state, at('2026-06-02T15:10'), done).fire)).toEqual([]);
    expect(keys(dueEscalations(using, state, at('2026-06-02T15:30'), done).fire)).toEqual(['m:1:r:0+2']);
  });
});

describe('long-breached', () => {
  it('acts at 125, 150 and 200 %, then stops', () => {
    const using = definitionsOf(
      metricOf({
        escalations: [125, 150, 200].map((percent) => level(`p${percent}`, { kind: 'percent', percent })),
      }),
    );
    const state = stateOf(using);
    const later = nextInstants(using, state, at('2026-06-02T10:00'));
    expect(later.map((each) => each.at)).toEqual(
      ['2026-06-02T12:00', '2026-06-02T14:00', '2026-06-03T10:00'].map(at),
    );
    expect(nextInstants(using, state, at('2026-06-03T10:00'))).toEqual([]);
  });
});
