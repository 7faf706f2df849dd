import { useState } from 'react';
import { calendar247, compileCalendar } from '../../../src/sla/domain';
import type { CalendarDefinition, Goal } from '../../../src/sla/domain/model';
import { locale, t } from '../../shared/i18n';
import forms from '../shared/forms.module.css';

interface Props {
  readonly goal: Goal;
  readonly calendars: readonly CalendarDefinition[];
}

/** "If it started now, it would be due …": the target on its calendar, so that nobody mistakes 24 hours for a day. */
export function ExampleDue({ goal, calendars }: Props) {
  const [now] = useState(() => Date.now());
  const source = goal.calendar.kind === 'fixed' ? goal.calendar.calendarId : goal.calendar.fallback;
  const definition = calendars.find((calendar) => calendar.id === source);
  if (goal.target.kind !== 'duration' && goal.target.kind !== 'businessDays') return null;
  const calendar = definition === undefined ? calendar247 : compileCalendar(definition, []);
  const due =
    goal.target.kind === 'duration'
      ? calendar.addWorking(now, goal.target.ms)
      : calendar.addBusinessDays(now, goal.target.days);
  const zone = definition?.zone;
  const format = new Intl.DateTimeFormat(locale(), {
    dateStyle: 'full',
    timeStyle: 'short',
    ...(zone === undefined ? {} : { timeZone: zone }),
  });
  return (
    <p className={forms.hint}>{t('settings.goal.example', { due: format.format(due), zone: zone ?? '' })}</p>
  );
}
