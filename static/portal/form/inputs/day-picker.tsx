import { DatePicker } from '@atlaskit/datetime-picker';
import { viewer } from '../../../shared/context';
import { t } from '../../../shared/i18n';
import { readTypedDay } from '../../../shared/read-day';
import { useFirstDay } from '../first-day';
import { TakesTyped } from './takes-typed';

interface Props {
  readonly id: string;
  readonly label: string;
  /** `YYYY-MM-DD`, or empty. */
  readonly value: string;
  /** Days before it can't be picked; who types one is told. */
  readonly earliest?: string | undefined;
  readonly isRequired?: boolean;
  readonly isInvalid?: boolean;
  readonly describedBy?: string | undefined;
  readonly onChange: (day: string) => void;
  readonly onLeave?: () => void;
}

/** The picker keeps days as midnights of the browser's zone, and reads without the format it would hand over. */
export const readTyped = (typed: string): Date => new Date(`${readTypedDay(typed) ?? 'none'}T00:00`);

/** A day, typed or picked as the viewer writes days: the browser's own field knows only the browser's language. */
export function DayPicker({ label, earliest, describedBy, onLeave, ...rest }: Props) {
  return (
    <TakesTyped>
      <DatePicker
        {...rest}
        parseInputValue={readTyped}
        label={label}
        placeholder={t('portal.form.pickDate')}
        locale={viewer().formatLocale}
        weekStartDay={useFirstDay()}
        {...(earliest !== undefined && { minDate: earliest })}
        aria-describedby={describedBy}
        shouldShowCalendarButton
        openCalendarLabel={t('portal.form.openCalendar')}
        {...(onLeave !== undefined && { onBlur: onLeave })}
      />
    </TakesTyped>
  );
}
