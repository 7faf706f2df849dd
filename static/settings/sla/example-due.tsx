import { useState } from 'react';
import { calendar247, compileCalendar, dueAfter, inherited, NEVER } from '../../../src/sla/engine';
import type { Calendar } from '../../../src/sla/engine';
import type { CountedGoal } from '../../../src/sla/engine/model/goals-of';
import type { CalendarDefinition, HolidaySet } from '../../../src/sla/engine/model';
import { viewer } from '../../shared/context';
import { formatDateTime } from '../../shared/dates';
import { t } from '../../shared/i18n';
import styles from './sla.module.css';

interface Props {
  readonly goal: CountedGoal;
  readonly calendars: readonly CalendarDefinition[];
  readonly holidaySets: readonly HolidaySet[];
}

/** "If it started now, it would be due …": the target on its calendar, so that nobody mistakes 24 hours for a day. */
export function ExampleDue({ goal, calendars, holidaySets }: Props) {
  const [now] = useState(() => Date.now());
  const source = goal.calendar.kind === 'fixed' ? goal.calendar.calendarId : goal.calendar.fallback;
  const found = calendars.find((calendar) => calendar.id === source);
  const definition = found && inherited(found, calendars);
  const calendar = compiled(definition, holidaySets);
  const due = calendar === null ? undefined : dueAfter(goal.target, calendar, now);
  if (due === undefined || due >= NEVER) {
    const why = goal.target.kind === 'dateField' || goal.target.kind === 'durationField';
    return <span className={styles.subtle}>{why && t('settings.goal.exampleByField')}</span>;
  }
  const zone = definition?.zone ?? viewer().zone;
  const at = formatDateTime(due, zone);
  // People know their own zone.
  return (
    <span>
      {zone === viewer().zone
        ? t('settings.goal.example', { due: at })
        : t('settings.goal.exampleIn', { due: at, zone })}
    </span>
  );
}

/** A calendar that can't work is told of where it is edited; here it only has no example. */
function compiled(
  definition: CalendarDefinition | undefined,
  holidaySets: readonly HolidaySet[],
): Calendar | null {
  try {
    return definition === undefined ? calendar247 : compileCalendar(definition, holidaySets);
  } catch {
    return null;
  }
}
