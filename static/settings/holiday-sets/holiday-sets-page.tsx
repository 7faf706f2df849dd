import { useState } from 'react';
import type { HolidaySet } from '../../../src/sla/engine/model';
import type { EditorSection } from '../../kit/editor-page/section';
import { edit, type Field, Fields, part, text } from '../../kit/fields';
import { todayThere } from '../../shared/dates';
import { t } from '../../shared/i18n';
import { HolidaysPart } from '../calendars/holidays-part';
import { YearView } from '../calendars/year-view';
import { DefinitionsPage } from '../shared/definitions-page';
import { type DefinitionKind, type DefinitionProps, PLAINLY_NAMED } from '../shared/use-definitions';

const SETS: DefinitionKind<HolidaySet> = {
  ...PLAINLY_NAMED,
  page: 'holiday-sets',
  section: 'holidaySet',
  of: ({ holidaySets }) => holidaySets,
  make: (id) => ({ id, name: '', holidays: [] }),
};

/** Holiday sets shared by calendars: the list, and the editor of one. */
export function HolidaySetsPage(props: DefinitionProps) {
  const [today] = useState(() => todayThere(Date.now()));
  const usersOf = ({ id }: HolidaySet): string =>
    props.definitions.calendars
      .filter(({ holidaySetIds }) => holidaySetIds.includes(id))
      .map(({ name }) => name)
      .join(', ');
  return (
    <DefinitionsPage
      {...props}
      kind={SETS}
      makes={t('settings.holidaySet.new')}
      hint={t('settings.holidaySet.hint')}
      empty={{ title: t('settings.holidaySet.empty'), text: t('settings.holidaySet.emptyText') }}
      columns={[
        {
          key: 'days',
          label: 'settings.holidaySet.days',
          cell: ({ holidays }) => holidays.length,
          sortBy: ({ holidays }) => holidays.length,
        },
        { key: 'calendars', label: 'settings.holidaySet.calendars', cell: (set) => usersOf(set) || '–' },
      ]}
      sections={(form) => setSections(form, usersOf(form.value), today)}
    />
  );
}

/** One shared set: its days, where more come from, who uses it, and what its year looks like. */
function setSections(form: Field<HolidaySet>, calendars: string, today: string): readonly EditorSection[] {
  const { holidays, source } = form.value;
  return [
    {
      key: 'general',
      title: t('settings.general'),
      hint:
        calendars === '' ? t('settings.holidaySet.unused') : t('settings.holidaySet.usedBy', { calendars }),
      paths: ['name'],
      content: <Fields of={form} rows={[{ key: 'name', label: 'settings.name', control: text() }]} />,
    },
    {
      key: 'holidays',
      title: t('settings.calendar.holidays'),
      hint: t('settings.calendar.holidaysHint'),
      paths: ['holidays'],
      content: (
        <HolidaysPart
          holidays={part(form, 'holidays')}
          counted={holidays}
          today={today}
          nextYear={{ source, onAdd: (next) => edit(form, { holidays: next }) }}
          importing={{
            zone: 'UTC',
            own: { holidays: holidays.length, exceptions: 0 },
            present: holidays,
            wholeDaysOnly: true,
          }}
          onImported={(imported) =>
            edit(form, {
              holidays: [...holidays, ...imported.holidays],
              ...(imported.source && { source: imported.source }),
            })
          }
        />
      ),
    },
    {
      key: 'year',
      title: t('settings.calendar.specialDays'),
      content: <YearView holidays={holidays} exceptions={[]} today={today} />,
    },
  ];
}
