import Lozenge from '@atlaskit/lozenge';
import { Link } from 'wouter';
import type { ItemCard, PortalHome } from '../../../src/catalog/domain/call-answers';
import { formatRelative } from '../../shared/dates';
import { localized, t } from '../../shared/i18n';
import { useNow } from '../../shared/use-now';
import { itemAddress } from '../addresses';
import { Section } from './section';
import forms from '../../kit/forms.module.css';
import styles from './drafts.module.css';

interface Props {
  readonly drafts: PortalHome['drafts'];
  readonly items: ReadonlyMap<string, ItemCard>;
}

/** Forms that were begun: a click goes on where they were left. */
export function Drafts({ drafts, items }: Props) {
  const now = useNow();
  const known = drafts.flatMap((draft) => {
    const item = items.get(draft.itemId);
    return item === undefined ? [] : [{ draft, item }];
  });
  if (known.length === 0) return null;
  return (
    <Section title={t('portal.home.drafts')}>
      <ul className={styles.drafts}>
        {known.map(({ draft, item }) => (
          <li key={draft.itemId} className={styles.draft}>
            <Link to={itemAddress(item.id)}>{localized(item.name)}</Link>
            <span className={forms.note}>
              {t('portal.draft.age', { age: formatRelative(draft.updatedAt, now) })}
            </span>
            {draft.reason === 'submitFailed' && (
              <Lozenge appearance="moved">{t('portal.draft.notSent')}</Lozenge>
            )}
          </li>
        ))}
      </ul>
    </Section>
  );
}
