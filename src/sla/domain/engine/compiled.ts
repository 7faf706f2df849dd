import { calendarCache } from '../calendar/cache';
import type { Calendar } from '../calendar/calendar';
import { calendar247 } from '../calendar/compile';
import type { ActionKind, CalendarSource, Goal, MetricDefinition, SlaDefinitions, Trigger } from '../model';
import { compileCondition, fieldsOf, type LiveFields, type Test, valueOf } from './condition';
import { compileTriggers, triggerFields, type TriggerSet } from './trigger';

export interface CompiledGoal {
  readonly goal: Goal;
  readonly test: Test;
  readonly calendarId: (fields: LiveFields) => string | null;
}

export interface CompiledPause {
  readonly reason: string;
  readonly test: Test;
  readonly resumeAtField?: string;
}

export interface CompiledMetric {
  readonly def: MetricDefinition;
  readonly index: number;
  readonly scope: Test;
  readonly start: TriggerSet;
  readonly stop: TriggerSet;
  readonly resume?: TriggerSet;
  readonly cancel: TriggerSet;
  readonly reset: TriggerSet;
  readonly implicitCancel: boolean;
  readonly pauses: readonly CompiledPause[];
  readonly goals: readonly CompiledGoal[];
  readonly order: readonly ActionKind[];
  /** Fields whose change can matter. */
  readonly watch: ReadonlySet<string>;
  /** Fields whose change can mean another goal, target or calendar. */
  readonly goalFields: ReadonlySet<string>;
  /** Kinds of facts, other than changes, that can matter. */
  readonly kinds: ReadonlySet<string>;
  /** Metrics of the same issue whose pause pauses this one (`affectsParent`). */
  readonly pausedBy: readonly string[];
  /** Metrics whose doings are triggers here. */
  readonly listensTo: ReadonlySet<string>;
}

export interface CompiledDefinitions {
  readonly source: SlaDefinitions;
  /** In the order in which they are replayed: a metric after those it listens to. */
  readonly metrics: readonly CompiledMetric[];
  readonly calendar: (id: string | null) => Calendar;
  /** Fields kept in a state. */
  readonly fields: ReadonlySet<string>;
  /** Whether any metric waits for what another does. */
  readonly listening: boolean;
  /** Metrics whose breach is a trigger somewhere. */
  readonly breachSignals: ReadonlySet<string>;
}

/** cancel > stop > reset > pause > resume > start (features §4.2.3). */
export const DEFAULT_ORDER: readonly ActionKind[] = ['cancel', 'stop', 'reset', 'pause', 'resume', 'start'];

const compileGoal = (goal: Goal): CompiledGoal => {
  const source: CalendarSource = goal.calendar;
  return {
    goal,
    test: goal.when ? compileCondition(goal.when) : () => true,
    calendarId:
      source.kind === 'fixed'
        ? () => source.calendarId
        : (fields) => {
            for (const value of valueOf(fields, source.field)) {
              const found = source.map[value];
              if (found !== undefined) return found;
            }
            return source.fallback;
          },
  };
};

const goalFields = (goal: Goal): readonly string[] => {
  const { target, calendar } = goal;
  return [
    ...(goal.when ? fieldsOf(goal.when) : []),
    ...(target.kind === 'dateField' || target.kind === 'durationField' ? [target.field] : []),
    ...(calendar.kind === 'field' ? [calendar.field] : []),
  ];
};

const triggersOf = (def: MetricDefinition): readonly Trigger[] => [
  ...def.start,
  ...def.stop,
  ...(def.resume ?? []),
  ...(def.reset?.on ?? []),
  ...(def.cancel.when === 'trigger' ? def.cancel.any : []),
];

const kindOf: Partial<Record<Trigger['on'], string>> = {
  commented: 'comment',
  approval: 'approval',
  linked: 'link',
  unlinked: 'link',
};

const watchOf = (def: MetricDefinition): Set<string> =>
  new Set([
    ...fieldsOf(def.scope),
    ...triggersOf(def).flatMap(triggerFields),
    ...def.pause.flatMap((rule) => [
      ...fieldsOf(rule.when),
      ...(rule.resumeAtField ? [rule.resumeAtField] : []),
    ]),
    ...def.goals.flatMap(goalFields),
    ...(def.startFromField ? [def.startFromField] : []),
  ]);

/** Metrics of child agreements that say a pause of theirs pauses the parent. */
const childrenOf = (def: MetricDefinition, definitions: SlaDefinitions): readonly string[] => {
  if (!def.agreementId) return [];
  const children = definitions.agreements
    .filter((each) => each.parentId === def.agreementId && each.affectsParent === 'pause')
    .map((each) => each.id);
  return definitions.metrics
    .filter((each) => each.agreementId !== undefined && children.includes(each.agreementId))
    .map((each) => each.id);
};

