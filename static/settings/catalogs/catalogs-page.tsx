import Lozenge from '@atlaskit/lozenge';
import type { Catalog } from '../../../src/catalog/domain/model';
import { check, Fields, localized, people } from '../../kit/fields';
import { t } from '../../shared/i18n';
import { MembersPage } from '../shared/members-page';
import { People } from '../shared/people';
import { nameOf, type StructureKind, type StructureProps, useStructure } from '../shared/use-structure';

const CATALOGS: StructureKind<Catalog> = {
  page: 'catalogs',
  section: 'catalog',
  of: ({ catalogs }) => catalogs,
  make: (id) => ({ id, name: { en: '' }, managers: [], inPortal: true }),
};

/** Catalogs: who manages each, and whether the portal shows it. */
export function CatalogsPage(props: StructureProps) {
  const { own, readOnly } = props;
  const categoriesIn = ({ id }: Catalog): number =>
    own.categories.filter(({ catalogId }) => catalogId === id).length;
  return (
    <MembersPage
      page={CATALOGS.page}
      section={CATALOGS.section}
      nameOf={nameOf}
      all={useStructure(CATALOGS, props)}
      readOnly={readOnly}
      makes={t('settings.catalog.new')}
      hint={t('settings.catalog.hint')}
      empty={{ title: t('settings.catalog.empty'), text: t('settings.catalog.emptyText') }}
      columns={[
        {
          key: 'managers',
          label: 'settings.catalog.managers',
          cell: ({ managers }) => <People accountIds={managers} />,
        },
        {
          key: 'portal',
          label: 'settings.catalog.portal',
          cell: ({ inPortal }) => (
            <Lozenge appearance={inPortal ? 'success' : 'default'}>
              {t(inPortal ? 'settings.catalog.shown' : 'settings.catalog.byAddress')}
            </Lozenge>
          ),
          sortBy: ({ inPortal }) => Number(!inPortal),
        },
        {
          key: 'categories',
          label: 'settings.tab.categories',
          cell: categoriesIn,
          sortBy: categoriesIn,
        },
      ]}
      sections={(form) => [
        {
          key: 'general',
          title: t('settings.general'),
          content: (
            <Fields
              of={form}
              rows={[
                { key: 'name', label: 'settings.name', control: localized() },
                {
                  key: 'managers',
                  label: 'settings.catalog.managers',
                  help: 'settings.catalog.managersHint',
                  control: people(),
                },
                {
                  key: 'inPortal',
                  label: 'settings.catalog.inPortal',
                  help: t('settings.catalog.inPortalHint', { address: `/catalog/of/${form.value.id}` }),
                  control: check(),
                },
              ]}
            />
          ),
        },
      ]}
    />
  );
}
