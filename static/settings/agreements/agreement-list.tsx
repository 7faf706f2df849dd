import Lozenge from '@atlaskit/lozenge';
import EmptyState from '@atlaskit/empty-state';
import { Link } from 'wouter';
import type { Budget } from '../../../src/sla/definitions/domain';
import type { Agreement, SlaDefinitions } from '../../../src/sla/engine/model';
import { formatLocalDate } from '../../shared/dates';
import { t } from '../../shared/i18n';
import { pageAddress } from '../addresses';
import { type AgreementNode, agreementTree } from '../model/agreement-tree';
import { BudgetNote } from './budget-note';
import { complianceAddress } from './compliance/address';
import styles from './agreements.module.css';

interface Props {
  readonly definitions: SlaDefinitions;
  readonly budgets: readonly Budget[];
}

/** Agreements as a tree: what is promised to consumers, and below it what makes that possible. */
export function AgreementList(props: Props) {
  const nodes = agreementTree(props.definitions.agreements);
  if (nodes.length === 0) return <EmptyState header={t('settings.agreement.empty')} headingLevel={3} />;
  return <Branch {...props} nodes={nodes} />;
}

function Branch({ nodes, ...props }: Props & { readonly nodes: readonly AgreementNode[] }) {
  return (
    <ul className={styles.tree}>
      {nodes.map(({ agreement, children }) => (
        <li key={agreement.id}>
          <Row {...props} agreement={agreement} />
          {children.length > 0 && <Branch {...props} nodes={children} />}
        </li>
      ))}
    </ul>
  );
}

const KIND = { SLA: 'success', OLA: 'inprogress', UC: 'new' } as const;

function Row({ agreement, definitions, budgets }: Props & { readonly agreement: Agreement }) {
  const metrics = definitions.metrics.filter(({ agreementId }) => agreementId === agreement.id).length;
  const budget = budgets.find(({ agreementId, exceeded }) => agreementId === agreement.id && exceeded);
  return (
    <div className={styles.row}>
      <span>
        <Lozenge appearance={KIND[agreement.kind]}>{agreement.kind}</Lozenge>
      </span>
      <Link to={pageAddress('agreements', agreement.id)}>{agreement.name}</Link>
      <span className={styles.subtle}>
        {[
          agreement.provider,
          t('settings.agreement.metricCount', { count: metrics }),
          agreement.validTo === undefined
            ? ''
            : t('settings.agreement.until', { date: formatLocalDate(agreement.validTo) }),
          agreement.affectsParent === 'none'
            ? ''
            : t(`settings.agreement.affects.${agreement.affectsParent}`),
        ]
          .filter((part) => part !== '')
          .join(' · ')}
      </span>
      {agreement.terms !== undefined && (
        <Link
          to={complianceAddress(agreement.id)}
          aria-label={t('settings.compliance.of', { name: agreement.name })}
        >
          {t('settings.compliance.open')}
        </Link>
      )}
      {budget !== undefined && <BudgetNote budget={budget} />}
    </div>
  );
}
