import Button from '@atlaskit/button/default/button';
import { useEffect, useRef } from 'react';
import { t } from '../../shared/i18n';
import styles from './wallboard-exit.module.css';

/** The way back from the wall: one quiet button, or Escape. */
export function WallboardExit({ onExit }: { readonly onExit: () => void }) {
  const button = useRef<HTMLButtonElement>(null);
  // What was pressed to get here is gone: the keyboard goes on from the way back.
  useEffect(() => button.current?.focus({ preventScroll: true }), []);
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.key === 'Escape') onExit();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  });
  return (
    <div className={styles.exit}>
      <Button ref={button} appearance="subtle" spacing="compact" onClick={onExit}>
        {t('portal.board.leaveWallboard')}
      </Button>
    </div>
  );
}
