import Button from '@atlaskit/button/default/button';
import Lozenge from '@atlaskit/lozenge';
import type { CatalogList, ItemRow } from '../../../src/catalog/domain/call-answers';
import { formatDate } from '../../shared/dates';
import { t, localized } from '../../shared/i18n';
import { pageAddress } from '../addresses';
import type { OwnProps, PageProps } from '../pages';
import forms from '../../kit/forms.module.css';
import { ListTable } from '../../kit/list/list-table';
import { usePlace } from '../shared/use-opened';
import { ItemScreen } from './item-screen';

type Props = Pick<PageProps, 'definitions' | 'catalog' | 'readOnly'> & OwnProps<CatalogList>;

const APPEARANCE = { published: 'success', draft: 'inprogress', retired: 'default' } as const;

/** Catalog items: the list, and one item's screen. */
export function ItemsPage({ definitions, catalog, readOnly, own, onReload }: Props) {
  const { id, isNew, openNew, keep, close } = usePlace('items');
  if (id !== null) {
    return (
      <ItemScreen
        key={id}
        itemId={id}
        isNew={isNew}
        list={own}
        definitions={definitions}
        catalog={catalog}
        readOnly={readOnly}
        onClose={close}
        onStored={() => {
          if (isNew) keep();
          onReload();
        }}
      />
    );
  }
  const serviceName = (id: string) => {
    const service = own.services.find((candidate) => candidate.id === id);
    return service === undefined ? '–' : localized(service.name);
  };
  return (
    <>
      <div className={forms.toolbar}>
        <h2 className={forms.title}>{t('settings.tab.items')}</h2>
        {!readOnly && (
          <Button appearance="primary" onClick={openNew}>
            {t('settings.item.new')}
          </Button>
        )}
      </div>
      <ListTable
        caption={t('settings.tab.items')}
        columns={[
          t('settings.name'),
          t('settings.item.service'),
          t('settings.status'),
          t('settings.item.version'),
          t('settings.item.updated'),
        ]}
        empty={t('settings.item.empty')}
        rows={own.items.map((row) => ({
          id: row.id,
          to: pageAddress('items', row.id),
          cells: [
            localized(row.name),
            serviceName(row.serviceId),
            <State key="state" row={row} />,
            String(row.version),
            formatDate(row.updatedAt),
          ],
        }))}
      />
    </>
  );
}

function State({ row }: { readonly row: ItemRow }) {
  return (
    <>
      <Lozenge appearance={APPEARANCE[row.state]}>{t(`settings.item.state.${row.state}`)}</Lozenge>{' '}
      {row.dirty && row.state === 'published' && (
        <Lozenge appearance="moved">{t('settings.item.unpublished')}</Lozenge>
      )}{' '}
      {row.problems > 0 && (
        <Lozenge appearance="removed">{t('settings.item.problems', { count: row.problems })}</Lozenge>
      )}
    </>
  );
}
