import type { Category } from '../../../src/catalog/domain/model';
import { named } from '../../kit/controls';
import {
  choice,
  type Field,
  FieldRow,
  Fields,
  localized,
  mapped,
  own as ownControl,
  part,
} from '../../kit/fields';
import { localized as inWords, t } from '../../shared/i18n';
import { Link } from 'wouter';
import { EmptyView } from '../../shared/empty-view';
import { pageAddress } from '../addresses';
import { MaybeCriteria } from '../shared/criteria-fields';
import { IconPicker } from '../shared/icon-picker';
import type { PageProps } from '../page-props';
import { MembersPage } from '../shared/members-page';
import { saveSection } from '../shared/section';
import { nameOf, type StructureKind, type StructureProps, useStructure } from '../shared/use-structure';
import { useSave } from '../shared/use-save';
import { CategoryTree } from './category-tree';
import { lastOrder, moved, parentsFor, type Place } from './tree';

const CATEGORIES: StructureKind<Category> = {
  page: 'categories',
  section: 'category',
  of: ({ categories }) => categories,
  make: (id, { managed, categories }) => ({
    id,
    catalogId: managed[0] ?? '',
    name: { en: '' },
    description: { en: '' },
    icon: 'box',
    order: lastOrder(categories),
  }),
};

/** Categories to three levels: a tree for each catalog, and the editor of one. */
export function CategoriesPage(props: StructureProps & Pick<PageProps, 'catalog' | 'definitions'>) {
  const { own, readOnly, onReload, catalog, definitions } = props;
  const all = useStructure(CATEGORIES, props);
  const mayEdit = ({ catalogId }: Category): boolean => !readOnly && own.managed.includes(catalogId);
  const isShut = all.opened !== null && !mayEdit(all.opened);
  const move = useSave();
  const place = (category: Category, to: Place): Promise<void> =>
    move.run(async () => {
      for (const changed of moved(own.categories, category, to))
        await saveSection(CATEGORIES.section, changed, changed.rev ?? 0);
      onReload();
      return null;
    });
  if (own.catalogs.length === 0)
    return (
      <EmptyView
        level={3}
        title={t('settings.category.noCatalog')}
        action={<Link to={pageAddress('catalogs', 'new')}>{t('settings.catalog.new')}</Link>}
      >
        {t('settings.category.noCatalogText')}
      </EmptyView>
    );
  return (
    <MembersPage
      page={CATEGORIES.page}
      section={CATEGORIES.section}
      nameOf={nameOf}
      all={all}
      readOnly={readOnly || own.managed.length === 0 || isShut}
      makes={t('settings.category.new')}
      hint={t('settings.category.hint')}
      empty={{ title: t('settings.category.empty'), text: t('settings.category.emptyText') }}
      columns={[]}
      above={move.error}
      list={(onDelete) => (
        <CategoryTree
          structure={own}
          mayEdit={mayEdit}
          isBusy={move.saving}
          onMove={place}
          onDelete={onDelete}
        />
      )}
      sections={(form) => [
        {
          key: 'general',
          title: t('settings.general'),
          paths: ['name', 'description', 'parentId', 'catalogId', 'icon'],
          content: (
            <>
              <Where form={form} structure={own} isNew={all.isNew} />
              <Fields
                of={form}
                rows={[
                  { key: 'name', label: 'settings.name', control: localized() },
                  { key: 'description', label: 'settings.item.description', control: localized(true) },
                  {
                    key: 'icon',
                    label: 'settings.category.icon',
                    control: ownControl<string>((row) => <IconPicker {...row} />),
                  },
                ]}
              />
            </>
          ),
        },
        {
          key: 'criteria',
          title: t('settings.category.criteria'),
          hint: t('settings.category.criteriaHint'),
          paths: ['entitlement'],
          content: (
            <MaybeCriteria of={part(form, 'entitlement')} catalog={catalog} definitions={definitions} />
          ),
        },
      ]}
    />
  );
}

interface WhereProps {
  readonly form: Field<Category>;
  readonly structure: StructureProps['own'];
  readonly isNew: boolean;
}

/** The catalog it is of, for a new one, and the category it is in. */
function Where({ form, structure, isNew }: WhereProps) {
  const { value } = form;
  const parents = parentsFor(structure.categories, value);
  return (
    <>
      {isNew && structure.managed.length > 1 && (
        <FieldRow
          field={form}
          label="settings.category.catalog"
          control={mapped(
            choice(named(structure.catalogs.filter(({ id }) => structure.managed.includes(id)))),
            ({ catalogId }: Category) => catalogId,
            (catalogId, { parentId: _other, ...category }) => ({ ...category, catalogId }),
          )}
        />
      )}
      <FieldRow
        field={{
          ...form,
          path: 'parentId',
          value: value.parentId ?? '',
          onChange: (parentId) => {
            if (parentId === (value.parentId ?? '')) return;
            const { parentId: _former, ...category } = value;
            const order = lastOrder(
              structure.categories.filter((each) => (each.parentId ?? '') === parentId),
            );
            form.onChange({ ...category, ...(parentId !== '' && { parentId }), order });
          },
        }}
        label="settings.category.parent"
        control={choice([
          { value: '', label: t('settings.category.top') },
          ...parents.map(({ id, parentId, name }) => ({
            value: id,
            label: `${parentId === undefined ? '' : '– '}${inWords(name)}`,
          })),
        ])}
      />
    </>
  );
}
