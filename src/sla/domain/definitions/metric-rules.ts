import { fieldsOfMetric } from '../engine/fields-of-metric';
import { UNHEARD_FIELDS } from '../history/unheard-fields';
import type { MetricDefinition, SlaDefinitions, Trigger } from '../model';
import { escalationProblems } from './escalation-rules';
import { goalProblems, volatileProblems } from './goal-rules';
import { areDisjoint, conditionImplies, holdsAfter, triggerImplies } from './implies';
import { type Problem, refusal, warning } from './problem';
import { triggersOf } from './triggers-of';

const everyImplied = (some: readonly Trigger[], others: readonly Trigger[]): boolean =>
  some.length > 0 && some.every((a) => others.some((b) => triggerImplies(a, b)));

const startStopProblems = (subject: string, metric: MetricDefinition): readonly Problem[] => {
  const { start, stop } = metric;
  if (start.length === 0)
    return [
      refusal(
        'NO_START',
        subject,
        'start',
        'Nothing starts the metric.',
        'Add a start, for example "created".',
      ),
    ];
  if (stop.length === 0)
    return [
      refusal(
        'NO_STOP',
        subject,
        'stop',
        'Nothing stops the metric, so every issue would breach it.',
        'Add a stop, for example "resolution set".',
      ),
    ];
  if (everyImplied(start, stop) && everyImplied(stop, start)) {
    return [
      refusal(
        'START_IS_STOP',
        subject,
        'stop',
        'Start and stop are the same, so a cycle would end as it begins.',
        'Stop on something else than what starts the metric.',
      ),
    ];
  }
  if (everyImplied(start, stop)) {
    return [
      refusal(
        'START_WITHIN_STOP',
        subject,
        'start',
        'Whatever starts the metric also stops it, so it would never run.',
        'Take what starts the metric out of the stop.',
      ),
    ];
  }
  return [];
};

const pauseProblems = (subject: string, metric: MetricDefinition): readonly Problem[] =>
  metric.pause.flatMap((rule, i) => {
    const path = `pause.${i}`;
    const covered = metric.start.filter((trigger) => conditionImplies(holdsAfter(trigger), rule.when));
    if (covered.length === metric.start.length && covered.length > 0) {
      const always = covered.every((trigger) => trigger.on === 'while');
      return always
        ? [
            refusal(
              'PAUSE_COVERS_START',
              subject,
              path,
              'The pause holds whenever the metric runs, so it would be permanently paused.',
              'Take what starts the metric out of the pause.',
            ),
          ]
        : [
            warning(
              'STARTS_PAUSED',
              subject,
              path,
              'The metric starts paused: what starts it also pauses it.',
              'If that is not meant, take what starts the metric out of the pause.',
            ),
          ];
    }
    const cancels =
      metric.cancel.when === 'startNoLongerHolds' &&
      metric.start.every((trigger) => trigger.on === 'while' && areDisjoint(trigger.condition, rule.when));
    return cancels
      ? [
          warning(
            'PAUSE_CANCELS',
            subject,
            path,
            'The pause can only hold where the start does not, so the metric will cancel, never pause.',
            'Let the start hold during the pause too, or cancel on something else.',
          ),
        ]
      : [];
  });

const triggerProblems = (
  subject: string,
  metric: MetricDefinition,
  definitions: SlaDefinitions,
): readonly Problem[] =>
  triggersOf(metric).flatMap(([path, trigger]) => {
    if (trigger.on === 'while') return volatileProblems(subject, path, trigger.condition);
    if (trigger.on === 'changed') return trigger.and ? volatileProblems(subject, path, trigger.and) : [];
    if (trigger.on !== 'metric') return [];
    if (trigger.metricId === metric.id)
      return [
        refusal('SELF_REFERENCE', subject, path, 'The metric waits for itself.', 'Refer to another metric.'),
      ];
    return definitions.metrics.some((each) => each.id === trigger.metricId)
      ? []
      : [
          refusal(
            'UNKNOWN_METRIC',
            subject,
            path,
            `There is no metric "${trigger.metricId}".`,
            'Refer to one of the metrics.',
          ),
        ];
  });

