import Button from '@atlaskit/button/default/button';
import { type ReactNode, useState } from 'react';
import { Link } from 'wouter';
import { FEWEST_TOLD } from '../../../src/kernel/few';
import type { ItemPageOfList, ItemRow, ShownSearches } from '../../../src/catalog/domain/call-answers';
import { useAddressParam } from '../../kit/address/use-address-param';
import { call } from '../../shared/api';
import { formatDate } from '../../shared/dates';
import { EmptyView } from '../../shared/empty-view';
import { localized, t } from '../../shared/i18n';
import { pageAddress } from '../addresses';
import { readStored, saveDraft } from '../items/item-calls';
import { useItems } from '../items/use-items';
import type { OwnProps, PageProps } from '../page-props';
import { KeywordDialog } from './keyword-dialog';
import forms from '../../kit/forms.module.css';

export interface OwnSearches {
  readonly searches: ShownSearches;
  readonly first: ItemPageOfList;
}

type Props = Pick<PageProps, 'rights' | 'readOnly'> & OwnProps<OwnSearches>;

/** What people searched for and did not find, so that whoever owns what they meant can say it in their words. */
export function SearchesPage({ own, rights, readOnly, onReload }: Props) {
  const { searches, without, missed, otherwise } = own.searches;
  const items = useItems(own.first).rows.filter(({ mayEdit, state }) => mayEdit && state !== 'retired');
  const [words, setWords] = useAddressParam('words');
  const [message, setMessage] = useState<ReactNode>(null);

  const forget = async (said: string): Promise<void> => {
    if (rights.editCatalog) await call('catalog.forgetSearch', { words: said });
    onReload();
  };
  const add = async (said: string, item: ItemRow): Promise<void> => {
    const { rev, content } = await readStored(item.id);
    const keywords = [...new Set([...content.keywords, said])];
    await saveDraft(item.id, rev, { ...content, keywords });
    await forget(said);
    setWords('');
    setMessage(
      <>
        {t('settings.searches.added', { words: said })}{' '}
        <Link to={pageAddress('items', item.id)}>{localized(item.name)}</Link>
      </>,
    );
  };

  return (
    <>
      <h2 className={forms.title}>{t('settings.tab.searches')}</h2>
      <p className={forms.hint}>{t('settings.searches.hint')}</p>
      <p className={forms.hint}>{t('settings.searches.counts', { searches, without })}</p>
      {otherwise !== undefined && (
        <p className={forms.hint}>
          {otherwise === null
            ? t('settings.searches.otherwiseFew', { most: FEWEST_TOLD })
            : t('settings.searches.otherwise', { count: otherwise })}
        </p>
      )}
      <p role="status">{message}</p>
      {missed.length === 0 && (
        <EmptyView title={t('settings.searches.none')}>{t('settings.searches.noneHint')}</EmptyView>
      )}
      <ul className={forms.list}>
        {missed.map((each) => (
          <li key={each.words} className={forms.row}>
            <strong className={forms.grow}>{each.words}</strong>
            <span className={forms.note}>
              {each.times === null
                ? t('settings.searches.few', { most: FEWEST_TOLD })
                : t('settings.searches.times', { count: each.times })}
              {' · '}
              {formatDate(each.lastAt)}
            </span>
            {!readOnly && items.length > 0 && (
              <Button onClick={() => setWords(each.words)}>{t('settings.searches.add')}</Button>
            )}
            {rights.editCatalog && (
              <Button appearance="subtle" onClick={() => void forget(each.words)}>
                {t('settings.searches.forget')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {words !== '' && items.length > 0 && (
        <KeywordDialog words={words} items={items} onAdd={add} onClose={() => setWords('')} />
      )}
    </>
  );
}
