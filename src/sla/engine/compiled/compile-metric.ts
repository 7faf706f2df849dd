import type {
  ActionKind,
  Agreement,
  CalendarSource,
  MetricDefinition,
  SlaDefinitions,
  Trigger,
} from '../model';
import { type CountedGoal, goalsOf, type PlacedGoal, placedGoals } from '../model/goals-of';
import { type MetricBelow, metricsBelow } from '../model/metrics-below';
import { triggersOf } from '../model/triggers-of';
import { byPause } from './cause';
import { compileCondition } from './condition';
import type { Choice, CompiledGoal, CompiledMetric, PausedBy } from './compiled';
import { EFFECT } from './effect';
import { goalFields, movedBy, watchedBy } from './fields-of-metric';
import { type LiveFields, type Slots, valueIn } from './slots';
import { compileTriggers } from './trigger';

/** cancel > stop > reset > pause > resume > start (sla-rules §2.3). */
const DEFAULT_ORDER: readonly ActionKind[] = ['cancel', 'stop', 'reset', 'pause', 'resume', 'start'];

const calendarIdOf = (source: CalendarSource, slots: Slots): ((fields: LiveFields) => string | null) => {
  if (source.kind === 'fixed') return () => source.calendarId;
  const slot = slots.of(source.field);
  return (fields) => {
    for (const value of valueIn(fields, slot)) {
      const found = source.map[value];
      if (found !== undefined) return found;
    }
    return source.fallback;
  };
};

const alwaysOf = ({ target, calendar }: CountedGoal, index: number): Choice | undefined => {
  if (calendar.kind !== 'fixed') return undefined;
  if (target.kind !== 'duration' && target.kind !== 'none') return undefined;
  const aim = { ms: target.kind === 'none' ? null : target.ms, fixed: undefined, nominal: undefined };
  return { index, calendarId: calendar.calendarId, aim };
};

const compileGoal = ({ goal, order, spaceId }: PlacedGoal, index: number, slots: Slots): CompiledGoal => ({
  goal,
  spaceId,
  test: goal.when ? compileCondition(goal.when, slots) : () => true,
  calendarId: calendarIdOf(goal.calendar, slots),
  always: alwaysOf(goal, index),
  shown: { id: goal.id, name: goal.name, order, target: goal.target },
});

const kindOf: Partial<Record<Trigger['on'], string>> = {
  commented: 'comment',
  approval: 'approval',
  linked: 'link',
  unlinked: 'link',
};

/** Those of the same work item that hold their parent's clocks. */
const pausedByOf = (children: readonly MetricBelow[]): readonly PausedBy[] =>
  children.flatMap(({ metricId: id, agreement: { affectsParent, measuredOn } }) =>
    measuredOn === undefined && (affectsParent === 'pause' || affectsParent === 'open')
      ? [{ id, whileOpen: affectsParent === 'open' }]
      : [],
  );

const limitedAgreement = (
  def: MetricDefinition,
  { agreements, agreementOf }: SlaDefinitions,
): Agreement | undefined => {
  const agreement = agreementOf?.[def.id] ?? agreements.find(({ id }) => id === def.agreementId);
  return agreement?.validFrom === undefined && agreement?.validTo === undefined ? undefined : agreement;
};

/** The actions in the metric's order, without those nothing can cause. */
const orderOf = (def: MetricDefinition): readonly ActionKind[] => {
  const first = def.order ?? [];
  const all = [...first, ...DEFAULT_ORDER.filter((each) => !first.includes(each))];
  return all.filter((each) =>
    each === 'cancel' ? def.cancel.when === 'trigger' : each !== 'reset' || def.reset,
  );
};

const isPlain = (def: MetricDefinition): boolean =>
  def.cancel.when === 'never' &&
  !def.reset &&
  !def.resume &&
  !def.retroactivePause &&
  def.start.every((trigger) => trigger.on !== 'while');

const marked = (slots: Slots, fields: readonly string[]): readonly boolean[] =>
  slots.names.map((name) => fields.includes(name));

const effectsOf = (def: MetricDefinition, slots: Slots): Uint8Array => {
  const moving = marked(slots, movedBy(def));
  const deciding = marked(slots, goalsOf(def).flatMap(goalFields));
  return Uint8Array.from(slots.names, (name, slot) => {
    const goal = deciding[slot] ? EFFECT.goal : 0;
    return goal | (moving[slot] ? EFFECT.moves : 0) | (name === def.startFromField ? EFFECT.start : 0);
  });
};

export const compileMetric = (
  def: MetricDefinition,
  index: number,
  definitions: SlaDefinitions,
  slots: Slots,
): CompiledMetric => {
  const triggers = triggersOf(def).map(([, trigger]) => trigger);
  const order = orderOf(def);
  const children = metricsBelow(def.agreementId, definitions);
  const pausedBy = pausedByOf(children);
  const kinds = new Set(triggers.flatMap((trigger) => kindOf[trigger.on] ?? []));
  if (watchedBy(def).includes('approval')) kinds.add('approval');
  return {
    def,
    agreement: limitedAgreement(def, definitions),
    index,
    scope: compileCondition(def.scope, slots),
    start: compileTriggers(def.start, slots),
    stop: compileTriggers(def.stop, slots),
    resume: def.resume && compileTriggers(def.resume, slots),
    cancel: compileTriggers(def.cancel.when === 'trigger' ? def.cancel.any : [], slots),
    reset: compileTriggers(def.reset?.on ?? [], slots),
    effects: effectsOf(def, slots),
    plain: isPlain(def),
    implicitCancel: def.cancel.when === 'startNoLongerHolds',
    pauses: def.pause.map(({ reason, when, resumeAtField }) => ({
      reason,
      test: compileCondition(when, slots),
      resumeAtField,
      held: { reason, until: undefined, cause: byPause(reason, when) },
    })),
    goals: placedGoals(def).map((goal, place) => compileGoal(goal, place, slots)),
    order,
    startsFirst: order.indexOf('start') < order.indexOf('stop'),
    kinds,
    pausedBy,
    below: new Set(
      children.filter(({ agreement }) => agreement.measuredOn !== undefined).map(({ metricId }) => metricId),
    ),
    listensTo: new Set([
      ...triggers.flatMap((trigger) => (trigger.on === 'metric' ? [trigger.metricId] : [])),
      ...pausedBy.map(({ id }) => id),
    ]),
  };
};
