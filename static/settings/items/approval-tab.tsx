import Button from '@atlaskit/button/default/button';
import { APPROVAL_RULES, type ApprovalRule, countsOwn } from '../../../src/catalog/domain/approval-rules';
import { isPerson } from '../../../src/catalog/domain/field-types';
import type { ApprovalStep } from '../../../src/catalog/domain/model';
import { worded } from '../../kit/controls/option';
import { choice, maybe, maybeCheck, maybeNumber, people } from '../../kit/fields/controls';
import { elements, type Field, part } from '../../kit/fields/field';
import { FieldRow, Fields, type Row } from '../../kit/fields/fields';
import forms from '../../kit/forms.module.css';
import { t } from '../../shared/i18n';
import { actorOf } from '../model/stages-from-statuses';
import { useTypeStatuses } from '../directory/use-space-types';
import { AnswerCondition } from './form/answer-condition';
import type { ItemTabProps } from './item-tab-props';
import { questionOptions } from './question-options';
import { oneStatus } from './status-choice';

const NEW_STEP: ApprovalStep = { approvers: [], rule: 'any' };
const RULES = Object.keys(APPROVAL_RULES) as readonly ApprovalRule[];
const STATUSES = ['waitingStatusId', 'approvedToStatusId', 'declinedToStatusId'] as const;
const PLACES = ['status', 'before'] as const;
type Place = (typeof PLACES)[number];

/** The step decided while a work item waits, or before there is one: then no status is its own. */
function decidedAt(place: Place, step: ApprovalStep): ApprovalStep {
  const { beforeIssue: _before, ...rest } = step;
  if (place === 'status') return rest;
  const { waitingStatusId: _waits, approvedToStatusId: _yes, declinedToStatusId: _no, ...asked } = rest;
  return { ...asked, beforeIssue: true };
}

const placeOf = ({ path, readOnly, value, onChange }: Field<ApprovalStep>): Field<Place> => ({
  path: `${path}.beforeIssue`,
  readOnly,
  value: value.beforeIssue === true ? 'before' : 'status',
  onChange: (place) => onChange(decidedAt(place, value)),
});

/** Who must approve before work begins, when at all, the status in which work waits for it, and where either decision leads. */
export function ApprovalTab({ item, catalog }: ItemTabProps) {
  const ofType = useTypeStatuses(item.value.fulfilment);
  // A workflow that is not known may have one.
  const canWait = ofType.length === 0 || ofType.some((status) => actorOf(status) === 'approver');
  const { form } = item.value;
  const steps = part(item, 'approvals');
  const [step] = elements(steps);
  if (step === undefined)
    return (
      <div className={forms.panel}>
        <p className={forms.hint}>{t('settings.approval.none')}</p>
        {!item.readOnly && (
          <Button onClick={() => steps.onChange([decidedAt(canWait ? 'status' : 'before', NEW_STEP)])}>
            {t('settings.approval.add')}
          </Button>
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
      key: 'manager',
      label: 'settings.approval.manager',
      help: 'settings.approval.managerHint',
      control: maybeCheck(),
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
        ofApproval
      />
      <h3 className={forms.heading}>{t('settings.approval.statuses')}</h3>
      <FieldRow
        field={placeOf(step)}
        label="settings.approval.place"
        help="settings.approval.placeHint"
        control={choice(worded('settings.approval.place', PLACES))}
      />
      {step.value.beforeIssue !== true && (
        <>
          <p className={forms.hint}>{t('settings.approval.statusesHint')}</p>
          <Fields of={step} rows={where} />
        </>
      )}
      {!item.readOnly && (
        <Button appearance="subtle" onClick={step.remove}>
          {t('settings.approval.remove')}
        </Button>
      )}
    </div>
  );
}
