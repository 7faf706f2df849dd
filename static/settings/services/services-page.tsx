import Lozenge from '@atlaskit/lozenge';
import type { Service } from '../../../src/catalog/domain/model';
import { worded } from '../../kit/controls';
import { choice, Fields, localized, person, text } from '../../kit/fields';
import { t } from '../../shared/i18n';
import { MembersPage } from '../shared/members-page';
import { People } from '../shared/people';
import { nameOf, type StructureKind, type StructureProps, useStructure } from '../shared/use-structure';
import { ServiceUses } from './service-uses';

const SERVICES: StructureKind<Service> = {
  page: 'services',
  section: 'service',
  of: ({ services }) => services,
  make: (id) => ({
    schema: 1,
    id,
    rev: 0,
    name: { en: '' },
    description: { en: '' },
    department: '',
    owner: '',
    status: 'active',
  }),
};

const LOOK = { pipeline: 'new', active: 'success', retired: 'default' } as const;

/** Services: who owns each, whether it is offered, and what uses it. */
export function ServicesPage(props: StructureProps) {
  const { own, readOnly } = props;
  const itemsOf = ({ id }: Service): number => own.ofService[id] ?? 0;
  return (
    <MembersPage
      page={SERVICES.page}
      section={SERVICES.section}
      nameOf={nameOf}
      all={useStructure(SERVICES, props)}
      readOnly={readOnly}
      makes={t('settings.service.new')}
      hint={t('settings.service.hint')}
      empty={{ title: t('settings.service.empty'), text: t('settings.service.emptyText') }}
      columns={[
        {
          key: 'owner',
          label: 'settings.item.owner',
          cell: ({ owner }) => <People accountIds={owner === '' ? [] : [owner]} />,
        },
        {
          key: 'department',
          label: 'settings.service.department',
          cell: ({ department }) => department || '–',
          sortBy: ({ department }) => department,
        },
        {
          key: 'status',
          label: 'settings.status',
          cell: ({ status }) => (
            <Lozenge appearance={LOOK[status]}>{t(`settings.service.status.${status}`)}</Lozenge>
          ),
          sortBy: ({ status }) => t(`settings.service.status.${status}`),
        },
        { key: 'items', label: 'settings.service.items', cell: itemsOf, sortBy: itemsOf },
      ]}
      sections={(form) => [
        {
          key: 'general',
          title: t('settings.general'),
          paths: ['name', 'description', 'department', 'owner', 'status'],
          content: (
            <Fields
              of={form}
              rows={[
                { key: 'name', label: 'settings.name', control: localized() },
                { key: 'description', label: 'settings.item.description', control: localized(true) },
                { key: 'department', label: 'settings.service.department', half: true, control: text() },
                {
                  key: 'status',
                  label: 'settings.status',
                  help: 'settings.service.statusHint',
                  half: true,
                  control: choice(worded('settings.service.status', ['pipeline', 'active', 'retired'])),
                },
                {
                  key: 'owner',
                  label: 'settings.item.owner',
                  help: 'settings.service.ownerHint',
                  control: person(),
                },
              ]}
            />
          ),
        },
        {
          key: 'uses',
          title: t('settings.service.uses'),
          content: <ServiceUses service={form.value} structure={own} />,
        },
      ]}
    />
  );
}
