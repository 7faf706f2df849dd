import styles from './live-region.module.css';

/** Says a changed text to screen readers, politely, without showing it. Callers change it at most once a minute. */
export function LiveRegion({ text }: { readonly text: string }) {
  return (
    <div className={styles.hidden} role="status" aria-live="polite">
      {text}
    </div>
  );
}
