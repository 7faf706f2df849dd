import type { Fact, FieldValue, Instant, IssueHistory, SlaDefinitions } from '../model';
import { compiledOf } from '../compiled/compile';
import type { CompiledDefinitions } from '../compiled/compiled';
import { type Context, lookAtScopes } from './context';
import { pauseTurnsAt } from './cycle';
import { positionOf } from './facts';
import { packRun, unpackRun } from './pack';
import type { LiveFields } from '../compiled/slots';
import type { FactPosition, MetricRun, SlaState } from './state';
import { stepMetric } from './step';
import type { Trace } from './trace';

/** One issue being replayed: the mutable inside of the engine. */
export interface Machine {
  readonly compiled: CompiledDefinitions;
  readonly issueId: string;
  readonly issueKey: string;
  readonly context: Context;
  /** One per compiled metric, in the same order. */
  readonly runs: readonly MetricRun[];
  /** The last fact of the state the machine goes on from. */
  readonly continues: FactPosition | null;
  /** The last fact taken in since. */
  taken: Fact | undefined;
}

const contextFor = (
  compiled: CompiledDefinitions,
  createdAt: Instant,
  fields: LiveFields,
  runs: readonly MetricRun[],
  trace: Trace | undefined,
): Context => ({
  compiled,
  createdAt,
  fields,
  at: createdAt,
  happened: { kind: 'created' },
  changed: [],
  factId: undefined,
  by: null,
  signals: [],
  scopes: [],
  knownEnds: false,
  runs,
  trace,
});

const newRun = (id: string): MetricRun => ({
  id,
  startHeld: undefined,
  pauseHeld: undefined,
  pendingSince: undefined,
  pendingWhy: undefined,
  waitsForScope: undefined,
  stoppedFirst: undefined,
  pausedByHand: undefined,
  holdingChildren: undefined,
  breachedChildren: undefined,
  pauses: undefined,
  cycles: [],
});

/** Begins an issue and takes in its creation. */
export const begin = (
  definitions: SlaDefinitions,
  history: Omit<IssueHistory, 'facts'>,
  trace?: Trace,
): Machine => {
  const compiled = compiledOf(definitions);
  const { metrics, slots } = compiled;
  const { issueId, issueKey, createdAt, reporter, initial } = history;
  const runs: MetricRun[] = [];
  for (let i = 0; i < metrics.length; i++) runs.push(newRun(metrics[i]!.def.id));
  const fields = slots.read(initial);
  const created = slots.of('created');
  if (created >= 0) fields[created] = [new Date(createdAt).toISOString()];
  const author = slots.of('reporter');
  if (author >= 0 && reporter !== null && initial.reporter === undefined) fields[author] = [reporter];
  const context = contextFor(compiled, createdAt, fields, runs, trace);
  context.by = reporter;
  lookAtScopes(context);
  for (let i = 0; i < metrics.length; i++) stepMetric(context, metrics[i]!, runs[i]!);
  return { compiled, issueId, issueKey, context, runs, continues: null, taken: undefined };
};

/** Goes on from a stored state, which is left as it was. */
export const fromState = (definitions: SlaDefinitions, state: SlaState, trace?: Trace): Machine => {
  const compiled = compiledOf(definitions);
  const stored = new Map(state.runs.map((run) => [run.id, run]));
  const runs = compiled.metrics.map((metric) => {
    const run = stored.get(metric.def.id);
    return run ? unpackRun(metric, run) : newRun(metric.def.id);
  });
  const context = contextFor(compiled, state.createdAt, compiled.slots.read(state.fields), runs, trace);
  const { issueId, issueKey, lastFact } = state;
  lookAtScopes(context);
  context.at = lastFact?.[0] ?? state.createdAt;
  context.knownEnds = runs.some((run) => run.cycles.some((cycle) => pauseTurnsAt(cycle) !== undefined));
  return { compiled, issueId, issueKey, context, runs, continues: lastFact, taken: undefined };
};

/** What can be stored: only the fields the definitions look at. */
export const toState = (machine: Machine): SlaState => {
  const { compiled, context, runs, taken } = machine;
  const fields: Record<string, FieldValue> = {};
  for (const field of compiled.fields) {
    const value = context.fields[compiled.slots.of(field)];
    if (value !== undefined && value.length > 0) fields[field] = value;
  }
  return {
    schema: 1,
    version: compiled.source.version,
    issueId: machine.issueId,
    issueKey: machine.issueKey,
    createdAt: context.createdAt,
    lastFact: taken ? positionOf(taken) : machine.continues,
    fields,
    runs: compiled.metrics.map((metric, i) => packRun(metric, runs[i]!)),
  };
};
