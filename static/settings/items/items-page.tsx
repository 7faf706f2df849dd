import ArchiveIcon from '@atlaskit/icon/core/archive-box';
import CopyIcon from '@atlaskit/icon/core/copy';
import Lozenge from '@atlaskit/lozenge';
import { lazy, Suspense, useState } from 'react';
import type { CatalogList, ItemRow } from '../../../src/catalog/domain/call-answers';
import { type Column, ListPage } from '../../kit/list/list-page';
import { formatDate } from '../../shared/dates';
import { t, localized } from '../../shared/i18n';
import { pageAddress } from '../addresses';
import type { OwnProps, PageProps } from '../pages';
import { usePlace } from '../shared/use-opened';
import { retireFromList } from './item-calls';
import { ItemScreen } from './item-screen';

const RetireDialog = lazy(() => import('./retire-dialog').then((m) => ({ default: m.RetireDialog })));

type Props = Pick<PageProps, 'definitions' | 'catalog' | 'readOnly'> & OwnProps<CatalogList>;

const APPEARANCE = { published: 'success', draft: 'inprogress', retired: 'default' } as const;

const COLUMNS = (serviceOf: (row: ItemRow) => string): readonly Column<ItemRow>[] => [
  { key: 'service', label: 'settings.item.service', cell: serviceOf, sortBy: serviceOf },
  {
    key: 'state',
    label: 'settings.status',
    cell: (row) => <State row={row} />,
    sortBy: ({ state }) => t(`settings.item.state.${state}`),
  },
  { key: 'version', label: 'settings.item.version', cell: ({ version }) => version },
  {
    key: 'updated',
    label: 'settings.item.updated',
    cell: ({ updatedAt }) => formatDate(updatedAt),
    sortBy: ({ updatedAt }) => updatedAt,
  },
];

/** Catalog items: the list, and one item's screen. */
export function ItemsPage({ definitions, catalog, readOnly, own, onReload }: Props) {
  const { id, isNew, from, openNew, openCopy, keep } = usePlace('items');
  const [retiring, setRetiring] = useState<ItemRow | null>(null);
  if (id !== null) {
    return (
      <ItemScreen
        key={id}
        itemId={id}
        isNew={isNew}
        from={from}
        list={own}
        definitions={definitions}
        catalog={catalog}
        readOnly={readOnly}
        onStored={() => {
          if (isNew) keep();
          onReload();
        }}
      />
    );
  }
  const nameOf = ({ name }: ItemRow): string => localized(name);
  const serviceOf = ({ serviceId }: ItemRow): string => {
    const service = own.services.find((candidate) => candidate.id === serviceId);
    return service === undefined ? '–' : localized(service.name);
  };
  const actions = (row: ItemRow) => [
    {
      label: t('kit.list.duplicate', { name: nameOf(row) }),
      icon: CopyIcon,
      onClick: () => openCopy(row.id),
    },
    ...(row.state === 'published'
      ? [
          {
            label: t('settings.item.retireOne', { name: nameOf(row) }),
            icon: ArchiveIcon,
            onClick: () => setRetiring(row),
          },
        ]
      : []),
  ];
  return (
    <ListPage
      title={t('settings.tab.items')}
      makes={t('settings.item.new')}
      empty={{ title: t('settings.item.empty'), text: t('settings.item.emptyText') }}
      members={own.items}
      nameOf={nameOf}
      searched={serviceOf}
      to={(row) => pageAddress('items', row.id)}
      columns={COLUMNS(serviceOf)}
      onNew={readOnly ? undefined : openNew}
      actions={readOnly ? undefined : actions}
    >
      <Suspense fallback={null}>
        {retiring !== null && (
          <RetireDialog
            name={nameOf(retiring)}
            others={own.items.filter((row) => row.id !== retiring.id && row.state === 'published')}
            onClose={() => setRetiring(null)}
            onRetire={async (replacedBy) => {
              await retireFromList(retiring.id, replacedBy);
              setRetiring(null);
              onReload();
            }}
          />
        )}
      </Suspense>
    </ListPage>
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
