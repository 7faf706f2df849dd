import Button from '@atlaskit/button/default/button';
import SectionMessage from '@atlaskit/section-message';
import { useEffect, useRef } from 'react';
import { Link, useLocation } from 'wouter';
import type { OfferedItem } from '../../../src/catalog/domain/call-answers';
import { localized, t } from '../../shared/i18n';
import { useHome } from '../home-data';
import type { LivePromise } from '../item/live-promise';
import { PromiseBox } from '../item/promise-box';
import { StagesPreview } from '../item/stages-preview';
import { requestAddress } from '../addresses';
import type { Sent } from './use-sending';
import forms from '../../kit/forms.module.css';
import styles from './sent-request.module.css';

interface Props {
  readonly sent: Sent;
  readonly promise: LivePromise;
  readonly waitsForApproval: boolean;
  readonly item: OfferedItem;
}

/** The request is in: its number, what was promised, what happens next, where to follow it. */
export function SentRequest({ sent, promise, waitsForApproval, item }: Props) {
  const [, go] = useLocation();
  const { reload } = useHome();
  const title = useRef<HTMLDivElement>(null);
  useEffect(() => {
    title.current?.focus();
    reload();
  }, [reload]);
  return (
    <div className={styles.sent}>
      <div ref={title} tabIndex={-1} role="status" className={styles.message}>
        <SectionMessage appearance="success" title={t('portal.sent.title')}>
          <p>
            {sent.issueKey === undefined ? (
              t('portal.sent.asked')
            ) : (
              <>
                {t('portal.sent.text')} <Link to={requestAddress(sent.requestId)}>{sent.issueKey}</Link>
              </>
            )}
          </p>
          {item.content.receipt && <p>{localized(item.content.receipt)}</p>}
        </SectionMessage>
      </div>
      <PromiseBox promise={promise} waitsForApproval={waitsForApproval} isSent />
      <StagesPreview stages={item.content.stages} waitsForApproval={waitsForApproval} />
      <div className={forms.row}>
        <Button appearance="primary" onClick={() => go(requestAddress(sent.requestId))}>
          {t('portal.sent.follow')}
        </Button>
        <Button onClick={() => go('/catalog')}>{t('portal.item.back')}</Button>
      </div>
    </div>
  );
}
