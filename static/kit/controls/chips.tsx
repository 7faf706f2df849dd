import type { ReactNode } from 'react';
import type { Bound } from './bound';
import { RemoveButton } from './remove-button';
import styles from './chips.module.css';

interface Props<T> extends Bound<readonly T[]> {
  readonly label: string;
  readonly nameOf: (value: T) => ReactNode;
  /** How the button that drops a value is called; `n` counts from 1. Left out where none may be dropped. */
  readonly removes?: (value: T, n: number) => string;
  /** Whether something is wrong with it. */
  readonly isGone?: (value: T) => boolean;
  /** What adds one, shown to those who may. */
  readonly children?: ReactNode;
  /** What is to be known of them, told to everybody. */
  readonly note?: ReactNode;
}

/** Some of many values in a line, each with a button to drop it. */
export function Chips<T>(props: Props<T>) {
  const { label, value: values, readOnly, nameOf, removes, isGone, children, note, onChange } = props;
  return (
    <div className={styles.values} role="group" aria-label={label}>
      {values.map((value, index) => (
        <span key={index} className={isGone?.(value) ? `${styles.value} ${styles.gone}` : styles.value}>
          {nameOf(value)}
          {!readOnly && removes !== undefined && (
            <RemoveButton
              label={removes(value, index + 1)}
              onClick={() => onChange(values.filter((each) => each !== value))}
            />
          )}
        </span>
      ))}
      {!readOnly && children}
      {note}
    </div>
  );
}
