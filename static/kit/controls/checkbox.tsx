import AtlaskitCheckbox from '@atlaskit/checkbox';
import forms from '../forms.module.css';
import type { Bound } from './bound';

interface Props extends Bound<boolean> {
  readonly label: string;
}

/** A rule that holds or does not. */
export function Checkbox({ label, value, readOnly, onChange }: Props) {
  return (
    <div className={forms.field}>
      <AtlaskitCheckbox
        label={label}
        isChecked={value}
        isDisabled={readOnly}
        onChange={(event) => onChange(event.currentTarget.checked)}
      />
    </div>
  );
}
