import Textfield from '@atlaskit/textfield';
import type { Target } from '../../../src/sla/engine/model';
import { t } from '../../shared/i18n';
import { useDirectory } from '../directory/use-directory';
import type { FieldCatalog } from '../model/field-catalog';
import { AmountField } from '../../kit/controls/amount-field';
import { Checkbox } from '../../kit/controls/checkbox';
import { Choice } from '../../kit/controls/choice';
import { worded } from '../../kit/controls/option';
import { Pick } from '../../kit/controls/pick';

interface Props {
  readonly n: number;
  readonly target: Target;
  readonly catalog: FieldCatalog;
  readonly readOnly: boolean;
  readonly onChange: (target: Target) => void;
}

const UNITS_MS = { minutes: 60_000, hours: 3_600_000 } as const;

/** What a target needs beside an amount: the field it reads, the time of day it ends at. */
export function TargetFields({ n, target, catalog, readOnly, onChange }: Props) {
  const { dateFields, numberFields } = useDirectory(catalog);
  const time = (value: string, write: (next: string) => void, label: string) => (
    <Textfield
      width={110}
      type="time"
      aria-label={label}
      value={value}
      isReadOnly={readOnly}
      onChange={(event) => event.currentTarget.value !== '' && write(event.currentTarget.value)}
    />
  );
  switch (target.kind) {
    case 'duration':
    case 'none':
      return null;
    case 'businessDays':
      return (
        <Checkbox
          label={t('settings.target.endOfDay')}
          value={target.endOfDay}
          readOnly={readOnly}
          onChange={(endOfDay) => onChange({ ...target, endOfDay })}
        />
      );
    case 'dateField':
      return (
        <>
          <Pick
            label={t('settings.target.dateField', { n })}
            value={target.field}
            options={dateFields}
            readOnly={readOnly}
            onChange={(field) => onChange({ ...target, field })}
          />
          <span>{t('settings.target.byTime')}</span>
          {time(target.time, (next) => onChange({ ...target, time: next }), t('settings.target.time', { n }))}
          <Choice
            label={t('settings.target.outside', { n })}
            value={target.outside}
            readOnly={readOnly}
            options={worded('settings.target.outside', ['previousClosing', 'nextOpening'])}
            onChange={(outside) => onChange({ ...target, outside })}
          />
        </>
      );
    case 'durationField':
      return (
        <>
          <Pick
            label={t('settings.target.numberField', { n })}
            value={target.field}
            options={numberFields}
            readOnly={readOnly}
            onChange={(field) => onChange({ ...target, field })}
          />
          <Choice
            label={t('settings.target.fieldUnit', { n })}
            value={target.unitMs === UNITS_MS.minutes ? 'minutes' : 'hours'}
            readOnly={readOnly}
            options={worded('settings.unit', ['minutes', 'hours'])}
            onChange={(unit) => onChange({ ...target, unitMs: UNITS_MS[unit] })}
          />
        </>
      );
    case 'relative':
      return (
        <>
          <AmountField
            label={t('settings.target.days', { n })}
            value={target.days}
            readOnly={readOnly}
            onChange={(days) => onChange({ ...target, days: Math.floor(days) })}
          />
          <span>{t('settings.target.daysAhead')}</span>
          <Choice
            label={t('settings.target.until', { n })}
            value={target.by === 'endOfDay' ? 'endOfDay' : 'time'}
            readOnly={readOnly}
            options={worded('settings.target.until', ['endOfDay', 'time'])}
            onChange={(until) => onChange({ ...target, by: until === 'endOfDay' ? until : '16:00' })}
          />
          {target.by !== 'endOfDay' &&
            time(target.by, (by) => onChange({ ...target, by }), t('settings.target.time', { n }))}
        </>
      );
  }
}
