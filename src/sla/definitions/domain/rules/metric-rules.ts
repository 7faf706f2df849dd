import { fieldsOfMetric } from '../../../engine/compiled/fields-of-metric';
import { UNTRACKED_FIELDS } from '../../../engine/history/untracked-fields';
import type { MetricDefinition, SlaDefinitions, Trigger } from '../../../engine/model';
import { escalationProblems } from './escalation-rules';
import { goalProblems, volatileProblems } from './goal-rules';
import { areDisjoint, conditionImplies, holdsAfter, triggerImplies } from './implies';
import { errorIn, warningIn } from '../../../../kernel/finding';
import type { Problem } from './problem';
import { triggersOf } from '../../../engine/model/triggers-of';

const everyImplied = (some: readonly Trigger[], others: readonly Trigger[]): boolean =>
  some.length > 0 && some.every((a) => others.some((b) => triggerImplies(a, b)));

const startStopProblems = (whose: string, metric: MetricDefinition): readonly Problem[] => {
  const { start, stop } = metric;
  if (start.length === 0) return [errorIn('NO_START', whose, 'start')];
  if (stop.length === 0) return [errorIn('NO_STOP', whose, 'stop')];
  if (everyImplied(start, stop) && everyImplied(stop, start)) {
    return [errorIn('START_IS_STOP', whose, 'stop')];
  }
  if (everyImplied(start, stop)) {
    return [errorIn('START_WITHIN_STOP', whose, 'start')];
  }
  return [];
};

const pauseProblems = (whose: string, metric: MetricDefinition): readonly Problem[] =>
  metric.pause.flatMap((rule, i): readonly Problem[] => {
    const at = `pause.${i}`;
    const covered = metric.start.filter((trigger) => conditionImplies(holdsAfter(trigger), rule.when));
    if (covered.length === metric.start.length && covered.length > 0) {
      const always = covered.every((trigger) => trigger.on === 'while');
      return always ? [errorIn('PAUSE_COVERS_START', whose, at)] : [warningIn('STARTS_PAUSED', whose, at)];
    }
    const cancels =
      metric.cancel.when === 'startNoLongerHolds' &&
      metric.start.every((trigger) => trigger.on === 'while' && areDisjoint(trigger.condition, rule.when));
    return cancels ? [warningIn('PAUSE_CANCELS', whose, at)] : [];
  });

const triggerProblems = (
  whose: string,
  metric: MetricDefinition,
  definitions: SlaDefinitions,
): readonly Problem[] =>
  triggersOf(metric).flatMap(([at, trigger]) => {
    if (trigger.on === 'while') return volatileProblems(whose, at, trigger.condition);
    if (trigger.on === 'changed') return trigger.and ? volatileProblems(whose, at, trigger.and) : [];
    if (trigger.on !== 'metric') return [];
    if (trigger.metricId === metric.id) return [errorIn('SELF_REFERENCE', whose, at)];
    return definitions.metrics.some((each) => each.id === trigger.metricId)
      ? []
      : [errorIn('UNKNOWN_METRIC', whose, at, { metric: trigger.metricId })];
  });

const emptyListProblems = (whose: string, metric: MetricDefinition): readonly Problem[] => {
  const { cancel, reset, resume } = metric;
  const found: Problem[] = [];
  if (resume?.length === 0) found.push(errorIn('NO_RESUME', whose, 'resume'));
  if (cancel.when === 'trigger' && cancel.any.length === 0)
    found.push(warningIn('NO_CANCEL_EVENT', whose, 'cancel'));
  if (reset?.on.length === 0) found.push(warningIn('NO_RESET_EVENT', whose, 'reset'));
  return found;
};

/** `is` or `changes to` with nothing chosen never holds; the editors begin with it, so it is easily left behind. */
const neverProblems = (whose: string, metric: MetricDefinition): readonly Problem[] => {
  const never = (at: string): Problem => warningIn('NOTHING_CHOSEN', whose, at);
  const events = triggersOf(metric)
    .filter(
      ([, trigger]) => trigger.on === 'changed' && (trigger.to?.length === 0 || trigger.from?.length === 0),
    )
    .map(([at]) => never(at));
  const pauses = metric.pause.flatMap((rule, i) =>
    'values' in rule.when && rule.when.op === 'in' && rule.when.values.length === 0
      ? [never(`pause.${i}`)]
      : [],
  );
  return [...events, ...pauses];
};

/** Fields that send no event: a clock that looks at them is right only after the next hourly pass. */
const unheardProblems = (whose: string, metric: MetricDefinition): readonly Problem[] =>
  [...new Set(fieldsOfMetric(metric))]
    .filter((field) => Object.hasOwn(UNTRACKED_FIELDS, field))
    .map((field) => warningIn('FIELD_NOT_HEARD', whose, '', { field }));

/** Everything wrong with one metric. */
export const metricProblems = (metric: MetricDefinition, definitions: SlaDefinitions): readonly Problem[] => {
  const whose = `metric:${metric.id}`;
  const order = metric.order ?? [];
  return [
    ...volatileProblems(whose, 'scope', metric.scope),
    ...startStopProblems(whose, metric),
    ...pauseProblems(whose, metric),
    ...metric.pause.flatMap((rule, i) => volatileProblems(whose, `pause.${i}`, rule.when)),
    ...triggerProblems(whose, metric, definitions),
    ...goalProblems(metric, definitions),
    ...emptyListProblems(whose, metric),
    ...neverProblems(whose, metric),
    ...escalationProblems(whose, metric),
    ...unheardProblems(whose, metric),
    ...(new Set(order).size < order.length ? [errorIn('DUPLICATE_ACTION', whose, 'order')] : []),
    ...(metric.agreementId !== undefined &&
    !definitions.agreements.some((each) => each.id === metric.agreementId)
      ? [errorIn('UNKNOWN_AGREEMENT', whose, 'agreementId', { agreement: metric.agreementId })]
      : []),
  ];
};
