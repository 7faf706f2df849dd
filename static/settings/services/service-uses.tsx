import { Link } from 'wouter';
import type { ShownStructure } from '../../../src/catalog/domain/call-answers';
import type { Service } from '../../../src/catalog/domain/model';
import forms from '../../kit/forms.module.css';
import { localized, t } from '../../shared/i18n';
import { pageAddress } from '../addresses';

interface Props {
  readonly service: Service;
  readonly structure: ShownStructure;
}

/** What is of a service: the items that people order, its offerings and agreements, each a link. */
export function ServiceUses({ service: { id }, structure }: Props) {
  const items = structure.ofService[id] ?? 0;
  const uses = [
    ...(items === 0
      ? []
      : [
          {
            to: `${pageAddress('items')}?${new URLSearchParams({ service: id }).toString()}`,
            text: t('settings.service.itemsOf', { count: items }),
          },
        ]),
    ...structure.offerings
      .filter(({ serviceId }) => serviceId === id)
      .map((offering) => ({
        to: pageAddress('offerings', offering.id),
        text: t('settings.service.offering', { name: localized(offering.name) }),
      })),
    ...structure.agreements
      .filter(({ serviceId }) => serviceId === id)
      .map((agreement) => ({
        to: pageAddress('agreements', agreement.id),
        text: t('settings.service.agreement', { name: agreement.name }),
      })),
  ];
  if (uses.length === 0) return <p className={forms.hint}>{t('settings.service.unused')}</p>;
  return (
    <ul>
      {uses.map(({ to, text }) => (
        <li key={to}>
          <Link to={to}>{text}</Link>
        </li>
      ))}
    </ul>
  );
}
