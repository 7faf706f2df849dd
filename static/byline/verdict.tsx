import type { ArticleStats } from '../../src/knowledge/domain/answers';
import { localized, t } from '../shared/i18n';
import styles from './byline.module.css';

/** How often the page helped, and the services it belongs to. */
export function Verdict({ stats }: { readonly stats: ArticleStats }) {
  const votes = stats.helpful + stats.notHelpful;
  return (
    <section>
      <dl className={styles.numbers}>
        <div>
          <dt>{t('byline.solved')}</dt>
          <dd>{stats.resolved}</dd>
        </div>
        <div>
          <dt>{t('byline.used')}</dt>
          <dd>{stats.linkedIssues}</dd>
        </div>
        <div>
          <dt>{t('byline.helpful')}</dt>
          <dd>{votes === 0 ? '—' : t('byline.share', { helpful: stats.helpful, votes })}</dd>
        </div>
      </dl>
      {stats.items.length > 0 && (
        <>
          <h2 className={styles.heading}>{t('byline.services')}</h2>
          <ul className={styles.tags}>
            {stats.items.map((item) => (
              <li key={item.id}>{localized(item.name)}</li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
