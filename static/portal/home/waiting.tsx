import { Link } from 'wouter';
import type { ItemCard } from '../../../src/catalog/domain/call-answers';
import { endsSoon } from '../../../src/requests/domain/draft-list';
import { localized, t } from '../../shared/i18n';
import { useNow } from '../../shared/use-now';
import { requestAddress } from '../addresses';
import { draftAddress, draftLabel, lastDay } from '../drafts/draft-words';
import type { Home } from '../home-data';
import { Section } from './section';
import forms from '../../kit/forms.module.css';
import styles from './drafts.module.css';

interface Props {
  readonly home: Pick<Home, 'waiting' | 'pendingApprovals' | 'drafts'>;
  readonly items: ReadonlyMap<string, ItemCard>;
}

/** What goes on only when the viewer has said something: decisions, answers, confirmations, drafts that are about to go. */
export function Waiting({ home: { waiting, pendingApprovals, drafts }, items }: Props) {
  const now = useNow();
  const going = drafts.filter((draft) => endsSoon(draft, now));
  if (waiting.length + pendingApprovals + going.length === 0) return null;
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
        {going.map((draft) => (
          <li key={draft.clientToken} className={styles.draft}>
            <Link to={draftAddress(draft.itemId, draft.clientToken)}>
              {draftLabel(localized(items.get(draft.itemId)?.name ?? draft.itemName), draft, drafts)}
            </Link>
            <span className={forms.note}>{t('portal.home.waits.draft', { date: lastDay(draft) })}</span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
