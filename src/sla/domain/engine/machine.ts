import type { FieldValue, Instant, IssueHistory, SlaDefinitions } from '../model';
import { type CompiledDefinitions, compiledOf, type CompiledMetric } from './compiled';
import type { LiveFields } from './condition';
import type { Context } from './context';
import { packRun, unpackRun } from './pack';
import type { FactPosition, MetricRun, SlaState } from './state';
import { stepMetric } from './step';
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

const pairsOf = (compiled: CompiledDefinitions, runs: ReadonlyMap<string, MetricRun>): Machine['pairs'] =>
  compiled.metrics.map((metric) => [metric, runs.get(metric.def.id) ?? newRun(metric.def.id)]);

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
  const pairs = pairsOf(compiled, runs);
  const machine: Machine = { compiled, issueId, issueKey, context, runs, pairs, lastFact: null };
  for (const [metric, run] of machine.pairs) stepMetric(context, metric, run);
  return machine;
};

/** Goes on from a stored state, which is left as it was. */
export const fromState = (definitions: SlaDefinitions, state: SlaState): Machine => {
  const compiled = compiledOf(definitions);
  const stored = new Map(state.m.map((run) => [run.id, run]));
  const runs = new Map<string, MetricRun>();
  for (const metric of compiled.metrics) {
    const run = stored.get(metric.def.id);
    runs.set(metric.def.id, run ? unpackRun(metric, run) : newRun(metric.def.id));
  }
  const context = contextFor(compiled, state.createdAt, { ...state.f }, runs, undefined);
  const { issueId, issueKey, lastFact } = state;
  context.at = lastFact?.[0] ?? state.createdAt;
  return { compiled, issueId, issueKey, context, runs, pairs: pairsOf(compiled, runs), lastFact };
};

/** What can be stored: only the fields the definitions look at. */
export const toState = (machine: Machine): SlaState => {
  const { compiled, context, pairs } = machine;
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
    m: pairs.map(([metric, run]) => packRun(metric, run)),
  };
};
