import Lozenge from '@atlaskit/lozenge';
import { lazy, Suspense } from 'react';
import { Link } from 'wouter';
import type { CatalogList } from '../../../src/catalog/domain/call-answers';
import { agreementBudgets } from '../../../src/sla/definitions/domain';
import type { Agreement } from '../../../src/sla/engine/model';
import { named } from '../../kit/controls';
import { formatLocalDate } from '../../shared/dates';
import { t } from '../../shared/i18n';
import { SkeletonLines } from '../../shared/skeleton-lines';
import { ancestorsOf } from '../model/agreement-tree';
import type { OwnProps, PageProps } from '../page-props';
import { DefinitionsPage } from '../shared/definitions-page';
import { type DefinitionKind, type DefinitionProps, PLAINLY_NAMED } from '../shared/use-definitions';
import { usePlace } from '../shared/use-opened';
import { agreementSections } from './agreement-sections';
import { BudgetNote } from './budget-note';
import { COMPLIANCE, complianceAddress } from './compliance/address';

const CompliancePage = lazy(() =>
  import('./compliance/compliance-page').then((m) => ({ default: m.CompliancePage })),
);

type Props = DefinitionProps &
  Pick<PageProps, 'confluence'> &
  Pick<OwnProps<Pick<CatalogList, 'services'>>, 'own'>;

const AGREEMENTS: DefinitionKind<Agreement> = {
  ...PLAINLY_NAMED,
  page: 'agreements',
  section: 'agreement',
  of: ({ agreements }) => agreements,
  make: (id) => ({ id, name: '', kind: 'SLA', provider: '', consumers: [], affectsParent: 'none' }),
};

const LOOK = { SLA: 'success', OLA: 'inprogress', UC: 'new' } as const;

/** Agreements: what is promised to consumers and below it what makes that possible, the editor of one, and how one was kept. */
export function AgreementsPage(props: Props) {
  const { definitions, confluence, readOnly, own } = props;
  const { agreements, metrics } = definitions;
  const place = usePlace('agreements');
  const kept = place.part === COMPLIANCE ? agreements.find(({ id }) => id === place.id) : undefined;
  if (kept !== undefined)
    return (
      <Suspense fallback={<SkeletonLines height={40} count={8} />}>
        <CompliancePage agreement={kept} definitions={definitions} readOnly={readOnly} onBack={place.close} />
      </Suspense>
    );
  const around = {
    definitions,
    services: named(own.services),
    isConnected: confluence,
  };
  const exceeded = agreementBudgets(definitions).filter((budget) => budget.exceeded);
  const metricsOf = ({ id }: Agreement): number =>
    metrics.filter(({ agreementId }) => agreementId === id).length;
  return (
    <DefinitionsPage
      {...props}
      kind={AGREEMENTS}
      makes={t('settings.agreement.new')}
      hint={t('settings.agreement.hint')}
      empty={{ title: t('settings.agreement.empty'), text: t('settings.agreement.emptyText') }}
      under={(agreement) => ancestorsOf(agreements, agreement).map(({ name }) => name)}
      columns={[
        {
          key: 'kind',
          label: 'settings.metric.kind',
          cell: ({ kind }) => <Lozenge appearance={LOOK[kind]}>{kind}</Lozenge>,
          sortBy: ({ kind }) => kind,
        },
        {
          key: 'provider',
          label: 'settings.agreement.provider',
          cell: (agreement) => (
            <>
              {agreement.provider}
              {exceeded
                .filter(({ agreementId }) => agreementId === agreement.id)
                .map((budget) => (
                  <BudgetNote key="budget" budget={budget} />
                ))}
            </>
          ),
          sortBy: ({ provider }) => provider,
        },
        {
          key: 'metrics',
          label: 'settings.agreement.metrics',
          cell: metricsOf,
          sortBy: metricsOf,
        },
        {
          key: 'until',
          label: 'settings.agreement.validTo',
          cell: ({ validTo }) => (validTo === undefined ? '–' : formatLocalDate(validTo)),
          sortBy: ({ validTo = '9999' }) => validTo,
        },
        {
          key: 'affects',
          label: 'settings.agreement.affectsParent',
          cell: ({ affectsParent, parentId }) =>
            parentId === undefined ? '–' : t(`settings.agreement.affects.${affectsParent}`),
        },
        {
          key: 'performance',
          label: 'settings.compliance.open',
          cell: ({ id, name, terms }) =>
            terms === undefined ? (
              '–'
            ) : (
              <Link to={complianceAddress(id)} aria-label={t('settings.compliance.of', { name })}>
                {t('settings.compliance.open')}
              </Link>
            ),
        },
      ]}
      sections={(form) => agreementSections(form, around)}
    />
  );
}
