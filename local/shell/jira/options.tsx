import type { SelectHTMLAttributes } from 'react';
import type { Named } from './types';

/** The choices of a select. */
export const Options = ({ of }: { readonly of: readonly Named[] }) =>
  of.map((one) => (
    <option key={one.id} value={one.id}>
      {one.name}
    </option>
  ));

interface ChoiceProps extends SelectHTMLAttributes<HTMLSelectElement> {
  readonly label: string;
  readonly of: readonly Named[];
}

/** A select with its label; children come before what it offers. */
export const Choice = ({ label, of, children, ...rest }: ChoiceProps) => (
  <label>
    {label}
    <select {...rest}>
      {children}
      <Options of={of} />
    </select>
  </label>
);
