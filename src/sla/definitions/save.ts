/** Saving a metric or a calendar, deleting a calendar. */
import { notFound } from '../../kernel/errors';
import { textParam } from '../../kernel/finding';
import type { LocalizedText } from '../../kernel/text';
import { parseCalendar, parseMetric } from './domain';
import { calendarIdsOf, goalsOf } from '../engine';
import type { CalendarDefinition, MetricDefinition, SlaDefinitions } from '../engine/model';
import { changeAndRecompute } from './change-and-recompute';
import type { Changed, Editor, MemberSave } from './change-definitions';
import { inUse, parsed, withMember } from './members';

/** Every save of a metric is its next version; its id never changes. @throws INVALID_DEFINITION */
export function metricSave(input: unknown): MemberSave {
  const metric: MetricDefinition = parsed(parseMetric, input);
  return {
    action: 'sla.metric.saved',
    subject: `metric:${metric.id}`,
    subjectName: metric.name,
    apply: (current) => {
      const former = current.metrics.find(({ id }) => id === metric.id);
      return {
        ...current,
        metrics: withMember(current.metrics, { ...metric, version: (former?.version ?? 0) + 1 }),
      };
    },
  };
}

/** @throws INVALID_DEFINITION */
export function calendarSave(input: unknown): MemberSave {
  const calendar: CalendarDefinition = parsed(parseCalendar, input);
  return {
    action: 'sla.calendar.saved',
    subject: `calendar:${calendar.id}`,
    subjectName: { en: calendar.name },
    apply: (current) => ({ ...current, calendars: withMember(current.calendars, calendar) }),
  };
}

/** @throws INVALID_DEFINITION naming the goals that use it; NOT_FOUND. */
export function deleteCalendar(version: number, calendarId: string, editor: Editor): Promise<Changed> {
  return changeAndRecompute(
    {
      version,
      action: 'sla.calendar.deleted',
      subject: `calendar:${calendarId}`,
      subjectName: { en: calendarId },
      apply: (current) => {
        if (!current.calendars.some(({ id }) => id === calendarId)) throw notFound('The calendar');
        const based = current.calendars.filter(({ baseId }) => baseId === calendarId);
        if (based.length > 0)
          throw inUse(
            'CALENDAR_IN_USE',
            based.map(({ id, name }) => ({ whose: `calendar:${id}`, at: 'baseId', name })),
          );
        const users = usersOf(current, calendarId);
        if (users.length > 0)
          throw inUse(
            'CALENDAR_IN_USE',
            users.map(({ metric, goal }) => ({
              whose: `metric:${metric.id}`,
              at: goal === null ? 'calendar' : `goals.${goal.id}.calendar`,
              name: textParam(goal === null ? metric.name : withGoal(metric.name, goal.name)),
            })),
          );
        return { ...current, calendars: current.calendars.filter(({ id }) => id !== calendarId) };
      },
    },
    editor,
  );
}

interface Use {
  readonly metric: MetricDefinition;
  /** One with a calendar of its own; `null` for the calendar of the metric. */
  readonly goal: MetricDefinition['goals'][number] | null;
}

const usersOf = ({ metrics }: SlaDefinitions, calendarId: string): readonly Use[] =>
  metrics.flatMap((metric) =>
    [null, ...goalsOf(metric).filter(({ calendar }) => calendar !== metric.calendar)]
      .filter((goal) => calendarIdsOf((goal ?? metric).calendar).includes(calendarId))
      .map((goal) => ({ metric, goal })),
  );

const withGoal = ({ en, ru }: LocalizedText, goal: string): LocalizedText => ({
  en: `${en}: ${goal}`,
  ...(ru && { ru: `${ru}: ${goal}` }),
});
