import { type CountedGoal, goalsOf } from '../model/goals-of';
import { triggersOf } from '../model/triggers-of';
import type { MetricDefinition } from '../model';
import { fieldsOf } from './condition';
import { triggerFields } from './trigger';

/** The fields that decide a goal, its target or its calendar. */
export const goalFields = ({ when, target, calendar }: CountedGoal): readonly string[] => [
  ...(when ? fieldsOf(when) : []),
  ...(target.kind === 'dateField' || target.kind === 'durationField' ? [target.field] : []),
  ...(calendar.kind === 'field' ? [calendar.field] : []),
];

/** Every field that can cause an action. */
export const movedBy = (def: MetricDefinition): readonly string[] => [
  ...fieldsOf(def.scope),
  ...triggersOf(def).flatMap(([, trigger]) => triggerFields(trigger)),
  ...def.pause.flatMap((rule) => [
    ...fieldsOf(rule.when),
    ...(rule.resumeAtField ? [rule.resumeAtField] : []),
  ]),
  // Tells a reopening from a step between two done statuses.
  ...(def.undoStopMs > 0 ? ['statusCategory'] : []),
];

/** Every field a metric's clock looks at, each perhaps several times. */
export const watchedBy = (def: MetricDefinition): readonly string[] => [
  ...movedBy(def),
  ...goalsOf(def).flatMap(goalFields),
  ...(def.startFromField ? [def.startFromField] : []),
];

/** Every field a metric looks at, its escalations included, each perhaps several times. */
export const fieldsOfMetric = (def: MetricDefinition): readonly string[] => [
  ...watchedBy(def),
  ...def.escalations.flatMap(({ when }) => (when ? fieldsOf(when) : [])),
];
