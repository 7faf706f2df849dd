import type { ReactNode } from 'react';
import forms from '../forms.module.css';

interface Props {
  readonly id: string;
  readonly label: string;
  readonly hint?: string;
  readonly error?: string | undefined;
  readonly children: ReactNode;
}

/** A label above its input, a hint and the error below it. */
export function LabelledField({ id, label, hint, error, children }: Props) {
  return (
    <div className={forms.field}>
      <label className={forms.label} htmlFor={id}>
        {label}
      </label>
      {children}
      {hint !== undefined && <span className={forms.hint}>{hint}</span>}
      {error !== undefined && (
        <span className={forms.error} role="alert">
          {error}
        </span>
      )}
    </div>
  );
}
