import type { ItemRow, ShownStructure } from '../../../src/catalog/domain/call-answers';
import { useAddressParam } from '../../kit/address/use-address-param';
import { Choice, named, type Option, worded } from '../../kit/controls';
import forms from '../../kit/forms.module.css';
import { viewer } from '../../shared/context';
import { t } from '../../shared/i18n';
import { flat, treeOf, wayUp } from '../categories/tree';

interface Filter {
  readonly key: 'state' | 'category' | 'service' | 'owner' | 'problems';
  /** What of it is in the address, and what puts another value there. */
  readonly set: ReturnType<typeof useAddressParam>;
  readonly options: readonly Option[];
  readonly fits: (row: ItemRow, value: string) => boolean;
}

interface Filters {
  readonly shown: readonly ItemRow[];
  /** Whether any is set. */
  readonly isFiltered: boolean;
  /** Their controls. */
  readonly bar: React.ReactNode;
}

const STATES = ['draft', 'published', 'retired'] as const;

/** The filters of the list, each kept in the address. A category holds what is in those below it. */
export function useItemFilters(
  rows: readonly ItemRow[],
  structure: ShownStructure,
  names: ReadonlyMap<string, string>,
): Filters {
  const me = viewer().accountId;
  const owners = [...new Set(rows.map(({ owner }) => owner))].filter((id) => id !== '' && id !== me);
  const filters: readonly Filter[] = [
    {
      key: 'state',
      set: useAddressParam('state'),
      options: worded('settings.item.state', STATES),
      fits: ({ state }, value) => state === value,
    },
    {
      key: 'category',
      set: useAddressParam('category'),
      options: named(structure.catalogs.flatMap(({ id }) => flat(treeOf(structure.categories, id)))),
      fits: ({ categoryIds }, value) =>
        categoryIds.some((id) => wayUp(structure.categories, id).includes(value)),
    },
    {
      key: 'service',
      set: useAddressParam('service'),
      options: named(structure.services),
      fits: ({ serviceId }, value) => serviceId === value,
    },
    {
      key: 'owner',
      set: useAddressParam('owner'),
      options: [
        ...(me === null ? [] : [{ value: me, label: t('settings.item.ownerMe') }]),
        ...owners.map((id) => ({ value: id, label: names.get(id) ?? id })),
      ],
      fits: ({ owner }, value) => owner === value,
    },
    {
      key: 'problems',
      set: useAddressParam('problems'),
      options: worded('settings.item.filter.problems', ['some', 'unpublished']),
      fits: ({ problems, dirty, state }, value) =>
        value === 'some' ? problems > 0 : dirty && state === 'published',
    },
  ];
  return {
    shown: rows.filter((row) => filters.every(({ set: [value], fits }) => value === '' || fits(row, value))),
    isFiltered: filters.some(({ set: [value] }) => value !== ''),
    bar: (
      <div className={forms.row} role="group" aria-label={t('settings.item.filters')}>
        {filters.map(({ key, set: [value, change], options }) => (
          <Choice
            key={key}
            label={t(`settings.item.filter.${key}`)}
            value={value}
            options={[{ value: '', label: t(`settings.item.filter.${key}`) }, ...options]}
            onChange={change}
          />
        ))}
      </div>
    ),
  };
}
