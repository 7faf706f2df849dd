import forms from '../forms.module.css';

interface Props {
  readonly label: string;
  readonly hint?: string;
  readonly checked: boolean;
  readonly readOnly: boolean;
  readonly onChange: (checked: boolean) => void;
}

/** A rule that holds or does not. */
export function Checkbox({ label, hint, checked, readOnly, onChange }: Props) {
  return (
    <div className={forms.field}>
      <label>
        <input
          type="checkbox"
          checked={checked}
          disabled={readOnly}
          onChange={(event) => onChange(event.currentTarget.checked)}
        />{' '}
        {label}
      </label>
      {hint !== undefined && <span className={forms.hint}>{hint}</span>}
    </div>
  );
}
