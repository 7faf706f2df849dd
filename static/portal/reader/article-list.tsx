import type { Article } from '../../../src/knowledge/domain/suggest';
import { formatDate } from '../../shared/dates';
import { t } from '../../shared/i18n';
import { Excerpt } from './excerpt';
import forms from '../../kit/forms.module.css';
import styles from './article-list.module.css';

interface Props {
  readonly articles: readonly (Article & { readonly pinned?: boolean })[];
  readonly onOpen: (pageId: string) => void;
}

/** Articles with a two-line excerpt and how fresh they are; a click reads one without leaving the page. */
export function ArticleList({ articles, onOpen }: Props) {
  return (
    <ul className={styles.list}>
      {articles.map((article) => (
        <li key={article.pageId} className={styles.article}>
          <button type="button" className={forms.link} onClick={() => onOpen(article.pageId)}>
            {article.title}
          </button>
          <Excerpt text={article.excerpt} />
          <span className={forms.note}>
            {[
              article.pinned === true ? t('portal.article.recommended') : '',
              isDate(article.updatedAt)
                ? t('portal.article.updated', { date: formatDate(article.updatedAt) })
                : '',
            ]
              .filter(Boolean)
              .join(' · ')}
          </span>
        </li>
      ))}
    </ul>
  );
}

const isDate = (text: string): boolean => !Number.isNaN(Date.parse(text));
