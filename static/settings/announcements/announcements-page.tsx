import type { ItemPageOfList, ShownStructure } from '../../../src/catalog/domain/call-answers';
import type { Announcement } from '../../../src/catalog/domain/announcement';
import { named } from '../../kit/controls';
import { type Field, Fields, many, part } from '../../kit/fields';
import { viewer } from '../../shared/context';
import { t } from '../../shared/i18n';
import { useItems } from '../items/use-items';
import type { OwnProps, PageProps } from '../page-props';
import { MaybeCriteria } from '../shared/criteria-fields';
import { MembersPage } from '../shared/members-page';
import { nameOf, type StructureKind, useStructure } from '../shared/use-structure';
import { ISSUE, SAID, WHEN } from './rows';

const ANNOUNCEMENTS: StructureKind<Announcement> = {
  page: 'announcements',
  section: 'announcement',
  of: ({ announcements }) => announcements,
  make: (id) => ({
    id,
    kind: 'information',
    name: { en: '' },
    text: { en: '' },
    zone: viewer().zone,
    catalogs: [],
    categories: [],
    items: [],
  }),
};

type Own = { readonly structure: ShownStructure; readonly first: ItemPageOfList };

type Props = Pick<PageProps, 'readOnly' | 'catalog' | 'definitions'> & OwnProps<Own>;

/** What the portal tells people for a while. */
export function AnnouncementsPage({ own, readOnly, catalog, definitions, onReload }: Props) {
  const { rows } = useItems(own.first);
  return (
    <MembersPage
      page={ANNOUNCEMENTS.page}
      section={ANNOUNCEMENTS.section}
      nameOf={nameOf}
      all={useStructure(ANNOUNCEMENTS, { own: own.structure, readOnly, onReload })}
      readOnly={readOnly}
      makes={t('settings.announcement.new')}
      hint={t('settings.announcement.hint')}
      empty={{ title: t('settings.announcement.empty'), text: t('settings.announcement.emptyText') }}
      columns={[
        {
          key: 'kind',
          label: 'settings.announcement.kind',
          cell: ({ kind }) => t(`settings.announcement.kind.${kind}`),
          sortBy: ({ kind }) => kind,
        },
        {
          key: 'to',
          label: 'settings.announcement.when',
          cell: untilText,
          sortBy: ({ to = '9999' }) => to,
        },
      ]}
      sections={(form) => [
        {
          key: 'general',
          title: t('settings.general'),
          paths: ['kind', 'name', 'text', 'issueKey'],
          content: (
            <>
              <Fields of={form} rows={SAID} />
              {form.value.kind === 'knownIssue' && <Fields of={form} rows={ISSUE} />}
            </>
          ),
        },
        {
          key: 'when',
          title: t('settings.announcement.when'),
          paths: ['zone', 'from', 'to'],
          content: <Fields of={form} rows={WHEN} />,
        },
        {
          key: 'about',
          title: t('settings.announcement.about'),
          hint: t('settings.announcement.aboutHint'),
          paths: ['catalogs', 'categories', 'items'],
          content: <About form={form} structure={own.structure} items={rows} />,
        },
        {
          key: 'audience',
          title: t('settings.announcement.audience'),
          paths: ['entitlement'],
          content: (
            <MaybeCriteria of={part(form, 'entitlement')} catalog={catalog} definitions={definitions} />
          ),
        },
      ]}
    />
  );
}

/** By the clock of its own zone, as it was entered. */
const untilText = ({ to, zone }: Announcement): string =>
  to === undefined
    ? t('settings.announcement.always')
    : t('settings.announcement.until', { to: `${to.replace('T', ' ')} (${zone})` });

interface AboutProps {
  readonly form: Field<Announcement>;
  readonly structure: ShownStructure;
  readonly items: ReturnType<typeof useItems>['rows'];
}

const About = ({ form, structure, items }: AboutProps) => (
  <Fields
    of={form}
    rows={[
      {
        key: 'catalogs',
        label: 'settings.announcement.catalogs',
        control: many(named(structure.catalogs)),
      },
      {
        key: 'categories',
        label: 'settings.announcement.categories',
        control: many(named(structure.categories)),
      },
      { key: 'items', label: 'settings.announcement.items', control: many(named(items)) },
    ]}
  />
);
