import Button from '@atlaskit/button/default/button';
import SectionMessage from '@atlaskit/section-message';
import { useEffect, useRef } from 'react';
import { useLocation } from 'wouter';
import { t } from '../../shared/i18n';
import styles from './request-form.module.css';

/** In the place of the form: an article has answered what would have been asked. */
export function Solved() {
  const [, go] = useLocation();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.focus(), []);
  return (
    <div ref={box} tabIndex={-1} role="status" className={styles.trouble}>
      <SectionMessage appearance="success" title={t('portal.article.solvedTitle')}>
        <p>{t('portal.article.solvedText')}</p>
        <Button onClick={() => go('/catalog')}>{t('portal.item.back')}</Button>
      </SectionMessage>
    </div>
  );
}
