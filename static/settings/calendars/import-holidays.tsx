import Button from '@atlaskit/button/default/button';
import Select from '@atlaskit/select';
import { useState } from 'react';
import { parseIcs } from '../../../src/sla/domain/ics';
import { holidayCountries, holidayRegions, publicHolidays } from '../../../src/sla/domain/public-holidays';
import type { CalendarException, Holiday } from '../../../src/sla/domain/model';
import { locale, t } from '../../shared/i18n';
import { exceptionChoice, type Found, holidayChoice, offerOf } from '../model/import-offer';
import { Choice } from '../shared/choice';
import forms from '../shared/forms.module.css';
import { LabelledField } from '../shared/labelled-field';
import { ImportOffer } from './import-offer';

/** What was chosen. */
export type Imported = Omit<Found, 'skipped'>;

interface Props {
  readonly zone: string;
  readonly year: number;
  readonly present: readonly Holiday[];
  /** Dates that have their own hours already: a date can have them once. */
  readonly presentExceptions?: readonly CalendarException[];
  /** Shared sets hold whole days only: timed events of a file are left out. */
  readonly wholeDaysOnly?: boolean;
  readonly onAdd: (imported: Imported) => void;
}

const EVERYWHERE = '';
const NOTHING: Found = { holidays: [], exceptions: [], skipped: [] };
const NONE: readonly CalendarException[] = [];

/** Holidays of a country or region in a year, or of an ICS file: looked at first, chosen, then added; those already there are left out. */
export function ImportHolidays(props: Props) {
  const { zone, year: thisYear, present, presentExceptions = NONE, wholeDaysOnly = false, onAdd } = props;
  const [found, setFound] = useState<Found>(NOTHING);
  const [country, setCountry] = useState<string | null>(null);
  const [region, setRegion] = useState(EVERYWHERE);
  const [years, setYears] = useState(`${thisYear},${thisYear + 1}`);
  const [dropped, setDropped] = useState<ReadonlySet<string>>(new Set());
  const [error, setError] = useState<string | null>(null);
  const offer = offerOf(found, {
    holidays: present,
    ...(wholeDaysOnly ? {} : { exceptions: presentExceptions }),
  });
  const chosen: Imported = {
    ...(found.source && { source: found.source }),
    holidays: offer.holidays.filter((holiday) => !dropped.has(holidayChoice(holiday))),
    exceptions: offer.exceptions.filter((exception) => !dropped.has(exceptionChoice(exception))),
  };
  const count = chosen.holidays.length + chosen.exceptions.length;

  const look = (wanted: string, where: string, when: string) => {
    const source = where === EVERYWHERE ? { country: wanted } : { country: wanted, region: where };
    const names = { locale: locale() };
    const holidays = when
      .split(',')
      .flatMap((year) => publicHolidays({ ...source, ...names, year: Number(year) }));
    setFound({ ...NOTHING, holidays, source });
  };
  const readFile = async (file: File) => {
    try {
      setFound(parseIcs(await file.text(), zone, Date.UTC(thisYear, 0, 1)));
      setDropped(new Set());
      setError(null);
    } catch {
      setError(t('settings.import.notIcs'));
    }
  };
  const countries = holidayCountries(locale()).map(({ code, name }) => ({ value: code, label: name }));
  const regions = country === null ? [] : holidayRegions(country, locale());

  return (
    <div className={forms.card}>
      <div className={forms.pair}>
        <LabelledField id="holiday-country" label={t('settings.import.country')}>
          <Select
            inputId="holiday-country"
            options={countries}
            onChange={(option) => {
              if (option === null) return;
              setCountry(option.value);
              setRegion(EVERYWHERE);
              look(option.value, EVERYWHERE, years);
            }}
          />
          <div className={forms.row}>
            {country !== null && regions.length > 0 && (
              <Choice
                label={t('settings.import.region')}
                value={region}
                options={[
                  { value: EVERYWHERE, label: t('settings.import.everywhere') },
                  ...regions.map(({ code, name }) => ({ value: code, label: name })),
                ]}
                onChange={(next) => {
                  setRegion(next);
                  look(country, next, years);
                }}
              />
            )}
            <Choice
              label={t('settings.import.years')}
              value={years}
              options={[`${thisYear},${thisYear + 1}`, `${thisYear}`, `${thisYear + 1}`].map((value) => ({
                value,
                label: value.replace(',', ', '),
              }))}
              onChange={(next) => {
                setYears(next);
                if (country !== null) look(country, region, next);
              }}
            />
          </div>
        </LabelledField>
        <LabelledField
          id="holiday-file"
          label={t('settings.import.file')}
          hint={t(wholeDaysOnly ? 'settings.import.fileHintSet' : 'settings.import.fileHint')}
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
      {found.holidays.length > 0 && offer.holidays.length === 0 && (
        <p className={forms.hint}>{t('settings.import.allThere')}</p>
      )}
      <ImportOffer offer={offer} dropped={dropped} onDrop={setDropped} />
      {count > 0 && (
        <Button appearance="primary" onClick={() => onAdd(chosen)}>
          {t('settings.import.add', { count })}
        </Button>
      )}
    </div>
  );
}
