import Button from '@atlaskit/button/default/button';
import { lazy, Suspense, useState } from 'react';
import type { AskedRow } from '../../../src/requests/domain/answers';
import { call, RequestFailed } from '../../shared/api';
import { formatRelative } from '../../shared/dates';
import { localized, t } from '../../shared/i18n';
import { priceText } from '../price-text';
import { personName } from '../../shared/person-name';
import { useNow } from '../../shared/use-now';
import { AnswerList } from '../requests/answer-list';
import styles from './approval-card.module.css';

const ReasonModal = lazy(() => import('../requests/reason-modal').then((m) => ({ default: m.ReasonModal })));

type Decision = 'approved' | 'declined';

interface Props {
  readonly row: AskedRow;
  readonly onDecided: (decision: Decision) => void;
  /** There was nothing left to decide: somebody was faster, or the request went on or ended. */
  readonly onOver: (error: RequestFailed) => void;
}

/** One request to decide on: who asks for what, at which price, in their own words. */
export function ApprovalCard({ row, onDecided, onOver }: Props) {
  const now = useNow();
  const summary = localized(row.summary);
  const [deciding, setDeciding] = useState<Decision | null>(null);
  const decide = async (decision: Decision, comment: string): Promise<void> => {
    try {
      await call('approvals.decide', { requestId: row.requestId, decision, comment });
    } catch (error) {
      if (!(error instanceof RequestFailed) || error.code !== 'APPROVAL_OVER') throw error;
      onOver(error);
      return;
    }
    onDecided(decision);
  };
  return (
    <li className={styles.card}>
      <div className={styles.head}>
        <h2 className={styles.title}>{localized(row.itemName)}</h2>
        {row.price !== undefined && (row.price.amount > 0 || row.price.recurring !== undefined) && (
          <strong>{priceText(row.price)}</strong>
        )}
      </div>
      <p className={styles.meta}>
        {[askedBy(row, formatRelative(row.startedAt, now)), row.issueKey].filter(Boolean).join(' · ')}
      </p>
      {summary !== localized(row.itemName) && <p className={styles.summary}>{summary}</p>}
      <AnswerList answers={row.answers} />
      <div className={styles.buttons}>
        <Button appearance="primary" onClick={() => setDeciding('approved')}>
          {t('portal.approvals.approve')}
        </Button>
        <Button onClick={() => setDeciding('declined')}>{t('portal.approvals.decline')}</Button>
      </div>
      <Suspense fallback={null}>
        {deciding !== null && (
          <ReasonModal
            title={t(`portal.approvals.title.${deciding}`, { item: localized(row.itemName) })}
            question={t(`portal.approvals.why.${deciding}`)}
            submit={t(deciding === 'approved' ? 'portal.approvals.approve' : 'portal.approvals.decline')}
            isReasonRequired={deciding === 'declined'}
            isDanger={deciding === 'declined'}
            onClose={() => setDeciding(null)}
            onSubmit={(comment) => decide(deciding, comment)}
          />
        )}
      </Suspense>
    </li>
  );
}

const askedBy = ({ requesterName, forName }: AskedRow, age: string): string =>
  forName === undefined
    ? t('portal.approvals.asked', { name: personName(requesterName), age })
    : t('portal.approvals.askedFor', {
        name: personName(requesterName),
        other: personName(forName),
        age,
      });
