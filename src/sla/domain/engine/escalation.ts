import type { Calendar } from '../calendar/calendar';
import type { EscalationLevel, Instant, SlaDefinitions } from '../model';
import { type CompiledMetric } from './compiled';
import { compileCondition } from './condition';
import { dueOf, ongoingOf } from './cycle';
import { fromState, type Machine } from './machine';
import { passTime } from './pass-time';
import type { CycleState, SlaState } from './state';

/** Something that must happen at an instant: a due time, a level of escalation, the known end of a pause. */
export interface PlannedInstant {
  /** `metric:cycle:level:goalVersion`; level is `due` or `resume` for those two. */
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

const percentAt = (cycle: CycleState, calendar: Calendar, percent: number): Instant | undefined => {
  if (cycle.t === null || cycle.r === undefined) return undefined;
  const wanted = (cycle.t * percent) / 100;
  if (cycle.k) return calendar.addWorking(cycle.s, wanted);
  return wanted > cycle.a ? calendar.addWorking(cycle.r, wanted - cycle.a) : cycle.r;
};

const shifted = (due: Instant, level: EscalationLevel, calendar: Calendar): Instant => {
  const { at } = level;
  if (at.kind === 'percent') return due;
  const sign = at.kind === 'beforeDue' ? -1 : 1;
  if (at.clock === 'wall') return due + sign * at.ms;
  return sign < 0 ? calendar.subtractWorking(due, at.ms) : calendar.addWorking(due, at.ms);
};

const levelAt = (cycle: CycleState, level: EscalationLevel, calendar: Calendar): Instant | undefined => {
  if (cycle.r === undefined) return undefined;
  if (level.at.kind === 'percent') return percentAt(cycle, calendar, level.at.percent);
  const due = dueOf(cycle, calendar);
  return due === undefined ? undefined : shifted(due, level, calendar);
};

const planCycle = (metric: CompiledMetric, cycle: CycleState, calendar: Calendar): PlannedInstant[] => {
  const { id, escalations } = metric.def;
  const plan: PlannedInstant[] = [];
  const add = (
    name: string,
    kind: PlannedInstant['kind'],
    at: Instant | undefined,
    level?: EscalationLevel,
  ): void => {
    if (at === undefined || !Number.isFinite(at)) return;
    plan.push({
      key: `${id}:${cycle.n}:${name}:${cycle.v ?? 0}`,
      at,
      kind,
      metricId: id,
      cycle: cycle.n,
      level,
    });
  };
  for (const level of escalations) add(level.id, 'escalation', levelAt(cycle, level, calendar), level);
  if (cycle.r === undefined) add('resume', 'resume', cycle.ra);
  if (cycle.r !== undefined || cycle.k) add('due', 'due', dueOf(cycle, calendar));
  return plan;
};

/** Everything planned for the running cycles, past and future, by instant. Paused cycles plan only their known end. */
const planMachine = ({ compiled, pairs }: Machine): readonly PlannedInstant[] =>
  pairs
    .flatMap(([metric, run]) => {
      const cycle = ongoingOf(run.y);
      return cycle ? planCycle(metric, cycle, compiled.calendar(cycle.c)) : [];
    })
    .sort((a, b) => a.at - b.at);

/** The first planned instant after `now`, without planning what lies behind. */
export const firstPlanned = (machine: Machine, now: Instant): Instant | undefined => {
  let first = Infinity;
  for (const [metric, run] of machine.pairs) {
    const cycle = ongoingOf(run.y);
    if (!cycle) continue;
    const calendar = machine.compiled.calendar(cycle.c);
    const ends =
      cycle.r === undefined && !cycle.k
        ? [cycle.ra]
        : [dueOf(cycle, calendar), cycle.r === undefined ? cycle.ra : undefined];
    for (const level of metric.def.escalations) ends.push(levelAt(cycle, level, calendar));
    for (const at of ends) if (at !== undefined && at > now && at < first) first = at;
  }
  return Number.isFinite(first) ? first : undefined;
};

const machineAt = (definitions: SlaDefinitions, state: SlaState, now: Instant): Machine => {
  const machine = fromState(definitions, state);
  passTime(machine, now);
  return machine;
};

/** What is still to come after `now`: due times, escalation levels, known ends of pauses; earliest first. */
export const nextInstants = (
  definitions: SlaDefinitions,
  state: SlaState,
  now: Instant,
): readonly PlannedInstant[] =>
  planMachine(machineAt(definitions, state, now)).filter((each) => each.at > now);

/**
 * Which escalation levels are due at `now` and not among `alreadyDone` keys. Levels whose condition does not hold are
 * left alone. When several of a cycle are due only the highest fires (features §4.9.3).
 */
export const dueEscalations = (
  definitions: SlaDefinitions,
  state: SlaState,
  now: Instant,
  alreadyDone: ReadonlySet<string>,
): DueEscalations => {
  const machine = machineAt(definitions, state, now);
  const { fields } = machine.context;
  const due = planMachine(machine).filter(
    (each) =>
      each.level !== undefined &&
      each.at <= now &&
      !alreadyDone.has(each.key) &&
      (!each.level.when || compileCondition(each.level.when)(fields)),
  );
  const highest = new Map<string, PlannedInstant>();
  for (const each of due) highest.set(`${each.metricId}:${each.cycle}`, each);
  const fire = new Set(highest.values());
  return { fire: [...fire], skip: due.filter((each) => !fire.has(each)) };
};
