import type { ReactNode } from 'react';
import forms from '../forms.module.css';

/** A visible label above an input that names itself to assistive technology. */
export function Labelled({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <div className={forms.field}>
      <span className={forms.label} aria-hidden="true">
        {label}
      </span>
      {children}
    </div>
  );
}
