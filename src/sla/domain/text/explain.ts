import { placedGoals } from '../definitions/goals-of';
import type { Condition, Cycle, Instant, MetricDefinition, MetricResult, TimelineEvent } from '../model';
import { formatDuration } from './duration';
import { known, reasonText, TEXTS } from './explain-texts';
import { conditionText, instantText, type TextOptions, valueName } from './names';
import { idleText } from './unmet-text';

export interface ExplainOptions extends TextOptions {
  /** The metric's definition: with it the sentence says why the goal was chosen, and of how many. */
  readonly definition?: MetricDefinition;
}

const goalPart = (cycle: Cycle, options: ExplainOptions): string => {
  const texts = TEXTS[options.locale];
  const placed =
    options.definition && placedGoals(options.definition).find(({ goal }) => goal.id === cycle.goal.id);
  const when = placed?.goal.when;
  const of = placed?.of ?? options.definition?.goals.length;
  const rule = of === undefined ? texts.ruleOnly(cycle.goal.order) : texts.rule(cycle.goal.order, of);
  return `${texts.goal(cycle.goal.name)}${when ? texts.because(conditionText(when, options)) : ''}${rule}.`;
};

const extrasPart = (cycle: Cycle, options: ExplainOptions): string => {
  const texts = TEXTS[options.locale];
  const extended = cycle.extensions.length > 0 && cycle.originalDueTime !== undefined;
  return (
    (extended ? texts.extended(instantText(cycle.originalDueTime ?? 0, options)) : '') +
    (cycle.excused ? texts.excused(known(texts.excuses, cycle.excused.category), cycle.excused.reason) : '')
  );
};

const isStatus = (condition: Condition): boolean => {
  if ('all' in condition) return condition.all.some(isStatus);
  if ('any' in condition) return condition.any.some(isStatus);
  if ('not' in condition) return isStatus(condition.not);
  return condition.field === 'status' || condition.field === 'statusCategory';
};

/**
 * What pauses it: a rule's condition as it held (the status it had, where the rule asks for one) and the reason; of a
 * pause that no condition made, only the reason that somebody gave.
 */
const whyPaused = (cycle: Cycle, event: TimelineEvent | undefined, options: ExplainOptions): string => {
  const { locale, names } = options;
  const texts = TEXTS[locale];
  const given = cycle.pauseReason ?? '';
  const reason = reasonText(given, locale);
  const cause = event && 'pause' in event.cause ? event.cause : undefined;
  const below = cause?.issueId === undefined ? '' : texts.below(valueName('issue', cause.issueId, names));
  if (cause?.when === undefined)
    return `${Object.hasOwn(texts.reasons, given) ? reason : texts.ownReason(given)}${below}`;
  const status = cycle.segments.findLast((segment) => segment.type === 'paused')?.status;
  const held =
    status && isStatus(cause.when)
      ? texts.status(valueName('status', status, names))
      : conditionText(cause.when, options);
  return `${held}, ${reason}`;
};

const pausedPart = (metric: MetricResult, cycle: Cycle, now: Instant, options: ExplainOptions): string => {
  const texts = TEXTS[options.locale];
  const { names, locale } = options;
  const since = cycle.pausedSince ?? now;
  const event = metric.events.findLast((each) => each.action === 'pause' && each.at <= now);
  const who = event?.by
    ? texts.by(valueName('assignee', event.by, names), instantText(event.at, options))
    : texts.since(instantText(since, options));
  const due = cycle.breached
    ? ''
    : cycle.dueTime !== undefined
      ? texts.resumes(instantText(cycle.dueTime, options))
      : cycle.dueIfResumedNow !== undefined
        ? texts.ifResumed(instantText(cycle.dueIfResumedNow, options))
        : '';
  const paused = texts.paused(formatDuration(now - since, locale), whyPaused(cycle, event, options));
  return `${paused}${who}${leftWhilePaused(cycle, options)}${due}.`;
};

const leftWhilePaused = ({ remainingMs, breached }: Cycle, { locale }: ExplainOptions): string => {
  if (remainingMs === null) return '';
  const texts = TEXTS[locale];
  const size = formatDuration(remainingMs, locale);
  if (breached) return texts.pausedOver(size);
  return remainingMs < 0 ? texts.pausedInGrace(size) : texts.pausedLeft(size);
};

/** How long by the clock an instant is after due: what grace is measured by (features §4.5.3). */
const pastDue = ({ dueTime }: Cycle, at: Instant): number => (dueTime === undefined ? 0 : at - dueTime);

const runningPart = (cycle: Cycle, now: Instant, options: ExplainOptions): string => {
  const texts = TEXTS[options.locale];
  const { locale } = options;
  const { remainingMs, dueTime } = cycle;
  const off =
    cycle.resumesAt === undefined ? '' : ` ${texts.offHours(instantText(cycle.resumesAt, options))}`;
  if (remainingMs === null || dueTime === undefined)
    return texts.measuring(formatDuration(cycle.elapsedMs, locale)) + off;
  const due = instantText(dueTime, options);
  const size = formatDuration(remainingMs, locale);
  const past = pastDue(cycle, now);
  if (!cycle.breached && past > 0) return texts.inGrace(formatDuration(past, locale), due) + off;
  return (cycle.breached ? texts.breached(size, due) : texts.running(size, due)) + off;
};

const finishedPart = (cycle: Cycle, options: ExplainOptions): string => {
  const texts = TEXTS[options.locale];
  const { locale } = options;
  const { remainingMs } = cycle;
  if (cycle.state === 'CANCELLED')
    return texts.cancelled(known(texts.cancelReasons, cycle.cancelledReason ?? ''));
  if (remainingMs === null) return texts.finished(formatDuration(cycle.elapsedMs, locale));
  const past = pastDue(cycle, cycle.stopTime ?? 0);
  if (!cycle.breached && past > 0) return texts.metInGrace(formatDuration(past, locale));
  if (!cycle.breached)
    return remainingMs === 0 ? texts.metExactly : texts.met(formatDuration(remainingMs, locale));
  if (remainingMs < 0) return texts.late(formatDuration(remainingMs, locale));
  return texts.lateOffHours(formatDuration(past, locale));
};

const sentence = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;

const idlePart = (metric: MetricResult, options: ExplainOptions): string => {
  const texts = TEXTS[options.locale];
  if (metric.idle) return sentence(idleText(metric.idle, options));
  if (metric.notApplicableWhy === 'noDate') return texts.noDate;
  if (metric.notApplicableWhy === 'scope') return texts.outOfScope;
  return metric.state === 'NOT_APPLICABLE' ? texts.NOT_APPLICABLE : texts.NOT_STARTED;
};

/**
 * Where a metric stands and why, in one or two sentences: state, time left, due time in the given zone, why it is paused
 * and by whom, which goal was chosen. The more the report holds (events, segments, the definition) the more it says.
 */
export const explain = (metric: MetricResult, now: Instant, options: ExplainOptions): string => {
  const cycle = metric.ongoingCycle ?? metric.completedCycles.at(-1);
  if (!cycle) return idlePart(metric, options);
  const state =
    cycle.state === 'PAUSED'
      ? pausedPart(metric, cycle, now, options)
      : cycle.state === 'RUNNING'
        ? runningPart(cycle, now, options)
        : finishedPart(cycle, options);
  return `${state}${goalPart(cycle, options)}${extrasPart(cycle, options)}`;
};
