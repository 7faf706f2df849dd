import type { Fact, FieldValue, Instant, IssueHistory, SlaDefinitions } from '../model';
import { type CompiledDefinitions, compiledOf, type CompiledMetric } from './compiled';
import type { LiveFields } from './condition';
import { type Context, mark } from './context';
import { dueOf, ongoingOf } from './cycle';
import { positionOf } from './facts';
import { settlePause } from './moves';
import type { FactPosition, MetricRun, SlaState } from './state';
import { applyAppFact, endKnownPause, stepMetric } from './step';
import type { Trace } from './trace';

/** One issue being replayed: the mutable inside of the engine. */
export interface Machine {
  readonly compiled: CompiledDefinitions;
  readonly issueId: string;
  readonly issueKey: string;
  readonly context: Context;
  readonly runs: ReadonlyMap<string, MetricRun>;
  /** Each metric with its run, in the order of replay. */
  readonly pairs: readonly (readonly [CompiledMetric, MetricRun])[];
  lastFact: FactPosition | null;
}

const pairsOf = (compiled: CompiledDefinitions, runs: ReadonlyMap<string, MetricRun>): Machine['pairs'] =>
  compiled.metrics.map((metric) => [metric, runs.get(metric.def.id) ?? newRun(metric.def.id)]);

const HOLDER_FIELDS = ['assignee', 'group', 'status'];

const contextFor = (
  compiled: CompiledDefinitions,
  createdAt: Instant,
  fields: LiveFields,
  runs: ReadonlyMap<string, MetricRun>,
  trace: Trace | undefined,
): Context => ({
  compiled,
  createdAt,
  fields,
  at: createdAt,
  happened: { kind: 'created' },
  factId: undefined,
  by: null,
  signals: [],
  runs,
  trace,
});

const newRun = (id: string): MetricRun => ({
  id,
  lv: undefined,
  pl: undefined,
  pd: undefined,
  na: undefined,
  sb: undefined,
  mp: undefined,
  q: undefined,
  y: [],
});

/** Begins an issue and takes in its creation. */
export const begin = (
  definitions: SlaDefinitions,
  history: Omit<IssueHistory, 'facts'>,
  trace?: Trace,
): Machine => {
  const compiled = compiledOf(definitions);
  const runs = new Map<string, MetricRun>();
  for (const { def } of compiled.metrics) runs.set(def.id, newRun(def.id));
  const fields: LiveFields = { ...history.initial };
  if (compiled.fields.has('created')) fields.created = [new Date(history.createdAt).toISOString()];
  if (compiled.fields.has('reporter') && history.reporter !== null) fields.reporter ??= [history.reporter];
  const context = contextFor(compiled, history.createdAt, fields, runs, trace);
  context.by = history.reporter;
  const { issueId, issueKey } = history;
  const machine: Machine = { compiled, issueId, issueKey, context, runs, lastFact: null };
  for (const metric of compiled.metrics) stepMetric(context, metric, runs.get(metric.def.id)!);
  return machine;
};

/** Without the keys that are not set: what is stored stays small. */
const packed = <T extends object>(value: T): T =>
  Object.fromEntries(Object.entries(value).filter(([, each]) => each !== undefined)) as T;

const packRun = (run: MetricRun): MetricRun => ({ ...packed(cloneRun(run)), y: run.y.map(packed) });

const cloneRun = (run: MetricRun): MetricRun => ({
  ...run,
  ...(run.q ? { q: run.q.map((each): [Instant, Instant | null, string] => [...each]) } : {}),
  y: run.y.map((cycle) => ({ ...cycle })),
});

/** Goes on from a stored state, which is left as it was. */
export const fromState = (definitions: SlaDefinitions, state: SlaState): Machine => {
  const compiled = compiledOf(definitions);
  const stored = new Map(state.m.map((run) => [run.id, run]));
  const runs = new Map<string, MetricRun>();
  for (const { def } of compiled.metrics) {
    const run = stored.get(def.id);
    runs.set(def.id, run ? cloneRun(run) : newRun(def.id));
  }
  const context = contextFor(compiled, state.createdAt, { ...state.f }, runs, undefined);
  const { issueId, issueKey, lastFact } = state;
  context.at = lastFact?.[0] ?? state.createdAt;
  return { compiled, issueId, issueKey, context, runs, lastFact };
};

