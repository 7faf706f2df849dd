import styles from './change.module.css';

interface Props {
  readonly label: string;
  readonly checked: number;
  readonly total: number;
}

/** How far something is; the sentence beside it says the same in words. */
export function Progress({ label, checked, total }: Props) {
  return (
    <progress
      className={styles.progress}
      aria-label={label}
      max={Math.max(1, total)}
      value={Math.min(checked, total)}
    />
  );
}
