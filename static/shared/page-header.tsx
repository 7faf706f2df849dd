import { type ReactNode, useEffect, useRef, useState } from 'react';
import styles from './page-header.module.css';

interface Props {
  readonly title: string;
  readonly breadcrumbs?: ReactNode;
  readonly actions?: ReactNode;
  readonly children?: ReactNode;
}

/** The one h1 of a page, what leads to it above and what can be done beside it. */
export function PageHeader({ title, breadcrumbs, actions, children }: Props) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    // What was pressed to come here is gone: a keyboard would begin at the top again, and a screen reader say nothing.
    if (hasShownPage && isFocusLost()) heading.current?.focus();
    hasShownPage = true;
  }, []);
  return (
    <header className={styles.header}>
      {breadcrumbs}
      <div className={styles.row}>
        <h1 ref={heading} tabIndex={-1} className={styles.title}>
          {title}
        </h1>
        {actions !== undefined && <div className={styles.actions}>{actions}</div>}
      </div>
      {children}
    </header>
  );
}

/** The first page of a screen leaves the focus where the product has it. */
let hasShownPage = false;

/** The focus is in this screen and on nothing of it; while it is elsewhere in the product, it stays there. */
const isFocusLost = (): boolean =>
  document.hasFocus() && (document.activeElement === null || document.activeElement === document.body);

/** Takes the focus to the title of the page: for what was done, of which the button goes away. */
export function useTitleFocus(): () => void {
  const [times, setTimes] = useState(0);
  useEffect(() => {
    if (times > 0) document.querySelector('h1')?.focus();
  }, [times]);
  return () => setTimes((before) => before + 1);
}
