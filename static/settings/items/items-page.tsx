import ArchiveIcon from '@atlaskit/icon/core/archive-box';
import CopyIcon from '@atlaskit/icon/core/copy';
import Button from '@atlaskit/button/default/button';
import Checkbox from '@atlaskit/checkbox';
import Lozenge from '@atlaskit/lozenge';
import { lazy, Suspense, useEffect, useRef, useState } from 'react';
import { useLocation } from 'wouter';
import type { ItemPageOfList, ItemRow, ShownStructure } from '../../../src/catalog/domain/call-answers';
import { named } from '../../kit/controls';
import { type Column, ListPage } from '../../kit/list/list-page';
import { formatDate } from '../../shared/dates';
import { ErrorView } from '../../shared/error-view';
import { t, localized } from '../../shared/i18n';
import { pageAddress } from '../addresses';
import type { OwnProps, PageProps } from '../page-props';
import { usePlace } from '../shared/use-opened';
import { retireFromList } from './item-calls';
import { useItemFilters } from './item-filters';
import { ItemScreen } from './item-screen';
import { MoveBar } from './move-bar';
import { useItems } from './use-items';
import { useUserNames } from '../../shared/use-user-names';

const RetireDialog = lazy(() => import('./retire-dialog').then((m) => ({ default: m.RetireDialog })));

/** What items are sorted into, and the first page of them. */
export interface OwnItems {
  readonly structure: ShownStructure;
  readonly first: ItemPageOfList;
}

type Props = Pick<PageProps, 'definitions' | 'catalog' | 'confluence' | 'readOnly' | 'rights'> &
  OwnProps<OwnItems>;

const APPEARANCE = { published: 'success', draft: 'inprogress', retired: 'default' } as const;

/** Catalog items: the list, and one item's screen. */
export function ItemsPage({ definitions, catalog, confluence, readOnly, rights, own, onReload }: Props) {
  const { id, isNew, from, openNew, openCopy, keep } = usePlace('items');
  const { structure } = own;
  const items = useItems(own.first);
  const [, go] = useLocation();
  const [retiring, setRetiring] = useState<ItemRow | null>(null);
  // An item is saved again and again while it is edited: the list is read once somebody is back at it.
  const isStale = useRef(false);
  useEffect(() => {
    if (id !== null || !isStale.current) return;
    isStale.current = false;
    onReload();
  }, [id, onReload]);
  const row = items.rows.find((each) => each.id === id);
  const mayMake = !readOnly && (rights.editCatalog || structure.managed.length > 0);
  if (id !== null) {
    return (
      <ItemScreen
        key={id}
        itemId={id}
        isNew={isNew}
        from={from}
        list={{
          items: items.rows,
          services: structure.services,
          categories: rights.editCatalog || readOnly ? structure.categories : placesFor(structure, row),
        }}
        definitions={definitions}
        catalog={catalog}
        confluence={confluence}
        mayOpenSlas={rights.readSla}
        mayOpenSets={rights.editCatalog || readOnly}
        readOnly={isNew ? !mayMake : readOnly || row?.mayEdit === false}
        onCopy={mayMake ? () => openCopy(id) : undefined}
        onStored={() => {
          if (isNew) keep();
          isStale.current = true;
        }}
      />
    );
  }
  const actions = (each: ItemRow) => [
    ...(mayMake
      ? [
          {
            label: t('kit.list.duplicate', { name: nameOf(each) }),
            icon: CopyIcon,
            onClick: () => openCopy(each.id),
          },
        ]
      : []),
    ...(each.state === 'published' && each.mayEdit
      ? [
          {
            label: t('settings.item.retireOne', { name: nameOf(each) }),
            icon: ArchiveIcon,
            onClick: () => setRetiring(each),
          },
        ]
      : []),
  ];
  return (
    <List
      items={items}
      structure={structure}
      onNew={mayMake ? openNew : undefined}
      actions={readOnly ? undefined : actions}
      places={rights.editCatalog ? structure.categories : placesFor(structure, undefined)}
      onReload={onReload}
      start={
        rights.editCatalog && (
          <Button onClick={() => go(pageAddress('start'))}>{t('settings.tab.start')}</Button>
        )
      }
    >
      <Suspense fallback={null}>
        {retiring !== null && (
          <RetireDialog
            name={nameOf(retiring)}
            others={items.rows.filter((each) => each.id !== retiring.id && each.state === 'published')}
            onClose={() => setRetiring(null)}
            onRetire={async (replacedBy) => {
              await retireFromList(retiring.id, replacedBy);
              setRetiring(null);
              onReload();
            }}
          />
        )}
      </Suspense>
    </List>
  );
}

/** Where somebody without the role may put an item: into the catalogs they manage, and those it is in. */
function placesFor({ categories, managed }: ShownStructure, row: ItemRow | undefined) {
  const present = categories.filter(({ id }) => row?.categoryIds.includes(id));
  const catalogs = new Set([...managed, ...present.map(({ catalogId }) => catalogId)]);
  return categories.filter(({ catalogId }) => catalogs.has(catalogId));
}

