import Button from '@atlaskit/button/default/button';
import SectionMessage from '@atlaskit/section-message';
import Select from '@atlaskit/select';
import { useRef, useState } from 'react';
import { MOST_DATES } from '../../../src/sla/engine/model/limits';
import {
  holidayCountries,
  holidayRegions,
} from '../../../src/sla/definitions/domain/holidays/public-holidays';
import type { CalendarDefinition, CalendarException, Holiday } from '../../../src/sla/engine/model';
import { locale, t } from '../../shared/i18n';
import { exceptionChoice, type Found, holidayChoice, offerOf } from '../model/import-offer';
import { publicDays } from '../model/public-days';
import { Choice, LabelledField } from '../../kit/controls';
import forms from '../../kit/forms.module.css';
import { readIcsFile } from './import-file';
import { ImportOffer } from './import-offer';

/** What was chosen. */
export type Imported = Omit<Found, 'skipped'>;

interface Props {
  readonly zone: string;
  /** Days of a file that are over are not offered unless they are asked for. */
  readonly today: string;
  /** Whose hours are cut on days that are off in part; shared sets have none. */
  readonly week?: CalendarDefinition['week'];
  /** How many holidays and exceptions it has of its own. */
  readonly own: { readonly holidays: number; readonly exceptions: number };
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
  const { zone, today, week, own, present, presentExceptions = NONE, wholeDaysOnly = false, onAdd } = props;
  const thisYear = Number(today.slice(0, 4));
  const [found, setFound] = useState<Found & { readonly guessed?: string }>(NOTHING);
  const [withPast, setWithPast] = useState(false);
  const [reading, setReading] = useState(false);
  const [n, setN] = useState(0);
  /** The last file chosen: an earlier one that takes longer is late. */
  const latest = useRef<File | null>(null);
  const [place, setPlace] = useState({
    country: '',
    region: EVERYWHERE,
    years: `${thisYear},${thisYear + 1}`,
  });
  const [dropped, setDropped] = useState<ReadonlySet<string>>(new Set());
  const [error, setError] = useState<string | null>(null);
  const isFile = found.source === undefined;
  const offer = offerOf(
    found,
    { holidays: present, ...(wholeDaysOnly ? {} : { exceptions: presentExceptions }) },
    isFile && !withPast ? today : '',
  );
  const chosen: Imported = {
    ...(found.source && { source: found.source }),
    holidays: offer.holidays.filter((holiday) => !dropped.has(holidayChoice(holiday))),
    exceptions: offer.exceptions.filter((exception) => !dropped.has(exceptionChoice(exception))),
  };
  const count = chosen.holidays.length + chosen.exceptions.length;
  const over = Math.max(
    own.holidays + chosen.holidays.length - MOST_DATES,
    own.exceptions + chosen.exceptions.length - MOST_DATES,
  );

  const look = (change: Partial<typeof place>) => {
    const next = { ...place, ...change };
    const { country, region } = next;
    setPlace(next);
    if (country === '') return;
    const source = region === EVERYWHERE ? { country } : { country, region };
    const years = next.years.split(',').map(Number);
    show({ ...publicDays({ source, years, locale: locale(), present }, week), source });
  };
  /** Nothing of what was there before stays. */
  const show = (next: Found & { readonly guessed?: string }, fault: string | null = null) => {
    latest.current = null;
    setFound(next);
    setDropped(new Set());
    setWithPast(false);
    setN((before) => before + 1);
    setError(fault);
    setReading(false);
  };
  const readFile = async (file: File) => {
    show(NOTHING);
    latest.current = file;
    setReading(true);
    // The notice that it is being read is painted first.
    await new Promise((painted) => setTimeout(painted));
    const read = await readIcsFile(file, zone, Date.UTC(thisYear, 0, 1));
    if (latest.current !== file) return;
    if ('fault' in read) show(NOTHING, t(`settings.import.${read.fault}`));
    else show(read);
  };
  const options = (places: ReturnType<typeof holidayCountries>) =>
    places.map(({ code, name }) => ({ value: code, label: name }));
  const regions = place.country === '' ? [] : options(holidayRegions(place.country, locale()));

  return (
    <div className={forms.card}>
      <div className={forms.pair}>
        <LabelledField id="holiday-country" label={t('settings.import.country')}>
          <Select
            inputId="holiday-country"
            options={options(holidayCountries(locale()))}
            onChange={(option) => option !== null && look({ country: option.value, region: EVERYWHERE })}
          />
          <div className={forms.row}>
            {regions.length > 0 && (
              <Choice
                label={t('settings.import.region')}
                value={place.region}
                options={[{ value: EVERYWHERE, label: t('settings.import.everywhere') }, ...regions]}
                onChange={(region) => look({ region })}
              />
            )}
            <Choice
              label={t('settings.import.years')}
              value={place.years}
              options={[`${thisYear},${thisYear + 1}`, `${thisYear}`, `${thisYear + 1}`].map((value) => ({
                value,
                label: value.replace(',', ', '),
              }))}
              onChange={(years) => look({ years })}
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
              // The same file, mended, may be chosen again.
              event.currentTarget.value = '';
              if (file !== undefined) void readFile(file);
            }}
          />
        </LabelledField>
      </div>
      {reading && (
        <p className={forms.hint} role="status">
          {t('settings.import.reading')}
        </p>
      )}
      {found.guessed !== undefined && (
        <p className={forms.hint}>{t('settings.import.guessed', { encoding: found.guessed })}</p>
      )}
      {isFile && (offer.past > 0 || withPast) && (
        <label>
          <input
            type="checkbox"
            checked={withPast}
            onChange={(event) => setWithPast(event.currentTarget.checked)}
          />{' '}
          {withPast ? t('settings.import.withPast') : t('settings.import.past', { count: offer.past })}
        </label>
      )}
      {found.holidays.length > 0 && offer.holidays.length === 0 && offer.past === 0 && (
        <p className={forms.hint}>{t('settings.import.allThere')}</p>
      )}
      <ImportOffer key={n} offer={offer} areParts={!isFile} dropped={dropped} onDrop={setDropped} />
      {over > 0 && (
        <div role="alert">
          <SectionMessage appearance="warning">
            <p>{t('settings.import.over', { most: MOST_DATES, over })}</p>
          </SectionMessage>
        </div>
      )}
      {count > 0 && (
        <div className={forms.actions}>
          <Button appearance="primary" isDisabled={over > 0} onClick={() => onAdd(chosen)}>
            {t('settings.import.add', { count })}
          </Button>
        </div>
      )}
    </div>
  );
}
