/**
 * One issue replayed through changes of the definitions: an ordinary machine whose metrics pass from one revision to the
 * next at their turns. The engine itself knows of one set of definitions at a time.
 */
import { inOrder } from '../machine/facts';
import { begin, fromState, toState } from '../machine/machine';
import { passTime } from '../machine/pass-time';
import type { SlaState } from '../machine/state';
import { take } from '../machine/take';
import type { Trace } from '../machine/trace';
import type { Fact, Instant, IssueHistory, SlaDefinitions } from '../model';
import { type Revised, nextTurn, type Splice } from './revised-machine';
import { adoptReopened, applyWaiting, turn } from './move';
import { putKept } from './splice';
import { type Timeline, timelineOf, type Turn } from './turns';
import { viewOf } from './views';

/** Which revision measures an issue created at an instant, before any turn it lives to see. */
export function beginRevised(
  definitions: SlaDefinitions,
  history: IssueHistory,
  until: Instant,
  trace?: Trace,
): Revised {
  const timeline = timelineOf(definitions);
  const { createdAt, facts: _facts, ...head } = history;
  const choice = new Map<string, number>();
  const again = new Map<number, { at: Instant; ids: Set<string> }>();
  for (const [id, turns] of timeline.turns) {
    const replayed = turns.findLast(({ scope, at }) => scope === 'replay' && at > createdAt && at <= until);
    const passed = turns.findLast(({ at }) => at <= createdAt);
    const start = replayed ?? (passed !== undefined && passed.to > 0 ? passed : undefined);
    const index = start?.to ?? timeline.born.get(id) ?? 0;
    if (turns.some(({ to, scope, at }) => to > index && (scope !== 'replay' || at > until)))
      choice.set(id, index);
    if (replayed === undefined) continue;
    const group = again.get(replayed.to) ?? { at: replayed.at, ids: new Set<string>() };
    again.set(replayed.to, group);
    group.ids.add(id);
  }
  const splices = [...again].map(([to, { at, ids }]): Splice => {
    const earlier = endingAt(definitions, timeline, to - 1);
    const before = runTo(at, earlier, history, trace && new Map());
    return { at, metricIds: ids, before };
  });
  const machine = begin(viewOf(definitions, choice), { createdAt, ...head }, trace);
  return { definitions, timeline, choice, waiting: new Map(), splices, machine, trace };
}

const endings = new WeakMap<SlaDefinitions, Map<number, SlaDefinitions>>();

/** The definitions as they were in a revision, with the past they had then. */
function endingAt(
  definitions: SlaDefinitions,
  { revisions, versions }: Timeline,
  index: number,
): SlaDefinitions {
  const known = endings.get(definitions) ?? new Map<number, SlaDefinitions>();
  endings.set(definitions, known);
  const made = known.get(index) ?? {
    ...(revisions[index] ?? definitions),
    version: versions[index] ?? definitions.version,
    former: definitions.former?.slice(0, index) ?? [],
  };
  known.set(index, made);
  return made;
}

/** Replays what happened before an instant, turns at that instant included. */
function runTo(until: Instant, definitions: SlaDefinitions, history: IssueHistory, trace?: Trace): Revised {
  const live = beginRevised(definitions, history, until, trace);
  for (const fact of inOrder(history.facts)) if (fact.at < until) takeRevised(live, fact);
  passRevised(live, until);
  return live;
}

/** Goes on from a state made with these definitions. */
export function continueRevised(definitions: SlaDefinitions, state: SlaState): Revised {
  const timeline = timelineOf(definitions);
  const choice = new Map<string, number>();
  for (const [id, version] of Object.entries(state.revisions ?? {})) {
    const index = timeline.versions.indexOf(version);
    if (index >= 0) choice.set(id, index);
  }
  const machine = fromState(viewOf(definitions, choice), state);
  const waiting = new Map<string, Turn>();
  const passed = state.lastFact?.[0] ?? state.createdAt;
  for (const [id, index] of choice) {
    const turn = timeline.turns
      .get(id)
      ?.findLast(({ at, to, scope }) => scope === 'new' && to > index && at <= passed);
    if (turn !== undefined) waiting.set(id, turn);
  }
  return { definitions, timeline, choice, waiting, splices: [], machine, trace: undefined };
}

/** What can be stored, revisions included. */
export function stateOfRevised(live: Revised): SlaState {
  const state = toState(live.machine);
  const versions = [...live.choice].map(([id, index]) => [id, live.timeline.versions[index] ?? 0] as const);
  return versions.length === 0 ? state : { ...state, revisions: Object.fromEntries(versions) };
}

/** Takes in one fact, after every turn before it. */
export function takeRevised(live: Revised, fact: Fact): void {
  turnUntil(live, fact.at);
  take(live.machine, fact);
  adoptReopened(live);
  applyWaiting(live);
}

/** Lets time pass until an instant, turns included. */
export function passRevised(live: Revised, until: Instant): void {
  turnUntil(live, until);
  passTime(live.machine, until);
  applyWaiting(live);
}

/** Puts what was kept in its place, whether or not a fact has come after it. */
export function spliceAll(live: Revised): void {
  for (const splice of [...live.splices].sort((a, b) => a.at - b.at)) {
    turnUntil(live, splice.at);
  }
}

function turnUntil(live: Revised, until: Instant): void {
  while (live.choice.size + live.splices.length > 0) {
    const splice = live.splices.reduce<Splice | undefined>(
      (first, each) => (first === undefined || each.at < first.at ? each : first),
      undefined,
    );
    const turns = [...live.choice.keys()].flatMap((id) => {
      const turn = nextTurn(live, id);
      return turn === undefined || turn.at > until ? [] : [{ id, turn }];
    });
    const next = turns.reduce<(typeof turns)[number] | undefined>(
      (first, each) => (first === undefined || each.turn.at < first.turn.at ? each : first),
      undefined,
    );
    if (splice !== undefined && splice.at <= until && (next === undefined || splice.at <= next.turn.at)) {
      passTime(live.machine, splice.at);
      putKept(live, splice);
    } else if (next !== undefined) {
      passTime(live.machine, next.turn.at);
      applyWaiting(live);
      if (nextTurn(live, next.id) === next.turn) turn(live, next.id, next.turn);
    } else return;
  }
}

/**
 * Facts before this instant can't be added to a state any more: whether a cycle had ended by then decides which rule
 * judges it. Only whole histories can tell.
 */
export function frozenUntil(definitions: SlaDefinitions, createdAt: Instant): Instant {
  if (!definitions.former?.length) return -Infinity;
  let frozen = -Infinity;
  for (const turns of timelineOf(definitions).turns.values())
    for (const { at, scope } of turns)
      if (scope === 'replay' && at > createdAt) frozen = Math.max(frozen, at);
  return frozen;
}
