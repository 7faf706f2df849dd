import Button from '@atlaskit/button/default/button';
import type { ApprovalStep } from '../../../src/catalog/domain/model';
import { named, worded } from '../../kit/controls/option';
import { choice, maybe, people } from '../../kit/fields/controls';
import { elements, part } from '../../kit/fields/field';
import { Fields, type Row } from '../../kit/fields/fields';
import forms from '../../kit/forms.module.css';
import { t } from '../../shared/i18n';
import { useTypeStatuses } from '../directory/use-type-statuses';
import type { ItemTabProps } from './item-editor';

const NEW_STEP: ApprovalStep = { approvers: [], rule: 'any' };
const STATUSES = ['waitingStatusId', 'approvedToStatusId', 'declinedToStatusId'] as const;

/** Who must approve before work begins, the status in which work waits for it, and where either decision leads. */
export function ApprovalEditor({ item, catalog }: Pick<ItemTabProps, 'item' | 'catalog'>) {
  const ofType = named(useTypeStatuses(item.value.fulfilment));
  const steps = part(item, 'approvals');
  const [step] = elements(steps);
  if (step === undefined)
    return item.readOnly ? (
      <p className={forms.hint}>{t('settings.approval.none')}</p>
    ) : (
      <Button onClick={() => steps.onChange([NEW_STEP])}>{t('settings.approval.add')}</Button>
    );
  /** One that the work item's type does not have is kept, by the name that Jira has for it. */
  const offered = (chosen = '') => [
    { value: '', label: t('kit.choose') },
    ...ofType,
    ...(chosen === '' || ofType.some(({ value }) => value === chosen)
      ? []
      : [{ value: chosen, label: catalog.valueName('status', chosen) }]),
  ];
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
      control: maybe(choice(offered(step.value[key]))),
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
