import type { CalendarException, Holiday } from '../../../src/sla/domain/model';
import { t } from '../../shared/i18n';
import { writeHolidayDate } from '../model/holiday-input';
import { exceptionChoice, holidayChoice, type LeftOut, type Offer } from '../model/import-offer';
import forms from '../shared/forms.module.css';

interface Props {
  readonly offer: Offer;
  /** What was taken out of the offer, by choice key. */
  readonly dropped: ReadonlySet<string>;
  readonly onDrop: (dropped: ReadonlySet<string>) => void;
}

/** Everything that was found: days and hours with a checkbox each, then what was left out and why. */
export function ImportOffer({ offer, dropped, onDrop }: Props) {
  const { holidays, exceptions, leftOut } = offer;
  const row = (key: string, text: string) => (
    <li key={key}>
      <label>
        <input
          type="checkbox"
          checked={!dropped.has(key)}
          onChange={(event) => {
            const next = new Set(dropped);
            if (event.currentTarget.checked) next.delete(key);
            else next.add(key);
            onDrop(next);
          }}
        />{' '}
        {text}
      </label>
    </li>
  );
  return (
    <>
      <ul className={forms.list} aria-label={t('settings.calendar.holidays')}>
        {holidays.map((holiday) => row(holidayChoice(holiday), holidayText(holiday)))}
      </ul>
      {exceptions.length > 0 && (
        <>
          <p className={forms.hint}>{t('settings.import.exceptions')}</p>
          <ul className={forms.list} aria-label={t('settings.calendar.exceptions')}>
            {exceptions.map((exception) => row(exceptionChoice(exception), exceptionText(exception)))}
          </ul>
        </>
      )}
      {leftOut.length > 0 && (
        <details>
          <summary>{t('settings.import.leftOut', { count: leftOut.length })}</summary>
          <ul className={forms.list} aria-label={t('settings.import.leftOutList')}>
            {leftOut.map((each) => (
              <li key={`${each.name} ${each.why}`}>{leftOutText(each)}</li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}

const holidayText = (holiday: Holiday): string =>
  holiday.kind === 'rule' ? holiday.name : `${writeHolidayDate(holiday)} ${holiday.name}`;

const exceptionText = ({ date, hours, name }: CalendarException): string =>
  `${date} ${hours.map(([from, to]) => `${from}–${to}`).join(', ')} ${name}`;

const leftOutText = ({ name, why, date, count }: LeftOut): string => {
  const what = [date, name].filter(Boolean).join(' ');
  const more = count > 1 ? ` ${t('settings.import.andMore', { count: count - 1 })}` : '';
  return `${what}${more}: ${t(`settings.import.why.${why}`)}`;
};
