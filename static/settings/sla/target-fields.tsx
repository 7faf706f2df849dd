import type { Target } from '../../../src/sla/engine/model';
import { AmountField, Checkbox, OneOf, Pick, TextInput } from '../../kit/controls';
import { type Field, part, seenAs } from '../../kit/fields';
import { t } from '../../shared/i18n';
import { useDirectory } from '../directory/use-directory';
import type { FieldCatalog } from '../model/field-catalog';

interface Props {
  readonly n: number;
  readonly of: Field<Target>;
  readonly catalog: FieldCatalog;
}

const UNITS_MS = { minutes: 60_000, hours: 3_600_000 } as const;

/** What a target needs beside an amount: the field it reads, the time of day it ends at. */
export function TargetFields({ n, of, catalog }: Props) {
  const { dateFields, numberFields } = useDirectory(catalog);
  const { value: target } = of;
  const time = (at: Field<string>) => (
    <TextInput
      width={110}
      type="time"
      label={t('settings.target.time', { n })}
      {...seenAs(
        at,
        (kept) => kept,
        (typed, kept) => typed || kept,
      )}
    />
  );
  switch (target.kind) {
    case 'duration':
    case 'none':
      return null;
    case 'businessDays':
      return (
        <Checkbox label={t('settings.target.endOfDay')} {...part({ ...of, value: target }, 'endOfDay')} />
      );
    case 'dateField': {
      const at = { ...of, value: target };
      return (
        <>
          <Pick label={t('settings.target.dateField', { n })} options={dateFields} {...part(at, 'field')} />
          <span>{t('settings.target.byTime')}</span>
          {time(part(at, 'time'))}
          <OneOf
            words="settings.target.outside"
            params={{ n }}
            values={['previousClosing', 'nextOpening']}
            {...part(at, 'outside')}
          />
        </>
      );
    }
    case 'durationField': {
      const at = { ...of, value: target };
      return (
        <>
          <Pick
            label={t('settings.target.numberField', { n })}
            options={numberFields}
            {...part(at, 'field')}
          />
          <OneOf
            words="settings.unit"
            label={t('settings.target.fieldUnit', { n })}
            values={['minutes', 'hours']}
            {...seenAs(
              part(at, 'unitMs'),
              (ms) => (ms === UNITS_MS.minutes ? 'minutes' : 'hours'),
              (unit) => UNITS_MS[unit],
            )}
          />
        </>
      );
    }
    case 'relative': {
      const at = { ...of, value: target };
      const by = part(at, 'by');
      return (
        <>
          <AmountField
            label={t('settings.target.days', { n })}
            {...seenAs(part(at, 'days'), (days) => days, Math.floor)}
          />
          <span>{t('settings.target.daysAhead')}</span>
          <OneOf
            words="settings.target.until"
            params={{ n }}
            values={['endOfDay', 'time']}
            {...seenAs(
              by,
              (until) => (until === 'endOfDay' ? until : 'time'),
              (until) => (until === 'endOfDay' ? until : '16:00'),
            )}
          />
          {by.value !== 'endOfDay' && time(by)}
        </>
      );
    }
  }
}
