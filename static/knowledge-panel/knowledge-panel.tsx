import { useState } from 'react';
import { EmptyView } from '../shared/empty-view';
import { ErrorView } from '../shared/error-view';
import { t } from '../shared/i18n';
import { LiveRegion } from '../shared/live-region';
import { SkeletonLines } from '../shared/skeleton-lines';
import { ArticleRow } from './article-row';
import type { IssueRef } from './data/issue';
import { useKnowledge } from './data/use-knowledge';
import { SearchBox } from './search-box';
import styles from './knowledge-panel.module.css';

/** Height of one article, so that nothing jumps when it comes. */
const ROW_HEIGHT = 96;

/** Articles for an issue: what is linked, what may help, and a search. */
export function KnowledgePanel({ issue }: { readonly issue: IssueRef }) {
  const knowledge = useKnowledge(issue);
  const [said, setSaid] = useState('');
  const { links, suggestions, canLink, absent, error } = knowledge;
  if (absent) return <EmptyView title={t('knowledge.absent.title')}>{t('knowledge.absent.text')}</EmptyView>;
  if (error !== null && suggestions === null) return <ErrorView error={error} onRetry={knowledge.reload} />;
  const actions = { issue, canLink, link: knowledge.link, unlink: knowledge.unlink, onSaid: setSaid };
  return (
    <div className={styles.panel}>
      {links !== null && links.length > 0 && (
        <section>
          <h2 className={styles.heading}>{t('knowledge.linked')}</h2>
          <ul className={styles.list}>
            {links.map((link) => (
              <ArticleRow key={link.pageId} article={link} linkKind={link.kind} {...actions} />
            ))}
          </ul>
        </section>
      )}
      <section>
        <h2 className={styles.heading}>{t('knowledge.suggested')}</h2>
        {suggestions === null ? (
          <SkeletonLines height={ROW_HEIGHT} count={2} />
        ) : (
          <ul className={styles.list}>
            {suggestions.map((article) => (
              <ArticleRow key={article.pageId} article={article} pinned={article.pinned} {...actions} />
            ))}
          </ul>
        )}
        {suggestions?.length === 0 && <p className={styles.quiet}>{t('knowledge.noSuggestions')}</p>}
      </section>
      <SearchBox actions={actions} linked={new Set(links?.map((link) => link.pageId))} />
      <LiveRegion text={said} />
    </div>
  );
}
