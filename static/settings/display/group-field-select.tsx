import type { SlaDisplay } from '../../../src/sla/definitions/domain/display/model';
import { t } from '../../shared/i18n';
import type { FieldOption } from '../model/field-catalog';
import forms from '../../kit/forms.module.css';
import { Pick } from '../../kit/controls/pick';

interface Props {
  readonly display: SlaDisplay;
  readonly fields: readonly FieldOption[];
  readonly readOnly: boolean;
  readonly onChange: (field: SlaDisplay['groupField']) => void;
}

const OWN = 'own';
const NONE = 'none';

/** Which field says what team or group an issue is with: Jira's Team field, none, or one of the site's own. */
export function GroupFieldSelect({ display: { groupField }, fields, readOnly, onChange }: Props) {
  const label = t('settings.display.groupField');
  return (
    <div className={forms.field}>
      <span className={forms.label}>{label}</span>
      <Pick
        label={label}
        value={groupField === undefined ? OWN : (groupField ?? NONE)}
        isDisabled={readOnly}
        options={[
          { value: OWN, label: t('settings.display.groupField.own') },
          { value: NONE, label: t('settings.display.groupField.none') },
          ...fields.filter(({ value }) => value.startsWith('customfield_')),
        ]}
        onChange={(value) => onChange(value === OWN ? undefined : value === NONE ? null : value)}
      />
      <span className={forms.hint}>{t('settings.display.groupFieldHint')}</span>
    </div>
  );
}
