import Button from '@atlaskit/button/default/button';
import { useState } from 'react';
import type { Finding } from '../../../src/kernel/finding';
import type { SlaDefinitions } from '../../../src/sla/engine/model';
import { inherited } from '../../../src/sla/engine';
import { holidayCountries } from '../../../src/sla/definitions/domain/holidays/public-holidays';
import { formatLocalDate } from '../../shared/dates';
import { locale, t } from '../../shared/i18n';
import { DefinitionNames } from '../change/definition-names';
import { useChange } from '../change/use-change';
import { hoursOf } from '../model/hours-text';
import { publicDays } from '../model/public-days';
import { Choice } from '../../kit/controls';
import forms from '../../kit/forms.module.css';
import { ProblemList } from '../shared/problem-list';
import { countryOfZone } from './country-of-zone';

interface Props {
  readonly calendarId: string;
  readonly year: number;
  readonly definitions: SlaDefinitions;
  readonly onSaved: (definitions: SlaDefinitions, problems: readonly Finding[]) => void;
}

/** Next year's public holidays of a calendar's country: looked at first, then proposed as a change. */
export function NextYearHolidays({ calendarId, year, definitions, onSaved }: Props) {
  const calendar = definitions.calendars.find(({ id }) => id === calendarId);
  const countries = holidayCountries(locale());
  const [country, setCountry] = useState(
    () =>
      countryOfZone(
        calendar?.zone ?? '',
        countries.map(({ code }) => code),
      ) ??
      countries[0]?.code ??
      '',
  );
  const [open, setOpen] = useState(false);
  const [dropped, setDropped] = useState<ReadonlySet<string>>(new Set());
  const change = useChange(definitions.version, (applied) => onSaved(applied.definitions, applied.problems));
  if (calendar === undefined) return null;
  if (!open) {
    return (
      <Button spacing="compact" onClick={() => setOpen(true)}>
        {t('settings.foresight.preview', { year })}
      </Button>
    );
  }
  const whole = inherited(calendar, definitions.calendars);
  const sets = definitions.holidaySets.filter(({ id }) => whole.holidaySetIds.includes(id));
  const present = [...whole.holidays, ...sets.flatMap(({ holidays }) => holidays)];
  const own = new Set(whole.exceptions.map(({ date }) => date));
  const { holidays, exceptions } = publicDays(
    { source: { country }, years: [year], locale: locale(), present },
    whole.week,
  );
  const parts = exceptions.filter(({ date }) => !own.has(date));
  const found = [...holidays, ...parts];
  const isChosen = ({ date, name }: { readonly date: string; readonly name: string }) =>
    !dropped.has(`${date} ${name}`);
  const chosen = found.filter(isChosen);
  const toggle = (key: string) => {
    const next = new Set(dropped);
    if (!next.delete(key)) next.add(key);
    setDropped(next);
  };
  const propose = () =>
    change.propose({
      section: 'calendar',
      value: {
        ...calendar,
        holidays: [...calendar.holidays, ...holidays.filter(isChosen)],
        exceptions: [...calendar.exceptions, ...parts.filter(isChosen)],
      },
    });
  return (
    <div className={forms.card}>
      <Choice
        label={t('settings.import.country')}
        value={country}
        options={countries.map(({ code, name }) => ({ value: code, label: name }))}
        onChange={setCountry}
      />
      <ul className={forms.list}>
        {found.map((day) => {
          const { date, name } = day;
          const key = `${date} ${name}`;
          return (
            <li key={key}>
              <label>
                <input type="checkbox" checked={!dropped.has(key)} onChange={() => toggle(key)} />{' '}
                {formatLocalDate(date)} {name}
                {'hours' in day && ` (${hoursOf(day.hours)})`}
              </label>
            </li>
          );
        })}
      </ul>
      {found.length === 0 && <p className={forms.hint}>{t('settings.foresight.none', { year })}</p>}
      {change.error}
      {change.done}
      <ProblemList problems={change.problems ?? []} />
      <DefinitionNames value={definitions}>{change.dialog}</DefinitionNames>
      <div className={forms.row}>
        <Button
          appearance="primary"
          isDisabled={chosen.length === 0}
          isLoading={change.saving}
          onClick={propose}
        >
          {t('settings.foresight.apply', { count: chosen.length })}
        </Button>
        <Button appearance="subtle" onClick={() => setOpen(false)}>
          {t('settings.cancel')}
        </Button>
      </div>
    </div>
  );
}
