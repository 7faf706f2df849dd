import type {
  CalendarDefinition,
  CalendarSource,
  Goal,
  MetricDefinition,
  Target,
  Trigger,
} from '../../../src/sla/engine/model';
import type { Words } from '../../../src/sla/engine/words/names';
import * as rules from '../../../src/sla/engine/words/trigger-text';
import { localized, t } from '../../shared/i18n';
import { conditionText, wordsOf } from './condition-text';
import type { FieldCatalog } from './field-catalog';
import { shortTarget } from './target-input';

/** What the words need to know of the rest of the configuration. */
export interface Surroundings {
  readonly catalog: FieldCatalog;
  readonly calendars: readonly CalendarDefinition[];
  readonly metrics: readonly MetricDefinition[];
  /** What a group is called; left out, it is called by what the definition names it by. */
  readonly groupName?: (group: string) => string;
}

export interface MetricLine {
  readonly label: string;
  readonly text: string;
}

/** A metric in a few lines: where it applies, what starts, pauses and stops it, in which hours, and what it promises. */
export function metricLines(metric: MetricDefinition, around: Surroundings): readonly MetricLine[] {
  const { catalog } = around;
  const events = (triggers: readonly Trigger[]) =>
    inWords(triggers.map((trigger) => triggerText(trigger, around)));
  const promise = (goal: Goal) => `${goalName(goal, catalog)}: ${promiseText(goal.target, around)}`;
  const spaces = (metric.spaces ?? []).map(({ id }) => catalog.valueName('projectId', id));
  return [
    { label: t('settings.summary.where'), text: conditionText(metric.scope, catalog) },
    { label: t('settings.summary.start'), text: events(metric.start) },
    {
      label: t('settings.summary.pause'),
      text: inWords(metric.pause.map(({ when }) => conditionText(when, catalog))),
    },
    { label: t('settings.summary.stop'), text: events(metric.stop) },
    { label: t('settings.summary.hoursOf'), text: sourceText(metric.calendar, around) },
    { label: t('settings.summary.promise'), text: metric.goals.map(promise).join('; ') },
    ...(spaces.length === 0 ? [] : [{ label: t('settings.summary.spaces'), text: spaces.join(', ') }]),
  ].filter(({ text }) => text !== '');
}

/** Any of several; `never` for none. */
const inWords = (parts: readonly string[]): string =>
  parts.length === 0 ? t('settings.summary.never') : parts.join(` ${t('sla.condition.or')} `);

/** For which work items a goal is: its condition in words. */
export const goalCondition = (when: Goal['when'], catalog: FieldCatalog): string =>
  when === undefined ? t('settings.goal.remaining') : conditionText(when, catalog);

/** What a goal is called: by its name, or by its condition. */
export const goalName = ({ name, when }: Goal, catalog: FieldCatalog): string =>
  name === '' ? goalCondition(when, catalog) : name;

/** An event in Jira's words. */
export const triggerText = (trigger: Trigger, around: Surroundings): string =>
  rules.triggerText(trigger, wordsAround(around));

/** How rules are put into words where metrics and groups have names too. */
export function wordsAround({ catalog, metrics, groupName }: Omit<Surroundings, 'calendars'>): Words {
  const { say, nameOf } = wordsOf(catalog);
  const metricName = (id: string) => {
    const metric = metrics.find((each) => each.id === id);
    return metric && localized(metric.name);
  };
  return {
    say,
    nameOf: (of, id) => {
      if (of === 'metric') return metricName(id);
      return of === 'group' ? groupName?.(id) : nameOf?.(of, id);
    },
  };
}

const HOUR = 3_600_000;

/** What is promised: `4 h`, or in full where it is no amount. */
export const promiseText = (target: Target, around: Surroundings): string =>
  shortTarget(target) ?? targetText(target, around);

/** What is promised, in full: `4 h of working time`. */
export function targetText(target: Target, { catalog }: Surroundings): string {
  switch (target.kind) {
    case 'duration':
      return target.ms % HOUR === 0
        ? t('settings.summary.hours', { amount: target.ms / HOUR })
        : t('settings.summary.minutes', { amount: Math.round(target.ms / 60_000) });
    case 'businessDays':
      return t(target.endOfDay ? 'settings.summary.businessDaysEnd' : 'settings.summary.businessDays', {
        count: target.days,
      });
    case 'dateField':
      return t('settings.summary.dateField', {
        field: catalog.fieldName(target.field),
        time: target.time,
      });
    case 'durationField':
      return t('settings.summary.durationField', { field: catalog.fieldName(target.field) });
    case 'relative':
      return t(target.by === 'endOfDay' ? 'settings.summary.relativeEnd' : 'settings.summary.relative', {
        count: target.days,
        time: target.by,
      });
    case 'none':
      return t('settings.summary.none');
  }
}

/** In which hours time is counted: a calendar, or the field that chooses one. */
export function sourceText(source: CalendarSource, around: Surroundings): string {
  if (source.kind === 'fixed') return calendarName(source.calendarId, around);
  const field = around.catalog.fieldName(source.field);
  return t('settings.summary.calendarBy', { field, fallback: calendarName(source.fallback, around) });
}

/** The same in a word: a calendar's name, or the field. */
export const sourceName = (source: CalendarSource, around: Surroundings): string =>
  source.kind === 'field'
    ? t('settings.drift.byField', { field: around.catalog.fieldName(source.field) })
    : calendarName(source.calendarId, around);

/** One that nobody has chosen yet has no name. */
export const calendarName = (id: string | null, { calendars }: Surroundings): string =>
  id === null ? t('settings.summary.always') : (calendars.find((each) => each.id === id)?.name ?? id);
