import styles from './choice.module.css';
import type { Bound } from './bound';
import type { Option } from './option';

interface Props<T extends string> extends Omit<Bound<T>, 'readOnly'> {
  /** Of the field, where its label stands above. */
  readonly id?: string;
  /** What the field is called where no label stands above it. */
  readonly label?: string | undefined;
  readonly options: readonly Option<T>[];
  readonly readOnly?: boolean;
}

/** A native select with the look of the design system: short fixed lists need no more, and it works with every keyboard. */
export function Choice<T extends string>({
  id,
  label,
  value,
  options,
  readOnly = false,
  onChange,
}: Props<T>) {
  return (
    <select
      id={id}
      className={styles.choice}
      aria-label={label}
      value={value}
      disabled={readOnly}
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
