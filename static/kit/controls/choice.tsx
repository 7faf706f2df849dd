import type { Option } from './option';
import styles from './choice.module.css';

interface Props<T extends string> {
  readonly label: string;
  readonly value: T;
  readonly options: readonly Option<T>[];
  readonly isDisabled?: boolean;
  readonly onChange: (value: T) => void;
}

/** A native select with the look of the design system: short fixed lists need no more, and it works with every keyboard. */
export function Choice<T extends string>({ label, value, options, isDisabled = false, onChange }: Props<T>) {
  return (
    <select
      className={styles.choice}
      aria-label={label}
      value={value}
      disabled={isDisabled}
      onChange={(event) => {
        const chosen = options.find((option) => option.value === event.currentTarget.value);
        if (chosen !== undefined) onChange(chosen.value);
      }}
    >
      {options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.label}
        </option>
      ))}
    </select>
  );
}