/** The actions in the metric's order, without those nothing can cause. */
const orderOf = (def: MetricDefinition): readonly ActionKind[] => {
  const first = def.order ?? [];
  const all = [...first, ...DEFAULT_ORDER.filter((each) => !first.includes(each))];
  return all.filter((each) =>
    each === 'cancel' ? def.cancel.when === 'trigger' : each !== 'reset' || def.reset,
  );
};

const compileMetric = (def: MetricDefinition, index: number, definitions: SlaDefinitions): CompiledMetric => {
  const triggers = triggersOf(def);
  const listensTo = new Set(
    triggers.flatMap((trigger) => (trigger.on === 'metric' ? [trigger.metricId] : [])),
  );
  const pausedBy = childrenOf(def, definitions);
  for (const id of pausedBy) listensTo.add(id);
  const watch = watchOf(def);
  const kinds = new Set(triggers.flatMap((trigger) => kindOf[trigger.on] ?? []));
  if (watch.has('approval')) kinds.add('approval');
  return {
    def,
    index,
    scope: compileCondition(def.scope),
    start: compileTriggers(def.start),
    stop: compileTriggers(def.stop),
    resume: def.resume && compileTriggers(def.resume),
    cancel: compileTriggers(def.cancel.when === 'trigger' ? def.cancel.any : []),
    reset: compileTriggers(def.reset?.on ?? []),
    implicitCancel: def.cancel.when === 'startNoLongerHolds',
    pauses: def.pause.map((rule) => ({
      reason: rule.reason,
      test: compileCondition(rule.when),
      resumeAtField: rule.resumeAtField,
    })),
    goals: def.goals.map(compileGoal),
    order: orderOf(def),
    watch,
    goalFields: new Set(def.goals.flatMap(goalFields)),
    kinds,
    pausedBy,
    listensTo,
  };
};

/** A metric after those it listens to; metrics that listen to each other keep the order given. */
const inOrder = (metrics: readonly CompiledMetric[]): readonly CompiledMetric[] => {
  const byId = new Map(metrics.map((metric) => [metric.def.id, metric]));
  const done = new Set<CompiledMetric>();
  const visit = (metric: CompiledMetric, path: readonly CompiledMetric[]): void => {
    if (done.has(metric) || path.includes(metric)) return;
    for (const id of metric.listensTo) {
      const other = byId.get(id);
      if (other) visit(other, [...path, metric]);
    }
    done.add(metric);
  };
  for (const metric of metrics) visit(metric, []);
  return [...done];
};

const calendars = calendarCache();

const calendarBook = (definitions: SlaDefinitions): ((id: string | null) => Calendar) => {
  const byId = new Map<string | null, Calendar>([[null, calendar247]]);
  return (id) => {
    const known = byId.get(id);
    if (known) return known;
    const definition = definitions.calendars.find((each) => each.id === id);
    const calendar = definition ? calendars(definition, definitions.holidaySets) : calendar247;
    byId.set(id, calendar);
    return calendar;
  };
};

const compile = (definitions: SlaDefinitions): CompiledDefinitions => {
  const metrics = definitions.metrics
    .map((def, index) => ({ def, index }))
    .filter(({ def }) => def.active)
    .map(({ def, index }) => compileMetric(def, index, definitions));
  const triggers = metrics.flatMap((metric) => triggersOf(metric.def));
  const levels = metrics.flatMap((metric) =>
    metric.def.escalations.flatMap((level) => (level.when ? fieldsOf(level.when) : [])),
  );
  return {
    source: definitions,
    metrics: inOrder(metrics),
    calendar: calendarBook(definitions),
    fields: new Set([...metrics.flatMap((metric) => [...metric.watch]), ...levels]),
    listening: metrics.some((metric) => metric.listensTo.size > 0),
    breachSignals: new Set(
      triggers.flatMap((trigger) =>
        trigger.on === 'metric' && trigger.to === 'breached' ? [trigger.metricId] : [],
      ),
    ),
  };
};

const compiled = new WeakMap<SlaDefinitions, CompiledDefinitions>();

/** Definitions ready to replay; the same object is compiled once. A goal whose calendar is gone counts 24×7. */
export const compiledOf = (definitions: SlaDefinitions): CompiledDefinitions => {
  const known = compiled.get(definitions);
  if (known) return known;
  const made = compile(definitions);
  compiled.set(definitions, made);
  return made;
};
