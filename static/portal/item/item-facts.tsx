import type { ReactNode } from 'react';
import type { ItemPage } from '../../../src/catalog/domain/call-answers';
import type { Answers } from '../../../src/catalog/domain/model';
import { priceOf } from '../../../src/catalog/domain/price';
import { durationParam } from '../../../src/kernel/finding';
import forms from '../../kit/forms.module.css';
import { formatDate } from '../../shared/dates';
import { localized, t } from '../../shared/i18n';
import { shownParam } from '../../shared/params';
import { priceText } from '../price-text';
import { UserName } from '../../shared/user-name';
import styles from './item-facts.module.css';

interface Props {
  readonly page: ItemPage;
  readonly answers: Answers;
  readonly waitsForApproval: boolean;
  /** Jira tells the viewer who people are. */
  readonly namesOwner: boolean;
}

/** Price with the chosen options, who approves, who answers for the item, when it last changed. */
export function ItemFacts({ page, answers, waitsForApproval, namesOwner }: Props) {
  const { item, serviceName, approverNames } = page;
  const price = priceOf(item.content, answers);
  const { quantity } = item.content;
  const byManager = item.content.approvals.some(({ manager }) => manager);
  const asked = [...approverNames, ...(byManager ? [t('portal.item.approverManager')] : [])];
  const approver = asked.length > 0 ? asked.join(', ') : t('portal.item.approverChosen');
  return (
    <dl className={styles.facts}>
      {price !== null && <Fact name={t('portal.item.price')}>{priceText(price)}</Fact>}
      {quantity?.perPerson !== undefined && (
        <Fact name={t('portal.item.perPerson')}>
          {t('portal.item.perPersonMost', { count: quantity.perPerson })}
        </Fact>
      )}
      {item.content.approvals.length > 0 && (
        <Fact name={t('portal.item.approval')}>
          {waitsForApproval ? approver : t('portal.item.approvalNotNeeded')}
          {waitsForApproval && page.usual?.approval !== undefined && (
            <div className={forms.note}>
              {t('portal.item.approvalUsual', { time: shownParam(durationParam(page.usual.approval)) })}
            </div>
          )}
        </Fact>
      )}
      {serviceName !== null && <Fact name={t('portal.item.service')}>{localized(serviceName)}</Fact>}
      {namesOwner && (
        <Fact name={t('portal.item.owner')}>
          <UserName accountId={item.content.owner} />
        </Fact>
      )}
      <Fact name={t('portal.item.published')}>{formatDate(item.publishedAt)}</Fact>
    </dl>
  );
}

function Fact({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <div className={styles.fact}>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
