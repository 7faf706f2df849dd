import Button from '@atlaskit/button/default/button';
import { useId, useState } from 'react';
import type { ItemPage } from '../../../src/catalog/domain/call-answers';
import { call } from '../../shared/api';
import { errorText } from '../../shared/error-text';
import { t } from '../../shared/i18n';
import { ArticleList } from '../reader/article-list';
import { Reader } from '../reader/reader';
import { useAsking } from './asking';
import { useSuggestions } from './use-suggestions';
import styles from './suggestions.module.css';

interface Props {
  readonly page: ItemPage;
  /** All that is written in the form. */
  readonly text: string;
  /** Nothing is asked any more; throws where the draft could not be deleted. */
  readonly onSolved: () => Promise<void>;
}

/** Articles that may answer what is being asked, while it is being asked. One that solved it ends the request. */
export function Suggestions({ page, text, onSolved }: Props) {
  const titleId = useId();
  const [reading, setReading] = useState<string | null>(null);
  const [error, setError] = useState<unknown>(null);
  const { id } = page.item;
  const { isTrial } = useAsking();
  const suggestions = useSuggestions(page, text);

  const markSolved = async (pageId: string): Promise<void> => {
    try {
      await call('knowledge.solved', { itemId: id, pageId });
      await onSolved();
    } catch (failure) {
      setReading(null);
      setError(failure);
    }
  };

  return (
    <>
      {error !== null && <p role="alert">{errorText(error)}</p>}
      {suggestions.length > 0 && (
        <section className={styles.suggestions} aria-labelledby={titleId}>
          <h3 id={titleId} className={styles.title}>
            {t('portal.article.mayHelp')}
          </h3>
          <ArticleList articles={suggestions} onOpen={setReading} />
        </section>
      )}
      {reading !== null && (
        <Reader
          pageId={reading}
          onClose={() => setReading(null)}
          actions={
            !isTrial && (
              <Button appearance="primary" onClick={() => void markSolved(reading)}>
                {t('portal.article.solved')}
              </Button>
            )
          }
        />
      )}
    </>
  );
}