/** What can be stored: only the fields the definitions look at. */
export const toState = (machine: Machine): SlaState => {
  const { compiled, context, runs } = machine;
  const f: Record<string, FieldValue> = {};
  for (const field of compiled.fields) {
    const value = context.fields[field];
    if (value !== undefined && value.length > 0) f[field] = value;
  }
  return {
    schema: 1,
    dv: compiled.source.version,
    issueId: machine.issueId,
    issueKey: machine.issueKey,
    createdAt: context.createdAt,
    lastFact: machine.lastFact,
    f,
    m: [...runs.values()].map(packRun),
  };
};

const touches = (metric: CompiledMetric, fact: Fact): boolean => {
  if (fact.kind !== 'change') return metric.kinds.has(fact.kind);
  for (const change of fact.changes) if (metric.watch.has(change.field)) return true;
  return false;
};

const hears = (context: Context, metric: CompiledMetric): boolean =>
  metric.pausedBy.length > 0 || (metric.listensTo.size > 0 && context.signals.length > 0);

const markHolders = (machine: Machine, fact: Fact): void => {
  const { context, compiled, runs } = machine;
  if (!context.trace || fact.kind !== 'change') return;
  if (!fact.changes.some((change) => HOLDER_FIELDS.includes(change.field))) return;
  for (const metric of compiled.metrics) {
    const run = runs.get(metric.def.id);
    const changed = run?.y.at(-1);
    if (run && changed && changed.s < context.at) mark(context, metric, run, 'holder or status changed');
  }
};

/** The earliest instant before `until` at which time alone does something: a known pause end, a breach others wait for. */
const nextByItself = (
  machine: Machine,
  until: Instant,
): { at: Instant; metric: CompiledMetric } | undefined => {
  let first: { at: Instant; metric: CompiledMetric } | undefined;
  const { compiled, runs } = machine;
  for (const metric of compiled.metrics) {
    const cycle = ongoingOf(runs.get(metric.def.id)?.y ?? []);
    if (!cycle) continue;
    let at = cycle.ra !== undefined && cycle.ra <= until ? cycle.ra : undefined;
    if (compiled.breachSignals.has(metric.def.id) && !cycle.bn) {
      const due = dueOf(cycle, compiled.calendar(cycle.c));
      if (due !== undefined && due < until && (at === undefined || due < at)) at = due;
    }
    if (at !== undefined && (first === undefined || at < first.at)) first = { at, metric };
  }
  return first;
};

/** Lets time pass: pauses with a known end end, breaches are signalled to the metrics that wait for them. */
export const passTime = (machine: Machine, until: Instant): void => {
  const { context, compiled, runs } = machine;
  for (let next = nextByItself(machine, until); next; next = nextByItself(machine, until)) {
    context.at = Math.max(next.at, context.at);
    context.happened = { kind: 'signal' };
    context.factId = undefined;
    context.by = null;
    context.signals = [];
    const run = runs.get(next.metric.def.id)!;
    const cycle = run.y.at(-1)!;
    if (cycle.ra !== undefined && cycle.ra <= next.at) {
      endKnownPause(context, next.metric, run);
      settlePause(context, next.metric, run, !next.metric.resume);
    } else {
      cycle.bn = 1;
      context.signals.push(`${next.metric.def.id}:breached`);
    }
    for (const metric of compiled.metrics) {
      if (hears(context, metric)) stepMetric(context, metric, runs.get(metric.def.id)!);
    }
  }
};

const applyChanges = (context: Context, fact: Fact): void => {
  if (fact.kind === 'change') for (const change of fact.changes) context.fields[change.field] = change.to;
  if (fact.kind === 'approval') context.fields.approval = [fact.decision];
};

/** Takes in one fact, later than all before it. */
export const take = (machine: Machine, fact: Fact): void => {
  const { context, compiled, runs } = machine;
  passTime(machine, fact.at);
  context.at = Math.max(fact.at, context.createdAt);
  context.happened = fact;
  context.factId = fact.id;
  context.by = fact.by;
  context.signals = [];
  applyChanges(context, fact);
  markHolders(machine, fact);
  for (const metric of compiled.metrics) {
    const run = runs.get(metric.def.id)!;
    const asked = applyAppFact(context, metric, run, fact);
    if (asked || touches(metric, fact) || hears(context, metric)) stepMetric(context, metric, run);
  }
  machine.lastFact = positionOf(fact);
};
