/** Everything a metric refers to, in its own order. */
import { refsIn, refTo, type Visit } from '../../../../kernel/refs';
import type { CalendarSource, Goal, MetricDefinition, Target, Trigger } from '../../../engine/model';
import { conditionRefs, fieldRef, triggerRefs, valueRefs } from './condition-refs';
import { levelRefs } from './escalation-refs';
import { testCaseRefs } from './test-case-refs';

/** `part`: the goal that counts on a calendar of its own. */
function calendarRefs(visit: Visit, source: CalendarSource, at: string, part?: string): CalendarSource {
  const to = (calendarId: string | null) =>
    calendarId === null ? null : refTo(visit, 'calendar', calendarId, at, part);
  if (source.kind === 'fixed') return { ...source, calendarId: to(source.calendarId) };
  return {
    ...source,
    field: fieldRef(visit, source.field, at),
    map: Object.fromEntries(
      Object.entries(source.map).map(([value, calendarId]) => [
        valueRefs(visit, source.field, [value], at)[0] ?? value,
        to(calendarId) ?? calendarId,
      ]),
    ),
    fallback: to(source.fallback),
  };
}

const targetRefs = (visit: Visit, target: Target, at: string): Target =>
  'field' in target ? { ...target, field: fieldRef(visit, target.field, at) } : target;

const goalRefs = (visit: Visit, goal: Goal): Goal => ({
  ...goal,
  ...(goal.when && { when: conditionRefs(visit, goal.when, `goals.${goal.id}.when`) }),
  target: targetRefs(visit, goal.target, `goals.${goal.id}.target`),
  ...(goal.calendar && {
    calendar: calendarRefs(visit, goal.calendar, `goals.${goal.id}.calendar`, goal.name),
  }),
});

export function metricRefs(metric: MetricDefinition, visit: Visit): MetricDefinition {
  const triggers = (all: readonly Trigger[], at: string): readonly Trigger[] =>
    all.map((trigger, index) => triggerRefs(visit, trigger, `${at}.${index}`));
  const { spaces, resume, cancel, reset, startFromField, tests } = metric;
  return {
    ...refsIn(visit, metric, { agreementId: 'agreement' }),
    scope: conditionRefs(visit, metric.scope, 'scope'),
    start: triggers(metric.start, 'start'),
    stop: triggers(metric.stop, 'stop'),
    pause: metric.pause.map((rule, index) => ({
      ...rule,
      when: conditionRefs(visit, rule.when, `pause.${index}`),
      ...(rule.resumeAtField && { resumeAtField: fieldRef(visit, rule.resumeAtField, `pause.${index}`) }),
    })),
    ...(resume && { resume: triggers(resume, 'resume') }),
    cancel: cancel.when === 'trigger' ? { ...cancel, any: triggers(cancel.any, 'cancel.any') } : cancel,
    ...(reset && { reset: { ...reset, on: triggers(reset.on, 'reset.on') } }),
    calendar: calendarRefs(visit, metric.calendar, 'calendar'),
    goals: metric.goals.map((goal) => goalRefs(visit, goal)),
    ...(spaces && {
      spaces: spaces.map(({ id, goals }) => ({
        id: refTo(visit, 'space', id, 'spaces'),
        goals: goals.map((goal) => goalRefs(visit, goal)),
      })),
    }),
    ...(startFromField && { startFromField: fieldRef(visit, startFromField, 'startFromField') }),
    escalations: metric.escalations.map((level, index) => levelRefs(visit, level, `escalations.${index}`)),
    ...(tests && { tests: tests.map((test, index) => testCaseRefs(visit, test, `tests.${index}`)) }),
  };
}
