import { compactDuration } from '../../../kernel/duration';
import { placedGoals } from '../model/goals-of';
import type { Condition, Cycle, Instant, MetricDefinition, MetricResult, TimelineEvent } from '../model';
import { conditionText } from './condition-text';
import { known } from './known';
import { instantText, type TextOptions, valueName } from './names';
import { reasonText } from './reason-text';
import { idleText } from './unmet-text';

export interface ExplainOptions extends TextOptions {
  /** The metric's definition: with it the sentence says why the goal was chosen, and of how many. */
  readonly definition?: MetricDefinition;
}

/** A sentence of the catalogue of explanations. */
const said = (
  what: string,
  { say }: ExplainOptions,
  params: Readonly<Record<string, string | number>> = {},
): string => say(`sla.explain.${what}`, params);

const goalPart = (cycle: Cycle, options: ExplainOptions): string => {
  const placed =
    options.definition && placedGoals(options.definition).find(({ goal }) => goal.id === cycle.goal.id);
  const when = placed?.goal.when;
  const of = placed?.of ?? options.definition?.goals.length;
  const rule =
    of === undefined
      ? said('ruleOnly', options, { n: cycle.goal.order })
      : said('rule', options, { n: cycle.goal.order, of });
  return `${said('goal', options, { name: cycle.goal.name })}${when ? said('because', options, { why: conditionText(when, options) }) : ''}${rule}.`;
};

const extrasPart = (cycle: Cycle, options: ExplainOptions): string => {
  const extended = cycle.extensions.length > 0 && cycle.originalDueTime !== undefined;
  return (
    (extended
      ? said('extended', options, { original: instantText(cycle.originalDueTime ?? 0, options) })
      : '') +
    (cycle.excused
      ? said('excused', options, {
          category: known('sla.category', cycle.excused.category, options),
          reason: cycle.excused.reason,
        })
      : '')
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
  const given = cycle.pauseReason ?? '';
  const reason = reasonText(given, options);
  const cause = event && 'pause' in event.cause ? event.cause : undefined;
  const below =
    cause?.issueId === undefined
      ? ''
      : said('below', options, { name: valueName('issue', cause.issueId, options) });
  if (cause?.when === undefined)
    return `${reason === given ? said('ownReason', options, { reason: given }) : reason}${below}`;
  const status = cycle.segments.findLast((segment) => segment.type === 'paused')?.status;
  const held =
    status && isStatus(cause.when)
      ? said('status', options, { name: valueName('status', status, options) })
      : conditionText(cause.when, options);
  return `${held}, ${reason}`;
};

const pausedPart = (metric: MetricResult, cycle: Cycle, now: Instant, options: ExplainOptions): string => {
  const { say } = options;
  const since = cycle.pausedSince ?? now;
  const event = metric.events.findLast((each) => each.action === 'pause' && each.at <= now);
  const who = event?.by
    ? said('by', options, {
        who: valueName('assignee', event.by, options),
        at: instantText(event.at, options),
      })
    : said('since', options, { at: instantText(since, options) });
  const due = cycle.breached
    ? ''
    : cycle.dueTime !== undefined
      ? said('resumes', options, { due: instantText(cycle.dueTime, options) })
      : cycle.dueIfResumedNow !== undefined
        ? said('ifResumed', options, { due: instantText(cycle.dueIfResumedNow, options) })
        : '';
  const paused = said('paused', options, {
    since: compactDuration(now - since, say),
    why: whyPaused(cycle, event, options),
  });
  return `${paused}${who}${leftWhilePaused(cycle, options)}${due}.`;
};

const leftWhilePaused = ({ remainingMs, breached }: Cycle, options: ExplainOptions): string => {
  if (remainingMs === null) return '';
  const size = compactDuration(remainingMs, options.say);
  if (breached) return said('pausedOver', options, { over: size });
  return remainingMs < 0
    ? said('pausedInGrace', options, { over: size })
    : said('pausedLeft', options, { left: size });
};

/** How long by the clock an instant is after due: what grace is measured by (sla-rules §5.3). */
const pastDue = ({ dueTime }: Cycle, at: Instant): number => (dueTime === undefined ? 0 : at - dueTime);

const runningPart = (cycle: Cycle, now: Instant, options: ExplainOptions): string => {
  const { say } = options;
  const { remainingMs, dueTime } = cycle;
  const off =
    cycle.resumesAt === undefined
      ? ''
      : ` ${said('offHours', options, { at: instantText(cycle.resumesAt, options) })}`;
  if (remainingMs === null || dueTime === undefined)
    return said('measuring', options, { elapsed: compactDuration(cycle.elapsedMs, say) }) + off;
  const due = instantText(dueTime, options);
  const size = compactDuration(remainingMs, say);
  const past = pastDue(cycle, now);
  if (!cycle.breached && past > 0)
    return said('inGrace', options, { over: compactDuration(past, say), due }) + off;
  return (
    (cycle.breached
      ? said('breached', options, { over: size, due })
      : said('running', options, { left: size, due })) + off
  );
};

const finishedPart = (cycle: Cycle, options: ExplainOptions): string => {
  const { say } = options;
  const { remainingMs } = cycle;
  if (cycle.state === 'CANCELLED')
    return said('cancelled', options, {
      reason: known('sla.cause.rule', cycle.cancelledReason ?? '', options),
    });
  if (remainingMs === null)
    return said('finished', options, { elapsed: compactDuration(cycle.elapsedMs, say) });
  const past = pastDue(cycle, cycle.stopTime ?? 0);
  if (!cycle.breached && past > 0) return said('metInGrace', options, { over: compactDuration(past, say) });
  if (!cycle.breached)
    return remainingMs === 0
      ? said('metExactly', options)
      : said('met', options, { left: compactDuration(remainingMs, say) });
  if (remainingMs < 0) return said('late', options, { over: compactDuration(remainingMs, say) });
  return said('lateOffHours', options, { clock: compactDuration(past, say) });
};

const sentence = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;

const idlePart = (metric: MetricResult, options: ExplainOptions): string => {
  if (metric.idle) return sentence(idleText(metric.idle, options));
  if (metric.notApplicableWhy === 'noDate') return said('noDate', options);
  if (metric.notApplicableWhy === 'scope') return said('outOfScope', options);
  return metric.state === 'NOT_APPLICABLE' ? said('NOT_APPLICABLE', options) : said('NOT_STARTED', options);
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
