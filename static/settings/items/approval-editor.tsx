import Button from '@atlaskit/button/default/button';
import type { ApprovalStep } from '../../../src/catalog/domain/model';
import { t } from '../../shared/i18n';
import { useTypeStatuses } from '../directory/use-type-statuses';
import { Choice } from '../../kit/controls/choice';
import forms from '../../kit/forms.module.css';
import { UserSelect } from '../../kit/controls/user-select';
import type { ItemTabProps } from './item-editor';

const NEW_STEP: ApprovalStep = { approvers: [], rule: 'any' };
const STATUSES = ['waitingStatusId', 'approvedToStatusId', 'declinedToStatusId'] as const;
const NONE = '';

/** Who must approve before work begins, the status in which work waits for it, and where either decision leads. */
export function ApprovalEditor({
  content,
  catalog,
  readOnly,
  onChange,
}: Pick<ItemTabProps, 'content' | 'catalog' | 'readOnly' | 'onChange'>) {
  const ofType = useTypeStatuses(content.fulfilment).map(({ id, name }) => ({ value: id, label: name }));
  const [step] = content.approvals;
  const write = (approvals: readonly ApprovalStep[]) => onChange({ ...content, approvals });
  if (step === undefined) {
    return readOnly ? (
      <p className={forms.hint}>{t('settings.approval.none')}</p>
    ) : (
      <Button onClick={() => write([NEW_STEP])}>{t('settings.approval.add')}</Button>
    );
  }
  const choose = (key: (typeof STATUSES)[number], statusId: string) => {
    const { [key]: _old, ...rest } = step;
    write([statusId === NONE ? rest : { ...rest, [key]: statusId }]);
  };
  const offered = (chosen: string) => [
    { value: NONE, label: t('kit.choose') },
    ...ofType,
    ...(chosen === NONE || ofType.some(({ value }) => value === chosen)
      ? []
      : [{ value: chosen, label: catalog.valueName('status', chosen) }]),
  ];
  return (
    <div className={forms.card}>
      <UserSelect
        id="item-approvers"
        label={t('settings.approval.approvers')}
        accountIds={step.approvers}
        readOnly={readOnly}
        onChange={(approvers) => write([{ ...step, approvers }])}
      />
      <Choice
        label={t('settings.approval.rule')}
        value={step.rule}
        isDisabled={readOnly}
        options={(['any', 'all'] as const).map((rule) => ({
          value: rule,
          label: t(`settings.approval.${rule}`),
        }))}
        onChange={(rule) => write([{ ...step, rule }])}
      />
      {STATUSES.map((key) => (
        <div key={key} className={forms.field}>
          <span className={forms.label}>{t(`settings.approval.${key}`)}</span>
          <Choice
            label={t(`settings.approval.${key}`)}
            value={step[key] ?? NONE}
            isDisabled={readOnly}
            options={offered(step[key] ?? NONE)}
            onChange={(statusId) => choose(key, statusId)}
          />
        </div>
      ))}
      <p className={forms.hint}>{t('settings.approval.statusesHint')}</p>
      {!readOnly && (
        <Button appearance="subtle" onClick={() => write([])}>
          {t('settings.approval.remove')}
        </Button>
      )}
    </div>
  );
}
