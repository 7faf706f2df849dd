import { lazy, Suspense } from 'react';
import type { ItemContent } from '../../../src/catalog/domain/model';
import { OrderedList } from '../../kit/controls/ordered-list';
import { WordsInput } from '../../kit/controls/words-input';
import { own } from '../../kit/fields/controls';
import { FindingsAt } from '../../kit/editor-page/findings-at';
import { add, part } from '../../kit/fields/field';
import { Fields, type Row } from '../../kit/fields/fields';
import forms from '../../kit/forms.module.css';
import { t } from '../../shared/i18n';
import { SkeletonLines } from '../../shared/skeleton-lines';
import type { ItemTabProps } from './item-tab-props';

const ArticleSearch = lazy(() => import('./article-search').then((m) => ({ default: m.ArticleSearch })));

const words = own<readonly string[]>((row) => <WordsInput {...row} />, 'input');

const SCOPE: readonly Row<ItemContent['knowledgeScope']>[] = [
  {
    key: 'spaceKeys',
    label: 'settings.knowledge.spaces',
    help: 'settings.knowledge.spacesHint',
    control: words,
  },
  {
    key: 'labels',
    label: 'settings.knowledge.labels',
    help: 'settings.knowledge.labelsHint',
    control: words,
  },
];

/** The articles that belong to an item, best first, and where a search for more may look. */
export function KnowledgeTab({ item, confluence }: ItemTabProps) {
  const articles = part(item, 'articles');
  return (
    <div className={forms.panel}>
      <h3 className={forms.heading}>{t('settings.item.articles')}</h3>
      <p className={forms.hint}>{t('settings.item.articlesHint')}</p>
      <FindingsAt path="articles">
        <OrderedList
          elements={articles.value.map((article) => ({ ...article, id: article.pageId }))}
          nameOf={({ title, pageId }) => title || pageId}
          readOnly={articles.readOnly}
          onChange={(next) => articles.onChange(next.map(({ pageId, title }) => ({ pageId, title })))}
          render={({ title, pageId }, _, controls) => (
            <div className={forms.row}>
              <span className={forms.grow}>{title || pageId}</span>
              {controls}
            </div>
          )}
        />
        {confluence ? (
          !articles.readOnly && (
            <Suspense fallback={<SkeletonLines height={40} />}>
              <ArticleSearch
                chosen={articles.value.map(({ pageId }) => pageId)}
                onChoose={(article) => add(articles, article)}
              />
            </Suspense>
          )
        ) : (
          <p className={forms.hint}>{t('settings.knowledge.notConnected')}</p>
        )}
      </FindingsAt>
      <h3 className={forms.heading}>{t('settings.knowledge.scope')}</h3>
      <Fields of={part(item, 'knowledgeScope')} rows={SCOPE} />
    </div>
  );
}
