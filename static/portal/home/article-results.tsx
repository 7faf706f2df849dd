import { useEffect, useState } from 'react';
import { EVERYWHERE } from '../../../src/knowledge/domain/cql';
import { findArticles } from '../../shared/articles/find-articles';
import { errorText } from '../../shared/error-text';
import { t } from '../../shared/i18n';
import { SkeletonLines } from '../../shared/skeleton-lines';
import { useLoad } from '../../shared/use-load';
import { ArticleList } from '../reader/article-list';
import { Reader } from '../reader/reader';
import forms from '../../kit/forms.module.css';

const DEBOUNCE_MS = 300;
const MOST = 5;

/** Articles the viewer may read that fit a search; said plainly when there is no Confluence to search. */
export function ArticleResults({
  query,
  confluence,
}: {
  readonly query: string;
  readonly confluence: boolean;
}) {
  const settled = useSettled(query);
  const { loaded } = useLoad(`${settled}:${confluence}`, () =>
    confluence ? findArticles(settled, EVERYWHERE, MOST) : Promise.resolve([]),
  );
  const [reading, setReading] = useState<string | null>(null);
  if (!confluence) return <p className={forms.hint}>{t('portal.knowledge.notConnected')}</p>;
  if (loaded.state === 'loading') return <SkeletonLines height={44} count={3} />;
  if (loaded.state === 'error') return <p className={forms.hint}>{errorText(loaded.error)}</p>;
  if (loaded.value.length === 0) return <p className={forms.hint}>{t('portal.search.noArticles')}</p>;
  return (
    <>
      <ArticleList articles={loaded.value} onOpen={setReading} />
      {reading !== null && <Reader pageId={reading} onClose={() => setReading(null)} />}
    </>
  );
}

/** A value once it has stood still for a moment. */
function useSettled(value: string): string {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), DEBOUNCE_MS);
    return () => clearTimeout(timer);
  }, [value]);
  return settled;
}
