import Button from '@atlaskit/button/default/button';
import { inherited } from '../../../src/sla/engine';
import { goalsOf } from '../../../src/sla/engine/model/goals-of';
import { calendarIdsOf } from '../../../src/sla/definitions/domain/rules/wall-time';
import type { CalendarDefinition, SlaDefinitions } from '../../../src/sla/engine/model';
import { call } from '../../shared/api';
import { viewer } from '../../shared/context';
import { todayThere } from '../../shared/dates';
import { t } from '../../shared/i18n';
import { pageAddress } from '../addresses';
import type { PageProps } from '../pages';
import forms from '../../kit/forms.module.css';
import { Gone } from '../shared/gone';
import { ListTable } from '../../kit/list/list-table';
import { DefinitionNames } from '../change/definition-names';
import { RecalculationBar } from '../change/recalculation-bar';
import { useChange } from '../change/use-change';
import { useOpened } from '../shared/use-opened';
import { useSave } from '../shared/use-save';
import { CalendarEditor } from './calendar-editor';
import { WEEKDAYS } from './week-editor';

type Props = Pick<PageProps, 'definitions' | 'problems' | 'readOnly' | 'onChanged'>;

const today = (): string => todayThere(Date.now());

const newCalendar = (id: string): CalendarDefinition => ({
  id,
  name: '',
  zone: viewer().zone,
  week: Object.fromEntries(WEEKDAYS.slice(0, 5).map((day) => [day, [['09:00', '17:00']]])),
  holidays: [],
  holidaySetIds: [],
  exceptions: [],
});

/** Calendars: the list, and the editor of one. */
export function CalendarsPage({ definitions, problems, readOnly, onChanged }: Props) {
  const { calendars } = definitions;
  const { opened: editing, isGone, openNew, close, finish } = useOpened('calendars', calendars, newCalendar);
  const save = useSave();
  const change = useChange(definitions.version, (applied) => {
    onChanged(applied.definitions, applied.problems);
    finish();
  });

  if (isGone) return <Gone page="calendars" />;
  if (editing !== null) {
    const isNew = !calendars.some((calendar) => calendar.id === editing.id);
    return (
      <>
        <h2 className={forms.title}>{isNew ? t('settings.calendar.new') : editing.name}</h2>
        {save.error}
        {change.error}
        {change.done}
        <DefinitionNames value={definitions}>{change.dialog}</DefinitionNames>
        <CalendarEditor
          key={editing.id}
          calendar={editing}
          calendars={calendars}
          holidaySets={definitions.holidaySets}
          isNew={isNew}
          readOnly={readOnly}
          saving={save.saving || change.saving}
          problems={
            save.problems ??
            change.problems ??
            problems.filter(({ whose }) => whose === `calendar:${editing.id}`)
          }
          today={today()}
          onCancel={close}
          onSave={(calendar) => change.propose({ section: 'calendar', value: calendar })}
          onDelete={() =>
            void save.run(async () => {
              const answer = await call('settings.delete', {
                version: definitions.version,
                section: 'calendar',
                id: editing.id,
              });
              onChanged(answer.definitions, []);
              finish();
              return t('settings.deleted');
            })
          }
        />
      </>
    );
  }

  return (
    <>
      <div className={forms.toolbar}>
        <h2 className={forms.title}>{t('settings.tab.calendars')}</h2>
        {!readOnly && (
          <Button appearance="primary" onClick={openNew}>
            {t('settings.calendar.new')}
          </Button>
        )}
      </div>
      {save.done}
      {change.done}
      <RecalculationBar canAct={!readOnly} version={definitions.version} />
      <ListTable
        caption={t('settings.tab.calendars')}
        columns={[
          t('settings.name'),
          t('settings.calendar.zone'),
          t('settings.calendar.hoursPerWeek'),
          t('settings.calendar.usedBy'),
        ]}
        empty={t('settings.calendar.empty')}
        rows={calendars.map((calendar) => ({
          id: calendar.id,
          to: pageAddress('calendars', calendar.id),
          cells: [
            calendar.name,
            calendar.zone,
            t('settings.calendar.days', {
              count: WEEKDAYS.filter((day) => (inherited(calendar, calendars).week[day]?.length ?? 0) > 0)
                .length,
            }),
            String(usesOf(definitions, calendar.id)),
          ],
        }))}
      />
    </>
  );
}

/** How many goals count on this calendar. */
function usesOf(definitions: SlaDefinitions, calendarId: string): number {
  return definitions.metrics
    .flatMap(goalsOf)
    .filter(({ calendar }) => calendarIdsOf(calendar).includes(calendarId)).length;
}
