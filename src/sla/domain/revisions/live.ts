/**
 * One issue replayed through changes of the definitions: an ordinary machine whose metrics pass from one revision to the
 * next at their turns. The engine itself knows of one set of definitions at a time.
 */
import { carryToGoal } from '../engine/goal-change';
import { ongoingOf } from '../engine/cycle';
import { begin, fromState, type Machine, toState } from '../engine/machine';
import { passTime } from '../engine/pass-time';
import { reportMachine } from '../engine/report';
import type { SlaState, StoredRun } from '../engine/state';
import { stepMetric } from '../engine/step';
import { take } from '../engine/take';
import { type Trace, traceOf } from '../engine/trace';
import type { Fact, Instant, IssueHistory, SlaDefinitions } from '../model';
import { inOrder } from '../engine/facts';
import { keepFinished, spliced } from './keep';
import { type Timeline, timelineOf, type Turn } from './turns';
import { viewOf } from './views';

interface Splice {
  readonly at: Instant;
  readonly metricIds: ReadonlySet<string>;
  /** The issue as the revisions before left it at that instant. */
  readonly before: Live;
}

export interface Live {
  readonly definitions: SlaDefinitions;
  readonly timeline: Timeline;
  /** By which revision each metric is measured, where it isn't the one in force. */
  readonly choice: Map<string, number>;
  /** Metrics whose cycle under way finishes under its old rule: where they go when it has. */
  readonly waiting: Map<string, Turn>;
  splices: readonly Splice[];
  machine: Machine;
  readonly trace: Trace | undefined;
}

const last = (live: Live): number => live.timeline.revisions.length - 1;

/** The next turn of a metric after the revision it is measured by. */
const nextTurn = (live: Live, id: string): Turn | undefined => {
  const { waiting, choice, timeline } = live;
  const from = waiting.get(id)?.to ?? choice.get(id) ?? last(live);
  return timeline.turns.get(id)?.find(({ to, scope }) => to > from && scope !== 'replay');
};

const choose = (live: Live, id: string, to: number): void => {
  // What changes after a turn, and not for this metric, is no turn of it: it is measured as the last revision has it.
  const later = live.timeline.turns.get(id)?.some((turn) => turn.to > to) ?? false;
  if (later) live.choice.set(id, to);
  else live.choice.delete(id);
};

