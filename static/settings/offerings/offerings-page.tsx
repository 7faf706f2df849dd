import type { Offering } from '../../../src/catalog/domain/model';
import { named } from '../../kit/controls';
import { choice, Fields, groups, localized, maybe, part, people, pick } from '../../kit/fields';
import { localized as inWords, t } from '../../shared/i18n';
import { MembersPage } from '../shared/members-page';
import { nameOf, type StructureKind, type StructureProps, useStructure } from '../shared/use-structure';

const OFFERINGS: StructureKind<Offering> = {
  page: 'offerings',
  section: 'offering',
  of: ({ offerings }) => offerings,
  make: (id, { services }) => ({
    id,
    name: { en: '' },
    serviceId: services[0]?.id ?? '',
    consumers: { groups: [], users: [] },
  }),
};

/** Offerings: a service with the agreed levels for those who consume it. */
export function OfferingsPage(props: StructureProps) {
  const { own, readOnly } = props;
  const serviceOf = ({ serviceId }: Offering): string => {
    const service = own.services.find(({ id }) => id === serviceId);
    return service === undefined ? serviceId : inWords(service.name);
  };
  const agreementOf = ({ agreementId }: Offering): string =>
    own.agreements.find(({ id }) => id === agreementId)?.name ?? agreementId ?? t('settings.offering.none');
  return (
    <MembersPage
      page={OFFERINGS.page}
      section={OFFERINGS.section}
      nameOf={nameOf}
      all={useStructure(OFFERINGS, props)}
      readOnly={readOnly}
      makes={t('settings.offering.new')}
      hint={t('settings.offering.hint')}
      empty={{ title: t('settings.offering.empty'), text: t('settings.offering.emptyText') }}
      columns={[
        { key: 'service', label: 'settings.item.service', cell: serviceOf, sortBy: serviceOf },
        {
          key: 'consumers',
          label: 'settings.offering.consumers',
          cell: consumersOf,
        },
        { key: 'agreement', label: 'settings.offering.agreement', cell: agreementOf, sortBy: agreementOf },
      ]}
      sections={(form) => [
        {
          key: 'general',
          title: t('settings.general'),
          paths: ['name', 'serviceId', 'agreementId'],
          content: (
            <Fields
              of={form}
              rows={[
                { key: 'name', label: 'settings.name', control: localized() },
                { key: 'serviceId', label: 'settings.item.service', control: pick(named(own.services)) },
                {
                  key: 'agreementId',
                  label: 'settings.offering.agreement',
                  help: 'settings.offering.agreementHint',
                  control: maybe(
                    choice([
                      { value: '', label: t('settings.offering.none') },
                      ...named(own.agreements),
                      ...missing(own.agreements, form.value.agreementId),
                    ]),
                  ),
                },
              ]}
            />
          ),
        },
        {
          key: 'consumers',
          title: t('settings.offering.consumers'),
          hint: t('settings.offering.consumersHint'),
          paths: ['consumers'],
          content: (
            <Fields
              of={part(form, 'consumers')}
              rows={[
                { key: 'groups', label: 'settings.offering.groups', control: groups() },
                { key: 'users', label: 'settings.offering.people', control: people() },
              ]}
            />
          ),
        },
      ]}
    />
  );
}

const consumersOf = ({ consumers: { groups: ofGroups, users } }: Offering): string =>
  [
    ...(ofGroups.length > 0 ? [t('settings.offering.groupCount', { count: ofGroups.length })] : []),
    ...(users.length > 0 ? [t('settings.offering.personCount', { count: users.length })] : []),
  ].join(', ') || '–';

/** An agreement that is not there any more is still what is set. */
const missing = (known: readonly { readonly id: string }[], id: string | undefined) =>
  id === undefined || known.some((each) => each.id === id) ? [] : [{ value: id, label: id }];
