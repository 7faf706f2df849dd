import Checkbox from '@atlaskit/checkbox';
import Textfield from '@atlaskit/textfield';
import { WEEKDAYS } from '../../../src/sla/engine/calendar/local-date';
import type { QuietHours } from '../../../src/sla/definitions/domain/policy/model';
import { viewer } from '../../shared/context';
import { t } from '../../shared/i18n';
import { Choice } from '../../kit/controls/choice';
import forms from '../../kit/forms.module.css';
import { LabelledField } from '../../kit/controls/labelled-field';
import { ZoneSelect } from '../../kit/controls/zone-select';

interface Props {
  readonly quiet: QuietHours;
  readonly readOnly: boolean;
  readonly onChange: (quiet: QuietHours) => void;
}

const KINDS = ['off', 'hours', 'calendar'] as const;

/** The night in the zone of whoever sets it: a sensible beginning. */
const night = (): QuietHours => ({
  kind: 'hours',
  zone: viewer().zone,
  from: '20:00',
  to: '08:00',
  days: [],
});

const quietOf = (kind: QuietHours['kind']): QuietHours => (kind === 'hours' ? night() : { kind });

/** When nobody is told: never, between two times of the day, or outside each promise's own working hours. */
export function QuietHoursFields({ quiet, readOnly, onChange }: Props) {
  return (
    <>
      <h3 className={forms.heading}>{t('settings.notify.quiet')}</h3>
      <p className={forms.hint}>{t('settings.notify.quietHint')}</p>
      <Choice
        label={t('settings.notify.quiet')}
        value={quiet.kind}
        isDisabled={readOnly}
        options={KINDS.map((kind) => ({ value: kind, label: t(`settings.notify.quiet.${kind}`) }))}
        onChange={(kind) => onChange(quietOf(kind))}
      />
      {quiet.kind === 'hours' && <HoursFields quiet={quiet} readOnly={readOnly} onChange={onChange} />}
    </>
  );
}

type Hours = Extract<QuietHours, { kind: 'hours' }>;

function HoursFields({ quiet, readOnly, onChange }: Props & { readonly quiet: Hours }) {
  const toggle = (day: Hours['days'][number]) =>
    onChange({
      ...quiet,
      days: quiet.days.includes(day) ? quiet.days.filter((each) => each !== day) : [...quiet.days, day],
    });
  return (
    <>
      <div className={forms.pair}>
        {(['from', 'to'] as const).map((end) => (
          <LabelledField key={end} id={`quiet-${end}`} label={t(`settings.notify.${end}`)}>
            <Textfield
              id={`quiet-${end}`}
              type="time"
              value={quiet[end]}
              isReadOnly={readOnly}
              onChange={(event) => onChange({ ...quiet, [end]: event.currentTarget.value })}
            />
          </LabelledField>
        ))}
        <LabelledField id="quiet-zone" label={t('settings.calendar.zone')}>
          <ZoneSelect
            id="quiet-zone"
            zone={quiet.zone}
            readOnly={readOnly}
            onChange={(zone) => onChange({ ...quiet, zone })}
          />
        </LabelledField>
      </div>
      <fieldset className={forms.fieldset}>
        <legend className={forms.label}>{t('settings.notify.days')}</legend>
        <div className={forms.row}>
          {WEEKDAYS.map((day) => (
            <Checkbox
              key={day}
              label={t(`settings.day.${day}`)}
              isChecked={quiet.days.includes(day)}
              isDisabled={readOnly}
              onChange={() => toggle(day)}
            />
          ))}
        </div>
      </fieldset>
    </>
  );
}
