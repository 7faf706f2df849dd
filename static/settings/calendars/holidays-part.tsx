import Button from '@atlaskit/button/default/button';
import { type ComponentProps, lazy, type ReactNode, Suspense, useState } from 'react';
import { yearWithoutHolidays } from '../../../src/sla/definitions/domain';
import type { Holiday } from '../../../src/sla/engine/model';
import type { Field } from '../../kit/fields';
import forms from '../../kit/forms.module.css';
import { t } from '../../shared/i18n';
import { HolidaysEditor } from './dated-rows';
import type { ImportHolidays as ImportHolidaysType, Imported } from './import-holidays';
import { NextYear } from './next-year';

// Holiday data for 200 countries and the ICS reader come only when somebody imports.
const ImportHolidays = lazy(() =>
  import('./import-holidays').then((module) => ({ default: module.ImportHolidays })),
);

interface Props {
  readonly holidays: Field<readonly Holiday[]>;
  /** Those that count: with those of shared sets. */
  readonly counted: readonly Holiday[];
  readonly today: string;
  readonly nextYear: Pick<ComponentProps<typeof NextYear>, 'source' | 'hours' | 'onAdd'>;
  readonly importing: Omit<ComponentProps<typeof ImportHolidaysType>, 'today' | 'onAdd'>;
  readonly onImported: (imported: Imported) => void;
  readonly children?: ReactNode;
}

/** The whole days off of a calendar or of a set: whether next year's are missing, each in a row, and where more come from. */
export function HolidaysPart(props: Props) {
  const { holidays, counted, today, nextYear, importing, onImported, children } = props;
  const [isImporting, setImporting] = useState(false);
  const missing = holidays.value.length > 0 ? yearWithoutHolidays(counted, Date.parse(today)) : null;
  return (
    <>
      {missing !== null && !holidays.readOnly && (
        <NextYear
          year={missing}
          holidays={holidays.value}
          {...nextYear}
          onImport={() => setImporting(true)}
        />
      )}
      {children}
      <HolidaysEditor holidays={holidays} today={today} />
      {!holidays.readOnly && (
        <div className={forms.row}>
          <Button onClick={() => setImporting(!isImporting)} aria-expanded={isImporting}>
            {t('settings.calendar.import')}
          </Button>
        </div>
      )}
      {isImporting && (
        <Suspense fallback={<p className={forms.hint}>{t('common.loading')}</p>}>
          <ImportHolidays
            {...importing}
            today={today}
            onAdd={(imported) => {
              onImported(imported);
              setImporting(false);
            }}
          />
        </Suspense>
      )}
    </>
  );
}
