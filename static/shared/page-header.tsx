import type { ReactNode } from 'react';
import styles from './page-header.module.css';

interface Props {
  readonly title: string;
  readonly breadcrumbs?: ReactNode;
  readonly actions?: ReactNode;
  readonly children?: ReactNode;
}

/** The one h1 of a page, what leads to it above and what can be done beside it. */
export function PageHeader({ title, breadcrumbs, actions, children }: Props) {
  return (
    <header className={styles.header}>
      {breadcrumbs}
      <div className={styles.row}>
        <h1 className={styles.title}>{title}</h1>
        {actions !== undefined && <div className={styles.actions}>{actions}</div>}
      </div>
      {children}
    </header>
  );
}
