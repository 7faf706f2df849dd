import type { Fact, Instant, IssueHistory, SlaDefinitions, SlaReport } from '../model';
import { isCurrent } from '../revisions/former';
import {
  beginRevised,
  continueRevised,
  frozenUntil,
  passRevised,
  spliceAll,
  stateOfRevised,
  takeRevised,
} from '../revisions/revised';
import type { Revised } from '../revisions/revised-machine';
import { withoutIdle } from '../revisions/report';
import { firstPlanned } from './escalation';
import { comparePositions, inOrder, positionOf } from '../machine/facts';
import { begin } from '../machine/machine';
import { reportMachine } from '../report/report';
import type { SlaState } from '../machine/state';
import type { Trace } from '../machine/trace';

export interface ReplayOptions {
  /** Also tell the segments of every cycle and the events behind them. */
  readonly trace?: boolean;
}

/** Facts that come before what a state has taken in: the caller must replay from the whole history. */
export class OutOfOrderFactError extends Error {
  readonly code = 'OUT_OF_ORDER_FACT';
  constructor(readonly factId: string) {
    super(`Fact ${factId} is older than what the state has taken in. Replay the whole history instead.`);
  }
}

/** A state made with other definitions: the caller must replay from the whole history. */
export class StaleStateError extends Error {
  readonly code = 'STALE_STATE';
  constructor(stateVersion: number, version: number) {
    super(
      `The state was made with definitions version ${stateVersion}, not ${version}. Replay the whole history.`,
    );
  }
}

const finish = (live: Revised, now: Instant): SlaReport => {
  passRevised(live, now);
  return withoutIdle(live, reportMachine(live.machine, now, firstPlanned(live.machine, now)));
};

/**
 * The SLA of one issue at an instant, from its whole history. Facts may come in any order and more than once; those
 * after `now` are left out. All instants are UTC milliseconds.
 */
export const replay = (
  definitions: SlaDefinitions,
  history: IssueHistory,
  now: Instant,
  options: ReplayOptions = {},
): SlaReport => {
  const trace: Trace | undefined = options.trace ? new Map() : undefined;
  if (now < history.createdAt) return beforeCreation(definitions, history, now);
  const live = beginRevised(definitions, history, now, trace);
  for (const fact of inOrder(history.facts)) if (fact.at <= now) takeRevised(live, fact);
  return finish(live, now);
};

const beforeCreation = (definitions: SlaDefinitions, history: IssueHistory, now: Instant): SlaReport => {
  const machine = begin(definitions, history);
  for (const run of machine.runs) run.cycles = [];
  return reportMachine(machine, now);
};

/** The state of an issue at its creation. */
export const open = (definitions: SlaDefinitions, head: Omit<IssueHistory, 'facts'>): SlaState =>
  stateOf(definitions, { ...head, facts: [] });

/** The state of an issue after its whole history: cycles that a change of the definitions left alone included. */
export const stateOf = (definitions: SlaDefinitions, history: IssueHistory): SlaState => {
  const live = beginRevised(definitions, history, Infinity);
  for (const fact of inOrder(history.facts)) takeRevised(live, fact);
  spliceAll(live);
  return stateOfRevised(live);
};

/** Whether a state can be continued with these definitions and facts; if not, replay. Duplicates of the last fact are fine. */
export const continues = (definitions: SlaDefinitions, state: SlaState, facts: readonly Fact[]): boolean => {
  const last = state.lastFact;
  if (!isCurrent(definitions, state.version)) return false;
  const frozen = frozenUntil(definitions, state.createdAt);
  if (facts.some(({ at }) => at < frozen)) return false;
  return last === null || facts.every((fact) => comparePositions(positionOf(fact), last) >= 0);
};

/**
 * Takes further facts into a state; the last fact again is ignored.
 * @throws StaleStateError | OutOfOrderFactError — see `continues`
 */
export const advance = (definitions: SlaDefinitions, state: SlaState, facts: readonly Fact[]): SlaState => {
  if (!isCurrent(definitions, state.version)) throw new StaleStateError(state.version, definitions.version);
  const live = continueRevised(definitions, state);
  const frozen = frozenUntil(definitions, state.createdAt);
  for (const fact of inOrder(facts)) {
    const order = state.lastFact ? comparePositions(positionOf(fact), state.lastFact) : 1;
    if (order < 0 || (order > 0 && fact.at < frozen)) throw new OutOfOrderFactError(fact.id);
    if (order > 0) takeRevised(live, fact);
  }
  return stateOfRevised(live);
};

/**
 * The report of a state at an instant not before its last fact: `replay` without segments and events.
 * @throws StaleStateError
 */
export const reportOf = (definitions: SlaDefinitions, state: SlaState, now: Instant): SlaReport => {
  if (!isCurrent(definitions, state.version)) throw new StaleStateError(state.version, definitions.version);
  return finish(continueRevised(definitions, state), now);
};
