import { Modal } from '@forge/bridge';
import { t } from '../shared/i18n';
import type { IssueRef } from './data/issue';

/** As the manifest calls the dialog's page. */
const RESOURCE = 'main/sla-why';

/** Opens the story of an SLA in a dialog over the page, wider than the panel. Rejects where the product opens none. */
export const openWhy = (issue: IssueRef, metricId: string, onClose: () => void): Promise<void> =>
  new Modal({
    resource: RESOURCE,
    size: 'xlarge',
    title: t('sla.why.title', { key: issue.key }),
    context: { issue: { id: issue.id, key: issue.key }, metricId },
    onClose,
  }).open();