/** Which revision measures an issue created at an instant, before any turn it lives to see. */
export function beginLive(
  definitions: SlaDefinitions,
  history: IssueHistory,
  until: Instant,
  trace?: Trace,
): Live {
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
    const before = runLive(earlier, history, at, trace && new Map());
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
function runLive(definitions: SlaDefinitions, history: IssueHistory, until: Instant, trace?: Trace): Live {
  const live = beginLive(definitions, history, until, trace);
  for (const fact of inOrder(history.facts)) if (fact.at < until) takeLive(live, fact);
  passLive(live, until);
  return live;
}

/** Goes on from a state made with these definitions. */
export function continueLive(definitions: SlaDefinitions, state: SlaState): Live {
  const timeline = timelineOf(definitions);
  const choice = new Map<string, number>();
  for (const [id, version] of Object.entries(state.rv ?? {})) {
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
export function stateOfLive(live: Live): SlaState {
  const state = toState(live.machine);
  const versions = [...live.choice].map(([id, index]) => [id, live.timeline.versions[index] ?? 0] as const);
  return versions.length === 0 ? state : { ...state, rv: Object.fromEntries(versions) };
}

/** Takes in one fact, after every turn before it. */
export function takeLive(live: Live, fact: Fact): void {
  turnUntil(live, fact.at);
  take(live.machine, fact);
  adoptReopened(live);
  release(live);
}

/** Lets time pass until an instant, turns included. */
export function passLive(live: Live, until: Instant): void {
  turnUntil(live, until);
  passTime(live.machine, until);
  release(live);
}

/** Puts what was kept in its place, whether or not a fact has come after it. */
export function spliceAll(live: Live): void {
  for (const splice of [...live.splices].sort((a, b) => a.at - b.at)) {
    turnUntil(live, splice.at);
  }
}

function turnUntil(live: Live, until: Instant): void {
  for (;;) {
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
      release(live);
      if (nextTurn(live, next.id) === next.turn) turn(live, next.id, next.turn);
    } else return;
  }
}

const runIn = (state: SlaState, id: string): StoredRun | undefined => state.m.find((run) => run.id === id);

/** Goes on under another choice of revisions, with one run replaced. */
function goOn(live: Live, id: string, change: (run: StoredRun) => StoredRun, at: Instant): void {
  const state = toState(live.machine);
  const m = state.m.map((run) => (run.id === id ? change(run) : run));
  live.machine = fromState(viewOf(live.definitions, live.choice), { ...state, m }, live.trace);
  live.machine.context.at = at;
}

function tell(live: Live, id: string, at: Instant): void {
  if (live.trace === undefined) return;
  traceOf(live.trace, id).events.push({
    at,
    action: 'recalc',
    by: null,
    matchedCondition: 'definition changed',
    rejected: [],
  });
}

/** A metric passes to its next revision, or waits until its cycle has finished. */
function turn(live: Live, id: string, turn: Turn): void {
  const { at, scope, to } = turn;
  const ongoing = ongoingOf(runOf(live.machine, id)?.run.y ?? []);
  if (scope === 'new' && ongoing !== undefined) {
    live.waiting.set(id, turn);
    return;
  }
  move(live, id, to, at, scope === 'new');
}

function move(live: Live, id: string, to: number, at: Instant, onlyNew: boolean): void {
  const result = reportMachine(live.machine, at).metrics.find((metric) => metric.id === id);
  const version = live.timeline.versions[live.choice.get(id) ?? last(live)] ?? 0;
  live.waiting.delete(id);
  choose(live, id, to);
  goOn(
    live,
    id,
    (run) => {
      const kept = keepFinished(run, result, version);
      const cycle = result?.ongoingCycle;
      const y = kept.y.map((each) =>
        each.e === undefined && cycle !== undefined
          ? {
              ...each,
              t: cycle.goalDurationMs,
              c: cycle.calendarId,
              ...(each.r !== undefined || each.p === undefined
                ? { a: cycle.elapsedMs, w: cycle.actualElapsedMs, r: at }
                : {}),
              ...(cycle.dueTime !== undefined && cycle.dueTime <= at ? { d: cycle.dueTime } : {}),
            }
          : each,
      );
      return { ...kept, y, ...(onlyNew ? { lv: 1 as const } : {}) };
    },
    at,
  );
  const moved = runOf(live.machine, id);
  if (moved === undefined) return;
  const { metric, run } = moved;
  const { context } = live.machine;
  context.happened = { kind: 'signal' };
  context.factId = undefined;
  context.by = null;
  tell(live, id, at);
  if (ongoingOf(run.y) !== undefined) {
    carryToGoal(context, metric, run);
    stepMetric(context, metric, run);
  } else if (run.y.length === 0 && !onlyNew) stepMetric(context, metric, run);
}

/** Metrics whose last cycle under the old rule is over follow the new one. */
function release(live: Live): void {
  for (const [id, turn] of live.waiting) {
    const cycle = ongoingOf(runOf(live.machine, id)?.run.y ?? []);
    if (cycle === undefined) move(live, id, turn.to, live.machine.context.at, true);
    else if (cycle.s >= turn.at) move(live, id, turn.to, live.machine.context.at, false);
  }
}

/** A cycle that was kept and goes on again is nobody's past any more. */
function adoptReopened({ machine }: Live): void {
  machine.compiled.metrics.forEach(({ def: { id } }) => {
    const found = runOf(machine, id);
    const cycle = found && ongoingOf(found.run.y);
    if (found === undefined || cycle?.z === undefined) return;
    cycle.z = undefined;
    carryToGoal(machine.context, found.metric, found.run);
  });
}

function putKept(live: Live, splice: Splice): void {
  live.splices = live.splices.filter((each) => each !== splice);
  const { at, before } = splice;
  const state = toState(before.machine);
  const report = reportMachine(before.machine, at);
  for (const id of splice.metricIds) {
    const old = runIn(state, id);
    const version = before.timeline.versions[before.choice.get(id) ?? last(before)] ?? 0;
    const result = report.metrics.find((metric) => metric.id === id);
    const kept =
      old === undefined ? [] : keepFinished(old, result, version).y.filter(({ e }) => e !== undefined);
    if (kept.length === 0 && !runOf(live.machine, id)?.run.y.some(({ e }) => e !== undefined && e <= at))
      continue;
    const method = runOf(live.machine, id)?.metric.def.method ?? 'every';
    goOn(
      live,
      id,
      (run) => {
        const { run: made, numbers } = spliced(kept, run, method, at);
        retrace(live, before, id, kept.at(-1)?.e ?? -Infinity, numbers);
        return made;
      },
      at,
    );
  }
}

/** The timeline of kept cycles as it was told, then that of the others. */
function retrace(
  { trace }: Live,
  { trace: former }: Live,
  id: string,
  over: Instant,
  numbers: ReadonlyMap<number, number>,
): void {
  if (trace === undefined) return;
  const own = traceOf(trace, id);
  const events = [
    ...(former?.get(id)?.events ?? []).filter(({ at }) => at <= over),
    ...own.events.filter(({ at }) => at >= over),
  ];
  const marks = [...own.marks].flatMap(([n, each]) => {
    const renamed = numbers.get(n);
    return renamed === undefined ? [] : [[renamed, each] as const];
  });
  own.events.splice(0, own.events.length, ...events);
  own.marks.clear();
  for (const [n, each] of marks) own.marks.set(n, each);
}

const runOf = (machine: Machine, id: string) => {
  const place = machine.compiled.positionOf.get(id);
  const metric = place === undefined ? undefined : machine.compiled.metrics[place];
  const run = place === undefined ? undefined : machine.runs[place];
  return metric && run && { metric, run };
};

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
