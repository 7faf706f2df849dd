import { useId, useRef } from 'react';
import * as v from 'valibot';
import type { ItemContent } from '../../../src/catalog/domain/model';
import { cqlText } from '../../../src/knowledge/domain/cql';
import { LabelledField } from '../../kit/controls/labelled-field';
import { askConfluence } from '../../shared/ask-confluence';
import { t } from '../../shared/i18n';
import { SearchSelect } from '../../shared/search-select';
import { isPageId, loadPage, Page } from '../directory/load-page';
import { pageIdOf } from '../model/page-id';

type Article = ItemContent['articles'][number];

interface Props {
  /** Pages that are there already. */
  readonly chosen: readonly string[];
  readonly onChoose: (article: Article) => void;
}

const Found = v.object({ results: v.array(v.object({ content: v.optional(Page) })) });

const MOST_FOUND = 10;

/** Pages whose title has the words, as the viewer may see them; the one page of an address or an id. */
async function find(typed: string): Promise<readonly Article[]> {
  const id = pageIdOf(typed);
  if (isPageId(id)) {
    const { title } = await loadPage(id);
    return [{ pageId: id, title }];
  }
  const words = typed.trim() === '' ? '' : ` and title ~ ${cqlText(`${typed.trim()}*`)}`;
  const cql = encodeURIComponent(`type = page${words} order by lastmodified desc`);
  const { results } = await askConfluence(`/wiki/rest/api/search?limit=${MOST_FOUND}&cql=${cql}`, Found);
  return results.flatMap(({ content }) => (content ? [{ pageId: content.id, title: content.title }] : []));
}

/** Finds pages of Confluence by their title or address, and adds the one that is chosen. */
export function ArticleSearch({ chosen, onChoose }: Props) {
  const id = useId();
  const titles = useRef(new Map<string, string>());
  return (
    <LabelledField id={id} label={t('settings.knowledge.find')}>
      <SearchSelect
        key={chosen.join()}
        inputId={id}
        label={t('settings.knowledge.find')}
        value={null}
        placeholder={t('settings.knowledge.findHint')}
        nothing={t('settings.knowledge.nothing')}
        search={async (typed) => {
          const found = (await find(typed)).filter(({ pageId }) => !chosen.includes(pageId));
          for (const { pageId, title } of found) titles.current.set(pageId, title);
          return found.map(({ pageId, title }) => ({ value: pageId, label: title }));
        }}
        onChange={(pageId) =>
          pageId !== null && onChoose({ pageId, title: titles.current.get(pageId) ?? pageId })
        }
      />
    </LabelledField>
  );
}
