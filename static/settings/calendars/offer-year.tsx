import { useState } from 'react';
import { t } from '../../shared/i18n';
import forms from '../../kit/forms.module.css';

/** A day to choose. */
export interface OfferedDay {
  readonly key: string;
  /** Empty for what is there every year. */
  readonly year: string;
  readonly text: string;
}

interface Props {
  readonly year: string;
  readonly days: readonly OfferedDay[];
  /** Whether its days are shown to begin with. */
  readonly isOpen: boolean;
  readonly dropped: ReadonlySet<string>;
  readonly onDrop: (dropped: ReadonlySet<string>) => void;
}

/** The days of a year with a checkbox each, and one for all of them. */
export function OfferYear({ year, days, isOpen, dropped, onDrop }: Props) {
  const [open, setOpen] = useState(isOpen);
  const chosen = days.filter(({ key }) => !dropped.has(key)).length;
  const choose = (keys: readonly string[], wanted: boolean) => {
    const next = new Set(dropped);
    for (const key of keys) {
      if (wanted) next.delete(key);
      else next.add(key);
    }
    onDrop(next);
  };
  const everyYear = year === '' ? t('settings.import.everyYear') : year;
  return (
    <>
      <label>
        <input
          type="checkbox"
          checked={chosen === days.length}
          ref={(box) => {
            if (box) box.indeterminate = chosen > 0 && chosen < days.length;
          }}
          onChange={(event) =>
            choose(
              days.map(({ key }) => key),
              event.currentTarget.checked,
            )
          }
        />{' '}
        {t('settings.import.year', { year: everyYear, chosen, count: days.length })}
      </label>
      <details open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary>{t('settings.import.daysOfYear', { year: everyYear })}</summary>
        {open && (
          <ul className={forms.list}>
            {days.map(({ key, text }) => (
              <li key={key}>
                <label>
                  <input
                    type="checkbox"
                    checked={!dropped.has(key)}
                    onChange={(event) => choose([key], event.currentTarget.checked)}
                  />{' '}
                  {text}
                </label>
              </li>
            ))}
          </ul>
        )}
      </details>
    </>
  );
}