const emptyListProblems = (subject: string, metric: MetricDefinition): readonly Problem[] => {
  const { cancel, reset, resume } = metric;
  const found: Problem[] = [];
  if (resume?.length === 0)
    found.push(
      refusal(
        'NO_RESUME',
        subject,
        'resume',
        'Nothing resumes the clock, so a pause would never end.',
        'Add an event that resumes it, or let it resume when no pause holds.',
      ),
    );
  if (cancel.when === 'trigger' && cancel.any.length === 0)
    found.push(
      warning(
        'NO_CANCEL_EVENT',
        subject,
        'cancel',
        'The metric is to be cancelled by an event, but none is named.',
        'Add the event, or choose never.',
      ),
    );
  if (reset?.on.length === 0)
    found.push(
      warning(
        'NO_RESET_EVENT',
        subject,
        'reset',
        'The metric is to be reset by an event, but none is named.',
        'Add the event, or take the reset away.',
      ),
    );
  return found;
};

/** `is` or `changes to` with nothing chosen never holds; the editors begin with it, so it is easily left behind. */
const neverProblems = (subject: string, metric: MetricDefinition): readonly Problem[] => {
  const never = (path: string): Problem =>
    warning(
      'NOTHING_CHOSEN',
      subject,
      path,
      'No value is chosen here, so this never happens.',
      'Choose at least one value, or remove it.',
    );
  const events = triggersOf(metric)
    .filter(
      ([, trigger]) => trigger.on === 'changed' && (trigger.to?.length === 0 || trigger.from?.length === 0),
    )
    .map(([path]) => never(path));
  const pauses = metric.pause.flatMap((rule, i) =>
    'values' in rule.when && rule.when.op === 'in' && rule.when.values.length === 0
      ? [never(`pause.${i}`)]
      : [],
  );
  return [...events, ...pauses];
};

/** Fields that send no event: a clock that looks at them is right only after the next hourly pass. */
const unheardProblems = (subject: string, metric: MetricDefinition): readonly Problem[] =>
  [...new Set(fieldsOfMetric(metric))]
    .filter((field) => Object.hasOwn(UNHEARD_FIELDS, field))
    .map((field) =>
      warning(
        'FIELD_NOT_HEARD',
        subject,
        '',
        `The metric looks at "${field}"; when only that changes, the clock follows up to an hour later.`,
        'Use another field if that is too late.',
      ),
    );

/** Everything wrong with one metric. */
export const metricProblems = (metric: MetricDefinition, definitions: SlaDefinitions): readonly Problem[] => {
  const subject = `metric:${metric.id}`;
  const order = metric.order ?? [];
  return [
    ...volatileProblems(subject, 'scope', metric.scope),
    ...startStopProblems(subject, metric),
    ...pauseProblems(subject, metric),
    ...metric.pause.flatMap((rule, i) => volatileProblems(subject, `pause.${i}`, rule.when)),
    ...triggerProblems(subject, metric, definitions),
    ...goalProblems(metric, definitions),
    ...emptyListProblems(subject, metric),
    ...neverProblems(subject, metric),
    ...escalationProblems(subject, metric),
    ...unheardProblems(subject, metric),
    ...(new Set(order).size < order.length
      ? [
          refusal(
            'DUPLICATE_ACTION',
            subject,
            'order',
            'An action is listed twice in the order of actions.',
            'List each once.',
          ),
        ]
      : []),
    ...(metric.agreementId !== undefined &&
    !definitions.agreements.some((each) => each.id === metric.agreementId)
      ? [
          refusal(
            'UNKNOWN_AGREEMENT',
            subject,
            'agreementId',
            `There is no agreement "${metric.agreementId}".`,
            'Choose one of the agreements, or none.',
          ),
        ]
      : []),
  ];
};
