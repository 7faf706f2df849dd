import { fromState, type Machine, toState } from '../machine/machine';
import type { SparseRun } from '../machine/state';
import type { Trace } from '../machine/trace';
import type { Instant, SlaDefinitions } from '../model';
import type { Timeline, Turn } from './turns';
import { viewOf } from './views';

/** Cycles as the revisions before an instant left them, to be put back then. */
export interface Splice {
  readonly at: Instant;
  readonly metricIds: ReadonlySet<string>;
  /** The issue as the revisions before left it at that instant. */
  readonly before: Revised;
}

/** One issue being replayed, and by which revision each of its metrics is. */
export interface Revised {
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

/** The place of the revision in force. */
export const last = (live: Revised): number => live.timeline.revisions.length - 1;

/** The next turn of a metric after the revision it is measured by. */
export const nextTurn = (live: Revised, id: string): Turn | undefined => {
  const { waiting, choice, timeline } = live;
  const from = waiting.get(id)?.to ?? choice.get(id) ?? last(live);
  return timeline.turns.get(id)?.find(({ to, scope }) => to > from && scope !== 'replay');
};

export const choose = (live: Revised, id: string, to: number): void => {
  // What changes after a turn, and not for this metric, is no turn of it: it is measured as the last revision has it.
  const later = live.timeline.turns.get(id)?.some((turn) => turn.to > to) ?? false;
  if (later) live.choice.set(id, to);
  else live.choice.delete(id);
};

/** A metric with its run, as the machine has them now. */
export const runOf = (machine: Machine, id: string) => {
  const place = machine.compiled.positionOf.get(id);
  const metric = place === undefined ? undefined : machine.compiled.metrics[place];
  const run = place === undefined ? undefined : machine.runs[place];
  return metric && run && { metric, run };
};

/** Goes on under another choice of revisions, with one run replaced. */
export function setRun(live: Revised, id: string, change: (run: SparseRun) => SparseRun, at: Instant): void {
  const state = toState(live.machine);
  const runs = state.runs.map((run) => (run.id === id ? change(run) : run));
  live.machine = fromState(viewOf(live.definitions, live.choice), { ...state, runs }, live.trace);
  live.machine.context.at = at;
}
