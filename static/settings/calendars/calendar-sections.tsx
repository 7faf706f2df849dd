import { yearWithoutHolidays } from '../../../src/sla/definitions/domain';
import { inherited, possibleBases } from '../../../src/sla/engine';
import type { CalendarDefinition, SlaDefinitions } from '../../../src/sla/engine/model';
import { named } from '../../kit/controls';
import type { EditorSection } from '../../kit/editor-page/section';
import { choice, edit, type Field, Fields, many, maybe, own, part, text, zone } from '../../kit/fields';
import forms from '../../kit/forms.module.css';
import { t } from '../../shared/i18n';
import { ExceptionsEditor } from './dated-rows';
import { HolidaysPart } from './holidays-part';
import { NominalDay } from './nominal-day';
import { WeekEditor } from './week-editor';
import { YearView } from './year-view';

type Around = Pick<SlaDefinitions, 'calendars' | 'holidaySets'>;

/** One calendar: zone, week, holidays, exceptions, and what the year looks like. */
export function calendarSections(
  form: Field<CalendarDefinition>,
  { calendars, holidaySets }: Around,
  today: string,
): readonly EditorSection[] {
  const calendar = form.value;
  const whole = inherited(calendar, calendars);
  const found = calendars.find(({ id }) => id === calendar.baseId);
  const bases = possibleBases(calendars, calendar.id);
  const counted = [
    ...holidaySets.filter(({ id }) => whole.holidaySetIds.includes(id)).flatMap((set) => set.holidays),
    ...whole.holidays,
  ];
  return [
    {
      key: 'general',
      title: t('settings.general'),
      paths: ['name', 'zone', 'baseId'],
      content: (
        <Fields
          of={form}
          rows={[
            { key: 'name', label: 'settings.name', control: text() },
            {
              key: 'zone',
              label: 'settings.calendar.zone',
              help: 'settings.calendar.zoneHint',
              control: zone(),
            },
            (bases.length > 0 || calendar.baseId !== undefined) && {
              key: 'baseId',
              label: 'settings.calendar.base',
              help: 'settings.calendar.baseHint',
              control: maybe(choice([{ value: '', label: t('settings.calendar.noBase') }, ...named(bases)])),
            },
          ]}
        />
      ),
    },
    {
      key: 'hours',
      title: t('settings.calendar.week'),
      paths: ['week', 'nominalDayMs'],
      content: (
        <>
          <WeekEditor week={part(form, 'week')} base={found && inherited(found, calendars)} />
          <Fields
            of={form}
            rows={[
              {
                key: 'nominalDayMs',
                label: 'settings.calendar.nominalDay',
                control: own<number | undefined>((row) => <NominalDay {...row} whole={whole} />, 'input'),
              },
            ]}
          />
        </>
      ),
    },
    {
      key: 'holidays',
      title: t('settings.calendar.holidays'),
      hint: t('settings.calendar.holidaysHint'),
      paths: ['holidaySetIds', 'holidays'],
      content: (
        <HolidaysPart
          holidays={part(form, 'holidays')}
          counted={counted}
          today={today}
          nextYear={{
            source: calendar.holidaySource,
            hours: whole,
            onAdd: (holidays, exceptions) =>
              edit(form, { holidays, exceptions: [...calendar.exceptions, ...exceptions] }),
          }}
          importing={{
            zone: calendar.zone,
            week: whole.week,
            own: { holidays: calendar.holidays.length, exceptions: calendar.exceptions.length },
            present: counted,
            presentExceptions: whole.exceptions,
          }}
          onImported={({ holidays, exceptions, source }) =>
            edit(form, {
              holidays: [...calendar.holidays, ...holidays],
              exceptions: [...calendar.exceptions, ...exceptions],
              ...(source && { holidaySource: source }),
            })
          }
        >
          <Sets form={form} holidaySets={holidaySets} today={today} />
        </HolidaysPart>
      ),
    },
    {
      key: 'exceptions',
      title: t('settings.calendar.exceptions'),
      hint: t('settings.calendar.exceptionsHint'),
      paths: ['exceptions'],
      content: <ExceptionsEditor exceptions={part(form, 'exceptions')} today={today} />,
    },
    {
      key: 'year',
      title: t('settings.calendar.specialDays'),
      content: <YearView holidays={counted} exceptions={whole.exceptions} today={today} />,
    },
  ];
}

interface SetsProps extends Pick<Around, 'holidaySets'> {
  readonly form: Field<CalendarDefinition>;
  readonly today: string;
}

/** The shared sets a calendar uses, and which of them lack next year's days. */
function Sets({ form, holidaySets, today }: SetsProps) {
  const attached = holidaySets.filter(({ id }) => form.value.holidaySetIds.includes(id));
  const behind = attached.filter(({ holidays }) => yearWithoutHolidays(holidays, Date.parse(today)) !== null);
  return (
    <>
      <Fields
        of={form}
        rows={[
          {
            key: 'holidaySetIds',
            label: 'settings.calendar.holidaySets',
            help:
              holidaySets.length === 0
                ? 'settings.calendar.holidaySetsNone'
                : 'settings.calendar.holidaySetsHint',
            control: many(named(holidaySets)),
          },
        ]}
      />
      {behind.map(({ id, name }) => (
        <p key={id} className={forms.hint}>
          {t('settings.nextYear.inSet', { name, year: String(Number(today.slice(0, 4)) + 1) })}
        </p>
      ))}
    </>
  );
}
