import type { Cycle, Instant, MetricDefinition, MetricResult } from '../model';
import { formatDuration } from './duration';
import { conditionText, instantText, type TextOptions, valueName } from './names';
import { idleText } from './unmet-text';

export interface ExplainOptions extends TextOptions {
  /** The metric's definition: with it the sentence says why the goal was chosen, and of how many. */
  readonly definition?: MetricDefinition;
}

const en = {
  NOT_APPLICABLE: 'Not measured: no goal applies to this issue.',
  outOfScope: 'Not measured: the issue is outside the scope of this metric.',
  NOT_STARTED: 'Not started yet.',
  noDate: 'Not started: the date it depends on is empty.',
  cancelled: (reason: string) => `Cancelled: ${reason}.`,
  met: (left: string) => `Met with ${left} left.`,
  finished: (elapsed: string) => `Finished after ${elapsed}.`,
  metExactly: 'Met at the last moment.',
  late: (over: string) => `Late by ${over}.`,
  lateOffHours: (clock: string) => `Late by no working time, ${clock} by the clock.`,
  running: (left: string, due: string) => `Running: ${left} left, due ${due}.`,
  measuring: (elapsed: string) => `Running for ${elapsed}; nothing is promised.`,
  breached: (over: string, due: string) => `Breached: ${over} over, was due ${due}.`,
  offHours: (at: string) => `Outside working hours now; the clock goes on ${at}.`,
  paused: (since: string, why: string) => `Paused for ${since} because ${why}`,
  pausedLeft: (left: string) => `; ${left} left`,
  pausedOver: (over: string) => `; breached by ${over} before`,
  ifResumed: (due: string) => `; if work went on now it would be due ${due}`,
  resumes: (due: string) => `; due ${due}`,
  status: (name: string) => `status was ${name}`,
  by: (who: string, at: string) => ` (${who}, ${at})`,
  since: (at: string) => ` (since ${at})`,
  goal: (name: string) => ` Goal “${name}” was chosen`,
  because: (why: string) => ` because ${why}`,
  rule: (n: number, of: number) => ` (rule ${n} of ${of})`,
  ruleOnly: (n: number) => ` (rule ${n})`,
  excused: (category: string) => ` Excused: ${category}.`,
  extended: (original: string) => ` The target was extended; it was first due ${original}.`,
  reasons: {
    requester: 'the requester has to answer',
    vendor: 'a vendor has to answer',
    approval: 'an approval is awaited',
    scheduled: 'the work is scheduled for later',
    manual: 'it was paused by hand',
  },
  cancelReasons: {
    goal: 'the goal changed and a new cycle began',
    moved: 'the issue was moved to another project',
    scope: 'the issue left the scope of the metric',
    deleted: 'the issue was deleted',
    startNoLongerHolds: 'what started it no longer holds',
    retired: 'the metric was retired',
    reset: 'the cycle was reset',
  },
};

type Texts = typeof en;

const ru: Texts = {
  NOT_APPLICABLE: 'Не измеряется: к этому запросу не подходит ни одна цель.',
  outOfScope: 'Не измеряется: запрос вне области действия показателя.',
  NOT_STARTED: 'Ещё не начато.',
  noDate: 'Не начато: не заполнена дата, от которой зависит срок.',
  cancelled: (reason) => `Отменено: ${reason}.`,
  met: (left) => `Выполнено в срок, в запасе ${left}.`,
  finished: (elapsed) => `Завершено, затрачено ${elapsed}.`,
  metExactly: 'Выполнено в последний момент.',
  late: (over) => `Опоздание ${over}.`,
  lateOffHours: (clock) => `Опоздание без рабочего времени, по часам ${clock}.`,
  running: (left, due) => `Идёт: осталось ${left}, срок ${due}.`,
  measuring: (elapsed) => `Идёт, прошло ${elapsed}; срок не обещан.`,
  breached: (over, due) => `Нарушено: просрочено на ${over}, срок был ${due}.`,
  offHours: (at) => `Сейчас нерабочее время; отсчёт продолжится ${at}.`,
  paused: (since, why) => `На паузе ${since}: ${why}`,
  pausedLeft: (left) => `; осталось ${left}`,
  pausedOver: (over) => `; до паузы просрочено на ${over}`,
  ifResumed: (due) => `; если продолжить сейчас, срок ${due}`,
  resumes: (due) => `; срок ${due}`,
  status: (name) => `статус «${name}»`,
  by: (who, at) => ` (${who}, ${at})`,
  since: (at) => ` (с ${at})`,
  goal: (name) => ` Выбрана цель «${name}»`,
  because: (why) => `, так как ${why}`,
  rule: (n, of) => ` (правило ${n} из ${of})`,
  ruleOnly: (n) => ` (правило ${n})`,
  excused: (category) => ` Нарушение признано уважительным: ${category}.`,
  extended: (original) => ` Срок был продлён; первоначально ${original}.`,
  reasons: {
    requester: 'ждём ответа автора запроса',
    vendor: 'ждём ответа поставщика',
    approval: 'ждём согласования',
    scheduled: 'работа запланирована на потом',
    manual: 'поставлено на паузу вручную',
  },
  cancelReasons: {
    goal: 'цель изменилась и начался новый цикл',
    moved: 'запрос перенесён в другой проект',
    scope: 'запрос вышел из области действия показателя',
    deleted: 'запрос удалён',
    startNoLongerHolds: 'условие начала больше не выполняется',
    retired: 'показатель снят с учёта',
    reset: 'цикл сброшен',
  },
};

