import type { Calendar } from '../calendar/calendar';
import type { EscalationLevel, Instant, SlaDefinitions } from '../model';
import type { CompiledMetric } from '../compiled/compiled';
import { breachInstantOf, ongoingOf, pauseTurnsAt } from '../machine/cycle';
import type { Machine } from '../machine/machine';
import { continueRevised, passRevised } from '../revisions/revised';
import { levelAt, occurrencesOf } from '../machine/repeat';
import type { CycleState, SlaState } from '../machine/state';

/** Something that must happen at an instant: a due time, a level of escalation, the known end of a pause. */
export interface PlannedInstant {
  /** `metric:cycle:level:goalVersion`, `+n` when it repeats; level is `due` or `resume` for those two. */
  readonly key: string;
  readonly at: Instant;
  readonly kind: 'due' | 'escalation' | 'resume';
  readonly metricId: string;
  readonly cycle: number;
  /** Escalations only. */
  readonly level?: EscalationLevel;
}

export interface DueEscalations {
  /** To be carried out now: per cycle the highest level that is due and not done. */
  readonly fire: readonly PlannedInstant[];
  /** Passed over by a higher one: to be remembered as done. */
  readonly skip: readonly PlannedInstant[];
}

/** The key of the nth time a level acts: the first is the level's own, later ones are numbered `+1`, `+2`, … */
const keyOf = (base: string, nth: number): string => (nth === 0 ? base : `${base}+${nth}`);

/** A level's key without the number of its repetition, and that number. */
export const partsOfKey = (key: string): readonly [base: string, nth: number] => {
  const match = /^(.*:\d+)\+(\d+)$/.exec(key);
  return match?.[1] === undefined ? [key, 0] : [match[1], Number(match[2])];
};

const planCycle = (
  metric: CompiledMetric,
  cycle: CycleState,
  calendar: Calendar,
  now: Instant,
): PlannedInstant[] => {
  const { id, escalations } = metric.def;
  const plan: PlannedInstant[] = [];
  const add = (
    name: string,
    kind: PlannedInstant['kind'],
    at: Instant | undefined,
    level?: EscalationLevel,
    nth = 0,
  ): void => {
    if (at === undefined || !Number.isFinite(at)) return;
    plan.push({
      key: keyOf(`${id}:${cycle.number}:${name}:${cycle.changes ?? 0}`, nth),
      at,
      kind,
      metricId: id,
      cycle: cycle.number,
      level,
    });
  };
  for (const level of escalations)
    for (const { at, nth } of occurrencesOf(cycle, level, calendar, now))
      add(level.id, 'escalation', at, level, nth);
  add('resume', 'resume', pauseTurnsAt(cycle));
  if (cycle.runningSince !== undefined || cycle.dueIsDate)
    add('due', 'due', breachInstantOf(metric, cycle, calendar));
  return plan;
};

/** Everything planned for the running cycles, past and future, by instant. Paused cycles plan only their known end. */
const planMachine = ({ compiled, runs }: Machine, now: Instant): readonly PlannedInstant[] =>
  compiled.metrics
    .flatMap((metric, i) => {
      const cycle = ongoingOf(runs[i]!.cycles);
      return cycle ? planCycle(metric, cycle, compiled.calendar(cycle.calendarId), now) : [];
    })
    .sort((a, b) => a.at - b.at);

/** The first planned instant after `now`, without planning what lies behind. */
export const firstPlanned = ({ compiled, runs }: Machine, now: Instant): Instant | undefined => {
  let first = Infinity;
  const consider = (at: Instant | undefined): void => {
    if (at !== undefined && at > now && at < first) first = at;
  };
  for (let i = 0; i < runs.length; i++) {
    const cycle = ongoingOf(runs[i]!.cycles);
    if (!cycle) continue;
    const calendar = compiled.calendar(cycle.calendarId);
    consider(pauseTurnsAt(cycle));
    if (cycle.runningSince !== undefined || cycle.dueIsDate)
      consider(breachInstantOf(compiled.metrics[i]!, cycle, calendar));
    for (const level of compiled.metrics[i]!.def.escalations)
      for (const { at } of occurrencesOf(cycle, level, calendar, now)) consider(at);
  }
  return Number.isFinite(first) ? first : undefined;
};

const machineAt = (definitions: SlaDefinitions, state: SlaState, now: Instant): Machine => {
  const live = continueRevised(definitions, state);
  passRevised(live, now);
  return live.machine;
};

/** What is still to come after `now`: due times, escalation levels, known ends of pauses; earliest first. */
export const nextInstants = (
  definitions: SlaDefinitions,
  state: SlaState,
  now: Instant,
): readonly PlannedInstant[] =>
  planMachine(machineAt(definitions, state, now), now).filter((each) => each.at > now);

/**
 * Which escalation levels are due at `now` and not among `alreadyDone` keys. Levels whose condition does not hold are
 * left alone. When several of a cycle are due only the highest fires (sla-rules §9.3): the one that first came last,
 * whichever repeated last.
 */
export const dueEscalations = (
  definitions: SlaDefinitions,
  state: SlaState,
  now: Instant,
  alreadyDone: ReadonlySet<string>,
): DueEscalations => {
  const machine = machineAt(definitions, state, now);
  const { fields } = machine.context;
  const done = latestDone(alreadyDone);
  const due = planMachine(machine, now)
    .filter(
      (each) =>
        each.level !== undefined &&
        each.at <= now &&
        !isDone(each.key, done) &&
        machine.compiled.levelHolds(each.level, fields),
    )
    .map((each) => ({ each, first: firstAt(machine, each) }))
    .sort((a, b) => a.first - b.first)
    .map(({ each }) => each);
  const highest = new Map<string, PlannedInstant>();
  for (const each of due) highest.set(`${each.metricId}:${each.cycle}`, each);
  const fire = new Set(highest.values());
  return { fire: [...fire], skip: due.filter((each) => !fire.has(each)) };
};

/** When a level acted first, however often it has repeated. */
const firstAt = ({ compiled, runs }: Machine, { metricId, level, at }: PlannedInstant): Instant => {
  const cycle = ongoingOf(runs[compiled.positionOf.get(metricId) ?? -1]?.cycles ?? []);
  if (cycle === undefined || level?.repeatEveryMs === undefined) return at;
  return levelAt(cycle, level, compiled.calendar(cycle.calendarId)) ?? at;
};

const latestDone = (keys: ReadonlySet<string>): ReadonlyMap<string, number> => {
  const latest = new Map<string, number>();
  for (const key of keys) {
    const [base, nth] = partsOfKey(key);
    latest.set(base, Math.max(nth, latest.get(base) ?? -1));
  }
  return latest;
};

const isDone = (key: string, done: ReadonlyMap<string, number>): boolean => {
  const [base, nth] = partsOfKey(key);
  return nth <= (done.get(base) ?? -1);
};
