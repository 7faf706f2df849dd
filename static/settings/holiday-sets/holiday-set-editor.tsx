import Button from '@atlaskit/button/default/button';
import Textfield from '@atlaskit/textfield';
import { lazy, Suspense, useState } from 'react';
import { yearWithoutHolidays } from '../../../src/sla/definitions/domain';
import type { CalendarDefinition, HolidaySet } from '../../../src/sla/engine/model';
import type { Finding } from '../../../src/kernel/finding';
import { useEdited } from '../../kit/unsaved/use-edited';
import { todayThere } from '../../shared/dates';
import { t } from '../../shared/i18n';
import { HolidaysEditor } from '../calendars/dated-rows';
import { NextYear } from '../calendars/next-year';
import { YearView } from '../calendars/year-view';
import { FormProblems } from '../shared/form-problems';
import { EditorActions } from '../shared/editor-actions';
import forms from '../../kit/forms.module.css';
import { LabelledField } from '../../kit/controls/labelled-field';
import { ProblemsAt } from '../shared/problems-at';

// Holiday data for 200 countries and the ICS reader come only when somebody imports.
const ImportHolidays = lazy(() =>
  import('../calendars/import-holidays').then((module) => ({ default: module.ImportHolidays })),
);

interface Props {
  readonly holidaySet: HolidaySet;
  readonly usedBy: readonly CalendarDefinition[];
  readonly isNew: boolean;
  readonly readOnly: boolean;
  readonly problems: readonly Finding[];
  readonly now: number;
  readonly saving: boolean;
  readonly onSave: (holidaySet: HolidaySet) => void;
  readonly onDelete: () => void;
  readonly onCancel: () => void;
}

/** One shared set: its days, where more come from, who uses it, and what its year looks like. */
export function HolidaySetEditor(props: Props) {
  const { usedBy, isNew, readOnly, problems, now, saving, onSave, onDelete, onCancel } = props;
  const [draft, setDraft] = useEdited(props.holidaySet);
  const [importing, setImporting] = useState(false);
  const edit = (change: Partial<HolidaySet>) => setDraft({ ...draft, ...change });
  const year = Number(todayThere(now).slice(0, 4));
  const missing = yearWithoutHolidays(draft.holidays, now);

  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        onSave(draft);
      }}
    >
      <FormProblems problems={problems} subject={`holidaySet:${draft.id}`}>
        <ProblemsAt path="name">
          <LabelledField label={t('settings.name')} id="holiday-set-name">
            <Textfield
              id="holiday-set-name"
              value={draft.name}
              isReadOnly={readOnly}
              onChange={(event) => edit({ name: event.currentTarget.value })}
            />
          </LabelledField>
        </ProblemsAt>
        <p className={forms.hint}>
          {usedBy.length === 0
            ? t('settings.holidaySet.unused')
            : t('settings.holidaySet.usedBy', { calendars: usedBy.map(({ name }) => name).join(', ') })}
        </p>
        {missing !== null && !readOnly && (
          <NextYear
            year={missing}
            holidays={draft.holidays}
            source={draft.source}
            onAdd={(holidays) => edit({ holidays })}
            onImport={() => setImporting(true)}
          />
        )}
        <HolidaysEditor
          holidays={draft.holidays}
          readOnly={readOnly}
          today={new Date(now).toISOString().slice(0, 10)}
          onChange={(holidays) => edit({ holidays })}
        />
        {!readOnly && (
          <Button onClick={() => setImporting(!importing)} aria-expanded={importing}>
            {t('settings.calendar.import')}
          </Button>
        )}
        {importing && (
          <Suspense fallback={<p className={forms.hint}>{t('common.loading')}</p>}>
            <ImportHolidays
              zone="UTC"
              today={new Date(now).toISOString().slice(0, 10)}
              own={{ holidays: draft.holidays.length, exceptions: 0 }}
              present={draft.holidays}
              wholeDaysOnly
              onAdd={({ holidays, source }) => {
                edit({ holidays: [...draft.holidays, ...holidays], ...(source && { source }) });
                setImporting(false);
              }}
            />
          </Suspense>
        )}
        <YearView holidays={draft.holidays} exceptions={[]} year={year} />
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
