import { useState } from 'react';
import type { CalendarException, Holiday } from '../../../src/sla/engine/model';
import { t } from '../../shared/i18n';
import { writeHolidayDate } from '../model/holiday-input';
import { hoursOf } from '../model/hours-text';
import { exceptionChoice, holidayChoice, type LeftOut, type Offer } from '../model/import-offer';
import forms from '../../kit/forms.module.css';
import { OfferYear, type OfferedDay } from './offer-year';

interface Props {
  readonly offer: Offer;
  /** Whether the hours are what is left of days off in part, rather than events with a time. */
  readonly areParts: boolean;
  /** What was taken out of the offer, by choice key. */
  readonly dropped: ReadonlySet<string>;
  readonly onDrop: (dropped: ReadonlySet<string>) => void;
}

/** As many as are looked through at once. */
const FEW = 200;

/** Everything that was found, year by year: days and hours with a checkbox each, then what was left out and why. */
export function ImportOffer({ offer, areParts, dropped, onDrop }: Props) {
  const { holidays, exceptions, leftOut } = offer;
  const years = (days: readonly OfferedDay[]) =>
    [...byYear(days)].map(([year, ofYear]) => (
      <OfferYear
        key={year}
        year={year}
        days={ofYear}
        isOpen={days.length <= FEW}
        dropped={dropped}
        onDrop={onDrop}
      />
    ));
  return (
    <>
      <div role="group" aria-label={t('settings.calendar.holidays')}>
        {years(
          holidays.map((each) => ({ key: holidayChoice(each), year: yearOf(each), text: holidayText(each) })),
        )}
      </div>
      {exceptions.length > 0 && (
        <div role="group" aria-label={t('settings.calendar.exceptions')}>
          <p className={forms.hint}>
            {t(areParts ? 'settings.import.partDays' : 'settings.import.exceptions')}
          </p>
          {years(
            exceptions.map((each) => ({
              key: exceptionChoice(each),
              year: each.date.slice(0, 4),
              text: exceptionText(each),
            })),
          )}
        </div>
      )}
      {leftOut.length > 0 && <LeftOutList leftOut={leftOut} />}
    </>
  );
}

/** What was left out, with the reasons; a long list only as far as it is asked for. */
function LeftOutList({ leftOut }: { readonly leftOut: readonly LeftOut[] }) {
  const [isOpen, setOpen] = useState(leftOut.length <= FEW);
  const more = leftOut.length - FEW;
  return (
    <details onToggle={(event) => setOpen(isOpen || event.currentTarget.open)}>
      <summary>{t('settings.import.leftOut', { count: leftOut.length })}</summary>
      {isOpen && (
        <ul className={forms.list} aria-label={t('settings.import.leftOutList')}>
          {leftOut.slice(0, FEW).map((each) => (
            <li key={`${each.name} ${each.why}`}>{leftOutText(each)}</li>
          ))}
          {more > 0 && <li>{t('settings.import.andMore', { count: more })}</li>}
        </ul>
      )}
    </details>
  );
}

function byYear(days: readonly OfferedDay[]): ReadonlyMap<string, readonly OfferedDay[]> {
  const years = new Map<string, OfferedDay[]>();
  for (const day of [...days].sort((a, b) => (a.year < b.year ? -1 : a.year > b.year ? 1 : 0))) {
    const known = years.get(day.year);
    if (known) known.push(day);
    else years.set(day.year, [day]);
  }
  return years;
}

const yearOf = (holiday: Holiday): string => (holiday.kind === 'date' ? holiday.date.slice(0, 4) : '');

const holidayText = (holiday: Holiday): string =>
  holiday.kind === 'rule' ? holiday.name : `${writeHolidayDate(holiday)} ${holiday.name}`;

const exceptionText = ({ date, hours, name }: CalendarException): string =>
  `${date} ${hoursOf(hours)} ${name}`;

const leftOutText = ({ name, why, date, count, line, what }: LeftOut): string => {
  const event = [date, name].filter(Boolean).join(' ');
  const more = count > 1 ? ` ${t('settings.import.andMore', { count: count - 1 })}` : '';
  const place = line === undefined ? '' : ` ${t('settings.import.line', { line, what: what ?? '' })}`;
  return `${event === '' ? t('settings.import.noName') : event}${more}: ${t(`settings.import.why.${why}`)}${place}`;
};
