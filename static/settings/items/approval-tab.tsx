import Button from '@atlaskit/button/default/button';
import { APPROVAL_RULES, type ApprovalRule, countsOwn } from '../../../src/catalog/domain/approval-rules';
import { isPerson } from '../../../src/catalog/domain/field-types';
import type { ApprovalStep } from '../../../src/catalog/domain/model';
import { worded } from '../../kit/controls/option';
import { choice, maybe, maybeNumber, people } from '../../kit/fields/controls';
import { elements, part } from '../../kit/fields/field';
import { Fields, type Row } from '../../kit/fields/fields';
import forms from '../../kit/forms.module.css';
import { t } from '../../shared/i18n';
import { useTypeStatuses } from '../directory/use-space-types';
import { AnswerCondition } from './form/answer-condition';
import type { ItemTabProps } from './item-editor';
import { questionOptions } from './question-options';
import { oneStatus } from './status-choice';

const NEW_STEP: ApprovalStep = { approvers: [], rule: 'any' };
const RULES = Object.keys(APPROVAL_RULES) as readonly ApprovalRule[];
const STATUSES = ['waitingStatusId', 'approvedToStatusId', 'declinedToStatusId'] as const;

/** Who must approve before work begins, when at all, the status in which work waits for it, and where either decision leads. */
export function ApprovalTab({ item, catalog }: ItemTabProps) {
  const ofType = useTypeStatuses(item.value.fulfilment);
  const { form } = item.value;
  const steps = part(item, 'approvals');
  const [step] = elements(steps);
  if (step === undefined)
    return (
      <div className={forms.panel}>
        <p className={forms.hint}>{t('settings.approval.none')}</p>
        {!item.readOnly && (
          <Button onClick={() => steps.onChange([NEW_STEP])}>{t('settings.approval.add')}</Button>
        )}
      </div>
    );
  const asked = questionOptions(
    form.filter((field) => isPerson(field) || field.id === step.value.approverField),
  );
  const who: readonly (Row<ApprovalStep> | false)[] = [
    { key: 'approvers', label: 'settings.approval.approvers', control: people() },
    {
      key: 'approverField',
      label: 'settings.approval.approverField',
      help: 'settings.approval.approverFieldHint',
      control: maybe(choice([{ value: '', label: t('settings.approval.nobodyAsked') }, ...asked])),
    },
    {
      key: 'rule',
      label: 'settings.approval.rule',
      half: true,
      control: choice(worded('settings.approval', RULES)),
    },
    countsOwn(step.value.rule) && {
      key: 'needed',
      label: 'settings.approval.needed',
      half: true,
      control: maybeNumber({ isWhole: true, min: 1, max: 15 }),
    },
  ];
  const where: readonly Row<ApprovalStep>[] = STATUSES.map((key) => ({
    key,
    label: `settings.approval.${key}`,
    control: oneStatus(ofType, step.value[key], catalog),
  }));
  return (
    <div className={forms.panel}>
      <Fields
        of={{
          ...step,
          // The number belongs to the rule that counts.
          onChange: ({ needed, ...next }) =>
            step.onChange(countsOwn(next.rule) ? { ...next, needed: needed ?? 2 } : next),
        }}
        rows={who}
      />
      <AnswerCondition
        condition={part(step, 'when')}
        label="settings.approval.when"
        whenNone="settings.approval.always"
        fields={form}
      />
      <h3 className={forms.heading}>{t('settings.approval.statuses')}</h3>
      <p className={forms.hint}>{t('settings.approval.statusesHint')}</p>
      <Fields of={step} rows={where} />
      {!item.readOnly && (
        <Button appearance="subtle" onClick={step.remove}>
          {t('settings.approval.remove')}
        </Button>
      )}
    </div>
  );
}
