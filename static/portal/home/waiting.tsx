import { Link } from 'wouter';
import type { ItemCard } from '../../../src/catalog/domain/call-answers';
import { localized, t } from '../../shared/i18n';
import { requestAddress } from '../addresses';
import type { Home } from '../home-data';
import { Section } from './section';
import forms from '../../kit/forms.module.css';
import styles from './drafts.module.css';

interface Props {
  readonly home: Pick<Home, 'waiting' | 'pendingApprovals'>;
  readonly items: ReadonlyMap<string, ItemCard>;
}

/** What goes on only when the viewer has said something: decisions, answers, confirmations. */
export function Waiting({ home: { waiting, pendingApprovals }, items }: Props) {
  if (waiting.length + pendingApprovals === 0) return null;
  return (
    <Section title={t('portal.home.waiting')}>
      <ul className={styles.drafts}>
        {pendingApprovals > 0 && (
          <li className={styles.draft}>
            <Link to="/approvals">{t('portal.home.approvals', { count: pendingApprovals })}</Link>
          </li>
        )}
        {waiting.map(({ requestId, issueKey, itemId, why }) => {
          const item = items.get(itemId);
          return (
            <li key={requestId} className={styles.draft}>
              <Link to={requestAddress(requestId)}>
                {[issueKey, item === undefined ? '' : localized(item.name)].filter(Boolean).join(' ')}
              </Link>
              <span className={forms.note}>{t(`portal.home.waits.${why}`)}</span>
            </li>
          );
        })}
      </ul>
    </Section>
  );
}
