import type {
  CalendarDefinition,
  CalendarSource,
  Goal,
  MetricDefinition,
  Target,
  Trigger,
} from '../../../src/sla/engine/model';
import type { Words } from '../../../src/sla/engine/words/names';
import type { CountedGoal } from '../../../src/sla/engine/model/goals-of';
import * as rules from '../../../src/sla/engine/words/trigger-text';
import { localized, t } from '../../shared/i18n';
import { conditionText, wordsOf } from './condition-text';
import type { FieldCatalog } from './field-catalog';

/** What the words need to know of the rest of the configuration. */
export interface Surroundings {
  readonly catalog: FieldCatalog;
  readonly calendars: readonly CalendarDefinition[];
  readonly metrics: readonly MetricDefinition[];
  /** What a group is called; left out, it is called by what the definition names it by. */
  readonly groupName?: (group: string) => string;
}

/** A metric in one paragraph: what starts, pauses and stops it, and what it promises, goal by goal. */
export function metricText(metric: MetricDefinition, around: Surroundings): string {
  const or = ` ${t('sla.condition.or')} `;
  const events = (triggers: readonly Trigger[]) =>
    triggers.map((trigger) => triggerText(trigger, around)).join(or);
  const pauses = metric.pause.map(({ when }) => conditionText(when, around.catalog)).join(or);
  const clock = t(pauses === '' ? 'settings.summary.noPause' : 'settings.summary.clock', {
    start: events(metric.start),
    stop: events(metric.stop),
    pauses,
  });
  const spaces = (metric.spaces ?? []).map(({ id, goals }) =>
    t('settings.summary.space', {
      space: around.catalog.valueName('projectId', id),
      goals: goalParts(metric, goals, around),
    }),
  );
  const standard = t('settings.summary.goals', { goals: goalParts(metric, metric.goals, around) });
  return [clock, standard, ...spaces].join(' ');
}

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

const goalParts = ({ calendar }: MetricDefinition, goals: readonly Goal[], around: Surroundings): string =>
  goals
    .map((goal, index) => {
      const promise = `${targetText(goal.target, around)}${calendarText({ calendar, ...goal }, around)}`;
      if (goal.when !== undefined)
        return t('settings.summary.goalIf', { promise, condition: conditionText(goal.when, around.catalog) });
      return index === 0 ? promise : t('settings.summary.goalElse', { promise });
    })
    .join('; ');

const HOUR = 3_600_000;

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

function calendarText(goal: CountedGoal, around: Surroundings): string {
  if (goal.target.kind === 'none') return '';
  return ` ${sourceText(goal.calendar, around)}`;
}

function sourceText(source: CalendarSource, { catalog, calendars }: Surroundings): string {
  const name = (id: string | null) =>
    id === null
      ? t('settings.summary.always')
      : t('settings.summary.calendar', { name: calendars.find((each) => each.id === id)?.name ?? id });
  if (source.kind === 'fixed') return name(source.calendarId);
  return t('settings.summary.calendarBy', {
    field: catalog.fieldName(source.field),
    fallback: name(source.fallback),
  });
}
