import Button from '@atlaskit/button/default/button';
import type { ApprovalStep } from '../../../src/catalog/domain/model';
import { worded } from '../../kit/controls/option';
import { choice, people } from '../../kit/fields/controls';
import { elements, part } from '../../kit/fields/field';
import { Fields, type Row } from '../../kit/fields/fields';
import forms from '../../kit/forms.module.css';
import { t } from '../../shared/i18n';
import { useTypeStatuses } from '../directory/use-space-types';
import type { ItemTabProps } from './item-editor';
import { oneStatus } from './status-choice';

const NEW_STEP: ApprovalStep = { approvers: [], rule: 'any' };
const STATUSES = ['waitingStatusId', 'approvedToStatusId', 'declinedToStatusId'] as const;

/** Who must approve before work begins, the status in which work waits for it, and where either decision leads. */
export function ApprovalEditor({ item, catalog }: Pick<ItemTabProps, 'item' | 'catalog'>) {
  const ofType = useTypeStatuses(item.value.fulfilment);
  const steps = part(item, 'approvals');
  const [step] = elements(steps);
  if (step === undefined)
    return item.readOnly ? (
      <p className={forms.hint}>{t('settings.approval.none')}</p>
    ) : (
      <Button onClick={() => steps.onChange([NEW_STEP])}>{t('settings.approval.add')}</Button>
    );
  const rows: readonly Row<ApprovalStep>[] = [
    { key: 'approvers', label: 'settings.approval.approvers', control: people() },
    {
      key: 'rule',
      label: 'settings.approval.rule',
      control: choice(worded('settings.approval', ['any', 'all'])),
    },
    ...STATUSES.map((key) => ({
      key,
      label: `settings.approval.${key}`,
      control: oneStatus(ofType, step.value[key], catalog),
    })),
  ];
  return (
    <div className={forms.card}>
      <Fields of={step} rows={rows} />
      <p className={forms.hint}>{t('settings.approval.statusesHint')}</p>
      {!item.readOnly && (
        <Button appearance="subtle" onClick={step.remove}>
          {t('settings.approval.remove')}
        </Button>
      )}
    </div>
  );
}
