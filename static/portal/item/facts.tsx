import type { ReactNode } from 'react';
import type { ItemPage } from '../../../src/catalog/domain/call-answers';
import { durationParam } from '../../../src/kernel/finding';
import forms from '../../kit/forms.module.css';
import { t } from '../../shared/i18n';
import { shownParam } from '../../shared/params';
import styles from './item-facts.module.css';

export const Facts = ({ children }: { readonly children: ReactNode }) => (
  <dl className={styles.facts}>{children}</dl>
);

export function Fact({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <div className={styles.fact}>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

interface ApprovalProps {
  readonly page: ItemPage;
  readonly waitsForApproval: boolean;
}

/** Who approves an item, and how long that usually takes; nothing where nobody need. */
export function ApprovalFact({ page, waitsForApproval }: ApprovalProps) {
  const { item, approverNames, usual } = page;
  const { approvals } = item.content;
  if (approvals.length === 0) return null;
  if (!waitsForApproval)
    return <Fact name={t('portal.item.approval')}>{t('portal.item.approvalNotNeeded')}</Fact>;
  const byManager = approvals.some(({ manager }) => manager);
  const asked = [...approverNames, ...(byManager ? [t('portal.item.approverManager')] : [])];
  return (
    <Fact name={t('portal.item.approval')}>
      {asked.length > 0 ? asked.join(', ') : t('portal.item.approverChosen')}
      {usual?.approval !== undefined && (
        <div className={forms.note}>
          {t('portal.item.approvalUsual', { time: shownParam(durationParam(usual.approval)) })}
        </div>
      )}
    </Fact>
  );
}