const TEXTS: Readonly<Record<'en' | 'ru', Texts>> = { en, ru };

const known = (texts: Readonly<Record<string, string>>, key: string): string => texts[key] ?? key;

/** What a pause reason is called. */
export const reasonText = (reason: string, locale: 'en' | 'ru'): string =>
  known(TEXTS[locale].reasons, reason);

const goalPart = (cycle: Cycle, options: ExplainOptions): string => {
  const texts = TEXTS[options.locale];
  const when = options.definition?.goals.find((goal) => goal.id === cycle.goal.id)?.when;
  const of = options.definition?.goals.length;
  const rule = of === undefined ? texts.ruleOnly(cycle.goal.order) : texts.rule(cycle.goal.order, of);
  return `${texts.goal(cycle.goal.name)}${when ? texts.because(conditionText(when, options)) : ''}${rule}.`;
};

const extrasPart = (cycle: Cycle, options: ExplainOptions): string => {
  const texts = TEXTS[options.locale];
  const extended = cycle.extensions.length > 0 && cycle.originalDueTime !== undefined;
  return (
    (extended ? texts.extended(instantText(cycle.originalDueTime ?? 0, options)) : '') +
    (cycle.excused ? texts.excused(cycle.excused.category) : '')
  );
};

const pausedPart = (metric: MetricResult, cycle: Cycle, now: Instant, options: ExplainOptions): string => {
  const texts = TEXTS[options.locale];
  const { names, locale } = options;
  const since = cycle.pausedSince ?? now;
  const event = metric.events.findLast((each) => each.action === 'pause' && each.at <= now);
  const status = cycle.segments.findLast((segment) => segment.type === 'paused')?.status;
  const reason = reasonText(cycle.pauseReason ?? '', locale);
  const why = status ? `${texts.status(valueName('status', status, names))}, ${reason}` : reason;
  const who = event?.by
    ? texts.by(valueName('assignee', event.by, names), instantText(event.at, options))
    : texts.since(instantText(since, options));
  const remaining = cycle.remainingMs;
  const left =
    remaining === null
      ? ''
      : cycle.breached
        ? texts.pausedOver(formatDuration(remaining, locale))
        : texts.pausedLeft(formatDuration(remaining, locale));
  const due = cycle.breached
    ? ''
    : cycle.dueTime !== undefined
      ? texts.resumes(instantText(cycle.dueTime, options))
      : cycle.dueIfResumedNow !== undefined
        ? texts.ifResumed(instantText(cycle.dueIfResumedNow, options))
        : '';
  return `${texts.paused(formatDuration(now - since, locale), why)}${who}${left}${due}.`;
};

const runningPart = (cycle: Cycle, options: ExplainOptions): string => {
  const texts = TEXTS[options.locale];
  const { locale } = options;
  const { remainingMs, dueTime } = cycle;
  const off =
    cycle.resumesAt === undefined ? '' : ` ${texts.offHours(instantText(cycle.resumesAt, options))}`;
  if (remainingMs === null || dueTime === undefined)
    return texts.measuring(formatDuration(cycle.elapsedMs, locale)) + off;
  const due = instantText(dueTime, options);
  const size = formatDuration(remainingMs, locale);
  return (cycle.breached ? texts.breached(size, due) : texts.running(size, due)) + off;
};

const finishedPart = (cycle: Cycle, options: ExplainOptions): string => {
  const texts = TEXTS[options.locale];
  const { locale } = options;
  const { remainingMs } = cycle;
  if (cycle.state === 'CANCELLED')
    return texts.cancelled(known(texts.cancelReasons, cycle.cancelledReason ?? ''));
  if (remainingMs === null) return texts.finished(formatDuration(cycle.elapsedMs, locale));
  if (!cycle.breached)
    return remainingMs === 0 ? texts.metExactly : texts.met(formatDuration(remainingMs, locale));
  if (remainingMs < 0) return texts.late(formatDuration(remainingMs, locale));
  return texts.lateOffHours(formatDuration((cycle.stopTime ?? 0) - (cycle.dueTime ?? 0), locale));
};

const sentence = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;

const idlePart = (metric: MetricResult, options: ExplainOptions): string => {
  const texts = TEXTS[options.locale];
  if (metric.idle) return sentence(idleText(metric.idle, options));
  if (metric.notApplicableWhy === 'no date') return texts.noDate;
  if (metric.notApplicableWhy === 'the issue is outside the scope') return texts.outOfScope;
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
        ? runningPart(cycle, options)
        : finishedPart(cycle, options);
  return `${state}${goalPart(cycle, options)}${extrasPart(cycle, options)}`;
};
