import { LATE_STARTS, type LateStart } from '../../../src/sla/definitions/domain/policy/model';
import { t } from '../../shared/i18n';
import { Choice } from '../../kit/controls/choice';
import forms from '../../kit/forms.module.css';

interface Props {
  readonly value: LateStart;
  readonly readOnly: boolean;
  readonly onChange: (value: LateStart) => void;
}

/** What becomes of levels that had passed before their clock began. */
export function LateStartField({ value, readOnly, onChange }: Props) {
  const label = t('settings.notify.lateStart');
  return (
    <>
      <h3 className={forms.heading}>{label}</h3>
      <p className={forms.hint}>{t('settings.notify.lateStartHint')}</p>
      <Choice
        label={label}
        value={value}
        isDisabled={readOnly}
        options={LATE_STARTS.map((each) => ({ value: each, label: t(`settings.notify.lateStart.${each}`) }))}
        onChange={onChange}
      />
    </>
  );
}
