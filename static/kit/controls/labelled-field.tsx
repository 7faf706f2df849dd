import type { ReactNode } from 'react';
import forms from '../forms.module.css';

interface BelowProps {
  readonly hint?: ReactNode;
  readonly error?: string | undefined;
}

interface Props extends BelowProps {
  /** Of the input; left out where what is labelled names itself to assistive technology. */
  readonly id?: string | undefined;
  readonly label: string;
  readonly children: ReactNode;
}

/** A label above its input, a hint and the error below it. */
export function LabelledField({ id, label, hint, error, children }: Props) {
  return (
    <div className={forms.field}>
      {id === undefined ? (
        <span className={forms.label} aria-hidden="true">
          {label}
        </span>
      ) : (
        <label className={forms.label} htmlFor={id}>
          {label}
        </label>
      )}
      {children}
      <BelowField hint={hint} error={error} />
    </div>
  );
}

/** What helps to fill in a field, and what is wrong with it. */
export function BelowField({ hint, error }: BelowProps) {
  return (
    <>
      {hint !== undefined && <span className={forms.hint}>{hint}</span>}
      {error !== undefined && (
        <span className={forms.error} role="alert">
          {error}
        </span>
      )}
    </>
  );
}
