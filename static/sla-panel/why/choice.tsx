import Button from '@atlaskit/button/default/button';
import styles from './why.module.css';

interface Props<Value extends string> {
  /** What is chosen. */
  readonly label: string;
  readonly options: readonly { readonly value: Value; readonly label: string }[];
  readonly value: Value;
  readonly onChange: (value: Value) => void;
}

/** One of a few, all in sight. */
export function Choice<Value extends string>({ label, options, value, onChange }: Props<Value>) {
  return (
    <div role="group" aria-label={label} className={styles.actions}>
      {options.map((option) => (
        <Button
          key={option.value}
          spacing="compact"
          isSelected={option.value === value}
          aria-pressed={option.value === value}
          onClick={() => onChange(option.value)}
        >
          {option.label}
        </Button>
      ))}
    </div>
  );
}

interface PickProps<Value extends string> extends Props<Value> {
  readonly className?: string | undefined;
}

/** One of many, in a list that unfolds. */
export function Pick<Value extends string>({ label, options, value, onChange, className }: PickProps<Value>) {
  return (
    <label className={className}>
      {label}
      <select
        className={styles.select}
        value={value}
        onChange={({ target }) => onChange(options[target.selectedIndex]?.value ?? value)}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </label>
  );
}
