import { type ReactNode, useId } from 'react';
import styles from './section.module.css';

interface Props {
  readonly title: string;
  readonly children: ReactNode;
}

/** A titled part of a page. */
export function Section({ title, children }: Props) {
  const id = useId();
  return (
    <section className={styles.section} aria-labelledby={id}>
      <h2 id={id} className={styles.title}>
        {title}
      </h2>
      {children}
    </section>
  );
}
