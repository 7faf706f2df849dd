/** What each kind of thing that a search finds looks like in its list. */
import type { ItemCard } from '../../../src/catalog/domain/call-answers';
import type { Article } from '../../../src/knowledge/domain/suggest';
import type { RequestRow } from '../../../src/requests/domain/answers';
import { localized, t } from '../../shared/i18n';
import { personUrl } from '../../shared/navigation';
import { itemAddress, requestAddress } from '../addresses';
import { Excerpt } from '../reader/excerpt';
import { Marked } from './marked';
import { Result } from './result';
import type { Owner } from './use-owners';

type Terms = ReadonlySet<string>;
/** So many of what somebody owns are named. */
const MOST_OWNED = 3;

export const itemResult = (item: ItemCard, terms: Terms) => (
  <Result
    key={`item ${item.id}`}
    icon={item.icon}
    name={<Marked text={localized(item.name)} terms={terms} />}
    note={<Marked text={localized(item.summary)} terms={terms} />}
    action={t('portal.search.request')}
    opens={{ to: itemAddress(item.id) }}
  />
);

/** Without words of its own a request has its number in front: the service of the same name stands above it. */
export const requestResult = (row: RequestRow, terms: Terms) => {
  const name = row.title || [row.issueKey, localized(row.itemName)].filter(Boolean).join(' ');
  return (
    <Result
      key={`request ${row.id}`}
      icon="receipt"
      name={<Marked text={name} terms={terms} />}
      note={[row.title && row.issueKey, localized(row.stage.name)].filter(Boolean).join(' · ')}
      action={t('portal.search.status')}
      opens={{ to: requestAddress(row.id) }}
    />
  );
};

export const articleResult = (article: Article, onOpen: (pageId: string) => void) => (
  <Result
    key={`article ${article.pageId}`}
    icon="book"
    name={article.title}
    note={<Excerpt text={article.excerpt} />}
    action={t('portal.search.read')}
    opens={{ run: () => onOpen(article.pageId) }}
  />
);

export const ownerResult = ({ accountId, name, owned }: Owner) => (
  <Result
    key={`owner ${accountId}`}
    icon="people"
    name={name}
    note={owned
      .slice(0, MOST_OWNED)
      .map((item) => localized(item.name))
      .join(' · ')}
    action={t('portal.search.owner')}
    opens={{ url: personUrl(accountId) }}
  />
);
