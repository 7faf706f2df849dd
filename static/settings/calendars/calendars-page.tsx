import { useState } from 'react';
import { inherited } from '../../../src/sla/engine';
import { WEEKDAYS } from '../../../src/sla/engine/calendar/local-date';
import { goalsOf } from '../../../src/sla/engine/model/goals-of';
import { calendarIdsOf } from '../../../src/sla/definitions/domain/rules/wall-time';
import type { CalendarDefinition, SlaDefinitions } from '../../../src/sla/engine/model';
import { viewer } from '../../shared/context';
import { todayThere } from '../../shared/dates';
import { t } from '../../shared/i18n';
import { DefinitionsPage } from '../shared/definitions-page';
import { type DefinitionKind, type DefinitionProps, PLAINLY_NAMED } from '../shared/use-definitions';
import { calendarSections } from './calendar-sections';

const newCalendar = (id: string): CalendarDefinition => ({
  id,
  name: '',
  zone: viewer().zone,
  week: Object.fromEntries(WEEKDAYS.slice(0, 5).map((day) => [day, [['09:00', '17:00']]])),
  holidays: [],
  holidaySetIds: [],
  exceptions: [],
});

const CALENDARS: DefinitionKind<CalendarDefinition> = {
  ...PLAINLY_NAMED,
  page: 'calendars',
  section: 'calendar',
  of: ({ calendars }) => calendars,
  make: newCalendar,
};

/** Calendars: the list, and the editor of one. */
export function CalendarsPage(props: DefinitionProps) {
  const { definitions } = props;
  const [today] = useState(() => todayThere(Date.now()));
  const daysOf = (calendar: CalendarDefinition): number => {
    const { week } = inherited(calendar, definitions.calendars);
    return WEEKDAYS.filter((day) => (week[day]?.length ?? 0) > 0).length;
  };
  return (
    <DefinitionsPage
      {...props}
      kind={CALENDARS}
      makes={t('settings.calendar.new')}
      empty={{ title: t('settings.calendar.empty'), text: t('settings.calendar.emptyText') }}
      columns={[
        {
          key: 'zone',
          label: 'settings.calendar.zone',
          cell: ({ zone }) => zone,
          sortBy: ({ zone }) => zone,
        },
        {
          key: 'days',
          label: 'settings.calendar.hoursPerWeek',
          cell: (calendar) => t('settings.calendar.days', { count: daysOf(calendar) }),
          sortBy: daysOf,
        },
        {
          key: 'uses',
          label: 'settings.calendar.usedBy',
          cell: ({ id }) => usesOf(definitions, id),
          sortBy: ({ id }) => usesOf(definitions, id),
        },
      ]}
      sections={(form) => calendarSections(form, definitions, today)}
    />
  );
}

/** How many goals count on this calendar. */
function usesOf(definitions: SlaDefinitions, calendarId: string): number {
  return definitions.metrics
    .flatMap(goalsOf)
    .filter(({ calendar }) => calendarIdsOf(calendar).includes(calendarId)).length;
}
