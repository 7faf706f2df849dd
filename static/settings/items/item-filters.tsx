import type { ItemRow, ShownStructure } from '../../../src/catalog/domain/call-answers';
import { useAddressParam } from '../../kit/address/use-address-param';
import { Choice, named, type Option, worded } from '../../kit/controls';
import forms from '../../kit/forms.module.css';
import { viewer } from '../../shared/context';
import { t } from '../../shared/i18n';
import { flat, treeOf, wayUp } from '../categories/tree';

interface Filter {
  readonly key: 'state' | 'category' | 'service' | 'owner' | 'problems';
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
      options: worded('settings.item.state', STATES),
      fits: ({ state }, value) => state === value,
    },
    {
      key: 'category',
      options: named(structure.catalogs.flatMap(({ id }) => flat(treeOf(structure.categories, id)))),
      fits: ({ categoryIds }, value) => categoryIds.some((id) => wayUp(structure.categories, id).includes(value)),
    },
    {
      key: 'service',
      options: named(structure.services),
      fits: ({ serviceId }, value) => serviceId === value,
    },
    {
      key: 'owner',
      options: [
        ...(me === null ? [] : [{ value: me, label: t('settings.item.ownerMe') }]),
        ...owners.map((id) => ({ value: id, label: names.get(id) ?? id })),
      ],
      fits: ({ owner }, value) => owner === value,
    },
    {
      key: 'problems',
      options: worded('settings.item.filter.problems', ['some', 'unpublished']),
      fits: ({ problems, dirty, state }, value) =>
        value === 'some' ? problems > 0 : dirty && state === 'published',
    },
  ];
  const values = [
    useAddressParam('state'),
    useAddressParam('category'),
    useAddressParam('service'),
    useAddressParam('owner'),
    useAddressParam('problems'),
  ] as const;
  const set = filters.map((filter, at) => ({
    filter,
    value: values[at]?.[0] ?? '',
    change: values[at]?.[1],
  }));
  return {
    shown: rows.filter((row) => set.every(({ filter, value }) => value === '' || filter.fits(row, value))),
    isFiltered: set.some(({ value }) => value !== ''),
    bar: (
      <div className={forms.row} role="group" aria-label={t('settings.item.filters')}>
        {set.map(({ filter: { key, options }, value, change }) => (
          <Choice
            key={key}
            label={t(`settings.item.filter.${key}`)}
            value={value}
            options={[{ value: '', label: t(`settings.item.filter.${key}`) }, ...options]}
            onChange={(chosen) => change?.(chosen)}
          />
        ))}
      </div>
    ),
  };
}
