/** Saving a metric or a calendar, deleting a calendar. */
import { notFound } from '../../kernel/errors';
import { goalsOf, parseCalendar, parseMetric } from '../domain';
import type { CalendarDefinition, MetricDefinition, SlaDefinitions } from '../domain/model';
import { changeDefinitions, type Changed, type Editor, type MemberSave } from './change-definitions';
import { inUse, parsed, withMember } from './members';

/** Every save of a metric is its next version; its id never changes. @throws INVALID_DEFINITION */
export function metricSave(input: unknown): MemberSave {
  const metric: MetricDefinition = parsed(parseMetric, input);
  return {
    action: 'sla.metric.saved',
    subject: `metric:${metric.id}`,
    subjectName: metric.name.en,
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
    subjectName: calendar.name,
    apply: (current) => ({ ...current, calendars: withMember(current.calendars, calendar) }),
  };
}

/** @throws INVALID_DEFINITION naming the goals that use it; NOT_FOUND. */
export function deleteCalendar(version: number, calendarId: string, editor: Editor): Promise<Changed> {
  return changeDefinitions(
    {
      version,
      action: 'sla.calendar.deleted',
      subject: `calendar:${calendarId}`,
      subjectName: calendarId,
      apply: (current) => {
        if (!current.calendars.some(({ id }) => id === calendarId)) throw notFound('The calendar');
        const based = current.calendars.filter(({ baseId }) => baseId === calendarId);
        if (based.length > 0)
          throw inUse(
            'CALENDAR_IN_USE',
            'The calendar',
            based.map(({ id, name }) => ({ field: `calendar:${id}.baseId`, name })),
            'Base them on another calendar, or on none, first.',
          );
        const users = usersOf(current, calendarId);
        if (users.length > 0)
          throw inUse(
            'CALENDAR_IN_USE',
            'The calendar',
            users.map(({ metric, goal }) => ({
              field: `metric:${metric.id}.goals.${goal.id}.calendar`,
              name: `${metric.name.en}: ${goal.name}`,
            })),
            'Choose another calendar for these goals first.',
          );
        return { ...current, calendars: current.calendars.filter(({ id }) => id !== calendarId) };
      },
    },
    editor,
  );
}

interface GoalRef {
  readonly metric: MetricDefinition;
  readonly goal: MetricDefinition['goals'][number];
}

const usersOf = ({ metrics }: SlaDefinitions, calendarId: string): readonly GoalRef[] =>
  metrics.flatMap((metric) =>
    goalsOf(metric)
      .filter(({ calendar }) =>
        calendar.kind === 'fixed'
          ? calendar.calendarId === calendarId
          : calendar.fallback === calendarId || Object.values(calendar.map).includes(calendarId),
      )
      .map((goal) => ({ metric, goal })),
  );
