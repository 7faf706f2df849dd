import Button from '@atlaskit/button/default/button';
import Textfield from '@atlaskit/textfield';
import { type FormEvent, useState } from 'react';
import type { Suggestion } from '../../src/knowledge/domain/suggest';
import { ErrorView } from '../shared/error-view';
import { t } from '../shared/i18n';
import { ArticleRow, type RowActions } from './article-row';
import { searchByHand } from './data/suggestions';
import styles from './knowledge-panel.module.css';

interface Props {
  readonly actions: RowActions;
  readonly linked: ReadonlySet<string>;
}

/** A search by hand over everything the viewer may read. */
export function SearchBox({ actions, linked }: Props) {
  const [query, setQuery] = useState('');
  const [found, setFound] = useState<readonly Suggestion[] | null>(null);
  const [error, setError] = useState<unknown>(null);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (query.trim() === '') return;
    setError(null);
    searchByHand(query).then(setFound, setError);
  };
  const fresh = found?.filter((article) => !linked.has(article.pageId));
  return (
    <section>
      <form className={styles.search} role="search" onSubmit={submit}>
        <Textfield
          aria-label={t('knowledge.search')}
          placeholder={t('knowledge.search')}
          value={query}
          isCompact
          onChange={(event) => setQuery(event.currentTarget.value)}
        />
        <Button type="submit" spacing="compact">
          {t('knowledge.find')}
        </Button>
      </form>
      {error !== null && <ErrorView error={error} />}
      <div aria-live="polite">
        {fresh?.length === 0 && <p className={styles.quiet}>{t('knowledge.nothingFound')}</p>}
        <ul className={styles.list}>
          {fresh?.map((article) => (
            <ArticleRow key={article.pageId} article={article} {...actions} />
          ))}
        </ul>
      </div>
    </section>
  );
}
