import type { ItemPageOfList, ShownStructure } from '../../../src/catalog/domain/call-answers';
import { FOR_ALL, forEverybody } from '../../../src/catalog/domain/audience/entitlement';
import type { Pins } from '../../../src/catalog/domain/model';
import { Fields, localized, part } from '../../kit/fields';
import { localized as inWords, t } from '../../shared/i18n';
import { useItems } from '../items/use-items';
import type { OwnProps, PageProps } from '../page-props';
import { MaybeCriteria } from '../shared/criteria-fields';
import { MembersPage } from '../shared/members-page';
import { nameOf, type StructureKind, useStructure } from '../shared/use-structure';
import { PinnedItems } from './pinned-items';

const PINS: StructureKind<Pins> = {
  page: 'pins',
  section: 'pins',
  of: ({ pins }) => pins,
  make: (id) => ({ id, name: { en: '' }, items: [] }),
};

type Props = Pick<PageProps, 'readOnly' | 'catalog' | 'definitions'> &
  OwnProps<{ readonly structure: ShownStructure; readonly first: ItemPageOfList }>;

/** Which items the portal shows first, to whom. */
export function PinsPage({ own, readOnly, catalog, definitions, onReload }: Props) {
  const { rows } = useItems(own.first);
  const itemName = (id: string): string => {
    const item = rows.find((row) => row.id === id);
    return item === undefined ? id : inWords(item.name);
  };
  return (
    <MembersPage
      page={PINS.page}
      section={PINS.section}
      nameOf={nameOf}
      all={useStructure(PINS, { own: own.structure, readOnly, onReload })}
      readOnly={readOnly}
      makes={t('settings.pins.new')}
      hint={t('settings.pins.hint')}
      empty={{ title: t('settings.pins.empty'), text: t('settings.pins.emptyText') }}
      columns={[
        {
          key: 'items',
          label: 'settings.pins.items',
          cell: ({ items }) => items.map(itemName).join(', ') || '–',
        },
        {
          key: 'audience',
          label: 'settings.pins.audience',
          cell: ({ entitlement = FOR_ALL }) =>
            t(forEverybody(entitlement) ? 'settings.pins.everybody' : 'settings.category.limited'),
        },
      ]}
      sections={(form) => [
        {
          key: 'general',
          title: t('settings.general'),
          paths: ['name', 'items'],
          content: (
            <>
              <Fields of={form} rows={[{ key: 'name', label: 'settings.name', control: localized() }]} />
              <PinnedItems of={part(form, 'items')} items={rows} nameOf={itemName} />
            </>
          ),
        },
        {
          key: 'audience',
          title: t('settings.pins.audience'),
          hint: t('settings.pins.audienceHint'),
          paths: ['entitlement'],
          content: (
            <MaybeCriteria of={part(form, 'entitlement')} catalog={catalog} definitions={definitions} />
          ),
        },
      ]}
    />
  );
}