const nameOf = ({ name }: Pick<ItemRow, 'name'>): string => localized(name);

interface ListProps {
  readonly items: ReturnType<typeof useItems>;
  readonly structure: ShownStructure;
  readonly places: ShownStructure['categories'];
  readonly onNew: (() => void) | undefined;
  readonly actions: Parameters<typeof ListPage<ItemRow>>[0]['actions'];
  readonly onReload: () => void;
  /** Another way to begin, for those who may. */
  readonly start: React.ReactNode;
  readonly children: React.ReactNode;
}

function List({ items, structure, places, onNew, actions, onReload, start, children }: ListProps) {
  const { rows, isLoading, error, retry } = items;
  const [chosen, setChosen] = useState<readonly string[] | null>(null);
  const names = useUserNames(rows.map(({ owner }) => owner));
  const { shown, isFiltered, bar } = useItemFilters(rows, structure, names);
  const serviceOf = ({ serviceId }: ItemRow): string => inWords(structure.services, serviceId);
  const categoriesOf = ({ categoryIds }: ItemRow): string =>
    categoryIds.map((id) => inWords(structure.categories, id)).join(', ');
  const ownerOf = ({ owner }: ItemRow): string => names.get(owner) ?? '–';
  const columns: readonly Column<ItemRow>[] = [
    { key: 'service', label: 'settings.item.service', cell: serviceOf, sortBy: serviceOf },
    { key: 'owner', label: 'settings.item.owner', cell: ownerOf, sortBy: ownerOf },
    {
      key: 'state',
      label: 'settings.status',
      cell: (row) => <State row={row} />,
      sortBy: ({ state }) => t(`settings.item.state.${state}`),
    },
    {
      key: 'problems',
      label: 'settings.item.problemCount',
      cell: problemCell,
      sortBy: (row) => -row.problems,
    },
    {
      key: 'orders',
      label: 'settings.item.orders',
      cell: ({ orders }) => orders,
      sortBy: (row) => -row.orders,
    },
    {
      key: 'updated',
      label: 'settings.item.updated',
      cell: ({ updatedAt }) => formatDate(updatedAt),
      sortBy: ({ updatedAt }) => updatedAt,
    },
  ];
  const chosenBy = (all: readonly string[]): Column<ItemRow> => ({
    key: 'chosen',
    label: 'settings.move.choose',
    cell: ({ id, name, mayEdit }) => (
      <Checkbox
        aria-label={t('settings.move.chooseOne', { name: localized(name) })}
        isChecked={all.includes(id)}
        isDisabled={!mayEdit}
        onChange={({ currentTarget }) =>
          setChosen(currentTarget.checked ? [...all, id] : all.filter((each) => each !== id))
        }
      />
    ),
  });
  return (
    <ListPage
      title={t('settings.tab.items')}
      makes={t('settings.item.new')}
      empty={
        isFiltered
          ? { title: t('settings.item.nothingFits') }
          : { title: t('settings.item.empty'), text: t('settings.item.emptyText'), lead: start }
      }
      members={shown}
      nameOf={nameOf}
      searched={(row) => `${serviceOf(row)} ${categoriesOf(row)} ${ownerOf(row)}`}
      to={(row) => pageAddress('items', row.id)}
      chosenBy={chosen === null ? undefined : chosenBy(chosen)}
      columns={columns}
      onNew={onNew}
      actions={actions}
      message={
        <>
          {rows.length > 0 && bar}
          {isLoading && <p role="status">{t('settings.item.loading', { count: rows.length })}</p>}
          {error !== null && <ErrorView error={error} onRetry={retry} />}
          {chosen !== null ? (
            <MoveBar
              ids={chosen}
              categories={named(places)}
              services={named(structure.services.filter(({ status }) => status !== 'retired'))}
              nameOf={(id) => nameOf(rows.find((row) => row.id === id) ?? { name: { en: id } })}
              onMoved={onReload}
              onClose={() => setChosen(null)}
            />
          ) : (
            actions !== undefined &&
            rows.length > 1 && (
              <Button appearance="subtle" spacing="compact" onClick={() => setChosen([])}>
                {t('settings.move.several')}
              </Button>
            )
          )}
        </>
      }
    >
      {children}
    </ListPage>
  );
}

const inWords = (
  members: readonly { readonly id: string; readonly name: ItemRow['name'] }[],
  id: string,
): string => {
  const member = members.find((each) => each.id === id);
  return member === undefined ? '–' : localized(member.name);
};

const problemCell = ({ problems }: ItemRow) =>
  problems === 0 ? (
    '–'
  ) : (
    <Lozenge appearance="removed">{t('settings.item.problems', { count: problems })}</Lozenge>
  );

function State({ row }: { readonly row: ItemRow }) {
  return (
    <>
      <Lozenge appearance={APPEARANCE[row.state]}>{t(`settings.item.state.${row.state}`)}</Lozenge>{' '}
      {row.dirty && row.state === 'published' && (
        <Lozenge appearance="moved">{t('settings.item.unpublished')}</Lozenge>
      )}
    </>
  );
}
