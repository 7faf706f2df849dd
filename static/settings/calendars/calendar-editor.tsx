import Button from '@atlaskit/button/default/button';
import Textfield from '@atlaskit/textfield';
import { lazy, Suspense, useState } from 'react';
import { inherited } from '../../../src/sla/engine';
import type { CalendarDefinition, HolidaySet } from '../../../src/sla/engine/model';
import type { Finding } from '../../../src/kernel/finding';
import { useEdited } from '../../kit/unsaved/use-edited';
import { t } from '../../shared/i18n';
import { FormProblems } from '../shared/form-problems';
import { EditorActions } from '../shared/editor-actions';
import forms from '../../kit/forms.module.css';
import { LabelledField } from '../../kit/controls/labelled-field';
import { ProblemsAt } from '../shared/problems-at';
import { ZoneSelect } from '../../kit/controls/zone-select';
import { BaseField } from './base-field';
import { HolidaySetsField } from './holiday-sets-field';
import { ExceptionsEditor, HolidaysEditor } from './dated-rows';
import { NominalDayField } from './nominal-day-field';
import { WeekEditor } from './week-editor';
import { YearView } from './year-view';

// Holiday data for 200 countries and the ICS reader come only when somebody imports.
const ImportHolidays = lazy(() =>
  import('./import-holidays').then((module) => ({ default: module.ImportHolidays })),
);

interface Props {
  readonly calendar: CalendarDefinition;
  /** All of them, for what this one may be based on. */
  readonly calendars: readonly CalendarDefinition[];
  readonly holidaySets: readonly HolidaySet[];
  readonly isNew: boolean;
  readonly readOnly: boolean;
  readonly problems: readonly Finding[];
  readonly today: string;
  readonly saving: boolean;
  readonly onSave: (calendar: CalendarDefinition) => void;
  readonly onDelete: () => void;
  readonly onCancel: () => void;
}

/** One calendar: zone, week, holidays, exceptions, and what the year looks like. */
export function CalendarEditor(props: Props) {
  const { calendars, holidaySets, isNew, readOnly, problems, today, saving, onSave, onDelete, onCancel } =
    props;
  const [draft, setDraft] = useEdited(props.calendar);
  const [importing, setImporting] = useState(false);
  const edit = (change: Partial<CalendarDefinition>) => setDraft({ ...draft, ...change });
  const whole = inherited(draft, calendars);
  const found = calendars.find(({ id }) => id === draft.baseId);
  const base = found && inherited(found, calendars);
  const holidays = [
    ...holidaySets.filter(({ id }) => whole.holidaySetIds.includes(id)).flatMap((set) => set.holidays),
    ...whole.holidays,
  ];

  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        onSave(draft);
      }}
      noValidate
    >
      <FormProblems problems={problems} subject={`calendar:${draft.id}`}>
        <ProblemsAt path="name">
          <LabelledField label={t('settings.name')} id="calendar-name">
            <Textfield
              id="calendar-name"
              value={draft.name}
              isReadOnly={readOnly}
              onChange={(event) => edit({ name: event.currentTarget.value })}
            />
          </LabelledField>
        </ProblemsAt>
        <LabelledField
          label={t('settings.calendar.zone')}
          id="calendar-zone"
          hint={t('settings.calendar.zoneHint')}
        >
          <ZoneSelect
            id="calendar-zone"
            zone={draft.zone}
            readOnly={readOnly}
            onChange={(zone) => edit({ zone })}
          />
        </LabelledField>
        <BaseField calendar={draft} calendars={calendars} readOnly={readOnly} onChange={setDraft} />
        <ProblemsAt path="week">
          <WeekEditor week={draft.week} base={base} readOnly={readOnly} onChange={(week) => edit({ week })} />
        </ProblemsAt>
        <ProblemsAt path="nominalDayMs">
          <NominalDayField calendar={draft} average={whole} readOnly={readOnly} onChange={edit} />
        </ProblemsAt>
        <ProblemsAt path="holidaySetIds">
          <HolidaySetsField
            calendar={draft}
            whole={whole}
            holidaySets={holidaySets}
            readOnly={readOnly}
            now={Date.parse(today)}
            onChange={edit}
            onImport={() => setImporting(true)}
          />
        </ProblemsAt>
        <HolidaysEditor
          holidays={draft.holidays}
          readOnly={readOnly}
          today={today}
          onChange={(holidays) => edit({ holidays })}
        />
        {!readOnly && (
          <Button appearance="default" onClick={() => setImporting(!importing)} aria-expanded={importing}>
            {t('settings.calendar.import')}
          </Button>
        )}
        {importing && (
          <Suspense fallback={<p className={forms.hint}>{t('common.loading')}</p>}>
            <ImportHolidays
              zone={draft.zone}
              today={today}
              week={whole.week}
              own={{ holidays: draft.holidays.length, exceptions: draft.exceptions.length }}
              present={holidays}
              presentExceptions={whole.exceptions}
              onAdd={({ holidays, exceptions, source }) => {
                edit({
                  holidays: [...draft.holidays, ...holidays],
                  exceptions: [...draft.exceptions, ...exceptions],
                  ...(source && { holidaySource: source }),
                });
                setImporting(false);
              }}
            />
          </Suspense>
        )}
        <ExceptionsEditor
          exceptions={draft.exceptions}
          readOnly={readOnly}
          today={today}
          onChange={(exceptions) => edit({ exceptions })}
        />
        <YearView holidays={holidays} exceptions={whole.exceptions} year={Number(today.slice(0, 4))} />
      </FormProblems>
      <EditorActions
        readOnly={readOnly}
        saving={saving}
        onCancel={onCancel}
        onDelete={isNew ? undefined : onDelete}
      />
    </form>
  );
}
