import Button from '@atlaskit/button/default/button';
import Select from '@atlaskit/select';
import { useState } from 'react';
import { parseIcs } from '../../../src/sla/domain/ics';
import { publicHolidays, holidayCountries } from '../../../src/sla/domain/public-holidays';
import type { CalendarException, Holiday } from '../../../src/sla/domain/model';
import { t } from '../../shared/i18n';
import { writeHolidayDate } from '../model/holiday-input';
import forms from '../shared/forms.module.css';
import { LabelledField } from '../shared/labelled-field';

interface Props {
  readonly zone: string;
  readonly year: number;
  readonly present: readonly Holiday[];
  readonly onAdd: (holidays: readonly Holiday[], exceptions: readonly CalendarException[]) => void;
}

const keyOf = (holiday: Holiday): string =>
  holiday.kind === 'rule' ? JSON.stringify(holiday) : `${writeHolidayDate(holiday)} ${holiday.name}`;

/** Holidays from a country's list or an ICS file: looked at first, chosen, then added; those already there are left out. */
export function ImportHolidays({ zone, year, present, onAdd }: Props) {
  const [found, setFound] = useState<readonly Holiday[]>([]);
  const [exceptions, setExceptions] = useState<readonly CalendarException[]>([]);
  const [dropped, setDropped] = useState<ReadonlySet<string>>(new Set());
  const [error, setError] = useState<string | null>(null);
  const there = new Set(present.map(keyOf));
  const fresh = found.filter((holiday) => !there.has(keyOf(holiday)));
  const chosen = fresh.filter((holiday) => !dropped.has(keyOf(holiday)));

  const readFile = async (file: File) => {
    try {
      const read = parseIcs(await file.text(), zone, Date.UTC(year, 0, 1));
      setFound(read.holidays);
      setExceptions(read.exceptions);
      setError(null);
    } catch {
      setError(t('settings.import.notIcs'));
    }
  };
  const countries = holidayCountries().map(({ code, name }) => ({ value: code, label: name }));

  return (
    <div className={forms.card}>
      <div className={forms.pair}>
        <LabelledField
          id="holiday-country"
          label={t('settings.import.country')}
          hint={t('settings.import.countryHint', { from: year, to: year + 1 })}
        >
          <Select
            inputId="holiday-country"
            options={countries}
            onChange={(country) => {
              if (country === null) return;
              setFound(
                [year, year + 1].flatMap((each) => publicHolidays({ country: country.value, year: each })),
              );
              setExceptions([]);
            }}
          />
        </LabelledField>
        <LabelledField
          id="holiday-file"
          label={t('settings.import.file')}
          hint={t('settings.import.fileHint')}
          error={error ?? undefined}
        >
          <input
            id="holiday-file"
            type="file"
            accept=".ics,text/calendar"
            onChange={(event) => {
              const file = event.currentTarget.files?.[0];
              if (file !== undefined) void readFile(file);
            }}
          />
        </LabelledField>
      </div>
      {found.length > 0 && fresh.length === 0 && (
        <p className={forms.hint}>{t('settings.import.allThere')}</p>
      )}
      <ul className={forms.list}>
        {fresh.map((holiday) => {
          const key = keyOf(holiday);
          return (
            <li key={key}>
              <label>
                <input
                  type="checkbox"
                  checked={!dropped.has(key)}
                  onChange={(event) => {
                    const next = new Set(dropped);
                    if (event.currentTarget.checked) next.delete(key);
                    else next.add(key);
                    setDropped(next);
                  }}
                />{' '}
                {holiday.kind === 'rule' ? holiday.name : `${writeHolidayDate(holiday)} ${holiday.name}`}
              </label>
            </li>
          );
        })}
      </ul>
      {chosen.length + exceptions.length > 0 && (
        <Button appearance="primary" onClick={() => onAdd(chosen, exceptions)}>
          {t('settings.import.add', { count: chosen.length + exceptions.length })}
        </Button>
      )}
    </div>
  );
}
