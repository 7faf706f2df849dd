import Button from '@atlaskit/button/default/button';
import SectionMessage from '@atlaskit/section-message';
import { useEffect, useRef } from 'react';
import { Link, useLocation } from 'wouter';
import { beneficiaryOf, whoAsks } from '../../../src/catalog/domain/audience/beneficiary';
import type { ItemPage } from '../../../src/catalog/domain/call-answers';
import type { Answers } from '../../../src/catalog/domain/model';
import { priceOf } from '../../../src/catalog/domain/form/price';
import { localized, t } from '../../shared/i18n';
import { UserName } from '../../shared/user-name';
import { useHome } from '../home-data';
import { ApprovalFact, Fact, Facts } from '../item/facts';
import type { LivePromise } from '../item/live-promise';
import { PromiseBox } from '../item/promise-box';
import { StagesPreview } from '../item/stages-preview';
import { requestAddress } from '../addresses';
import { priceText } from '../price-text';
import { useAsking } from './asking';
import type { Sent } from './use-sending';
import forms from '../../kit/forms.module.css';
import styles from './sent-request.module.css';

interface Props {
  readonly sent: Sent;
  readonly promise: LivePromise;
  readonly waitsForApproval: boolean;
  readonly page: ItemPage;
  /** What was sent. */
  readonly answers: Answers;
}

/** The request is in: its number, what was promised, who takes part, what happens next, where to follow it. */
export function SentRequest({ sent, promise, waitsForApproval, page, answers }: Props) {
  const { content } = page.item;
  const asking = useAsking();
  const { accountId } = asking;
  const beneficiary = beneficiaryOf(content, answers, accountId);
  const price = priceOf(content, answers);
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
          {content.receipt && <p>{localized(content.receipt)}</p>}
        </SectionMessage>
      </div>
      <PromiseBox promise={promise} waitsForApproval={waitsForApproval} isSent />
      <Facts>
        {beneficiary !== whoAsks(asking) && (
          <Fact name={t('portal.sent.for')}>
            <UserName accountId={beneficiary} />
          </Fact>
        )}
        <ApprovalFact page={page} waitsForApproval={waitsForApproval} />
        {price !== null && <Fact name={t('portal.item.price')}>{priceText(price)}</Fact>}
        <Fact name={t('portal.item.owner')}>
          <UserName accountId={content.owner} />
        </Fact>
      </Facts>
      <StagesPreview stages={content.stages} waitsForApproval={waitsForApproval} usual={page.usual?.stages} />
      <div className={forms.row}>
        <Button appearance="primary" onClick={() => go(requestAddress(sent.requestId))}>
          {t('portal.sent.follow')}
        </Button>
        <Button onClick={() => go('/catalog')}>{t('portal.item.back')}</Button>
      </div>
    </div>
  );
}
