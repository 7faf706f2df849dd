import Button from '@atlaskit/button/default/button';
import { useState } from 'react';
import type { Condition, Trigger } from '../../../src/sla/engine/model';
import { t } from '../../shared/i18n';
import { conditionText } from '../model/condition-text';
import type { FieldCatalog } from '../model/field-catalog';
import { type ChangeKind, changeKind, withChangeKind } from '../model/trigger-input';
import { Choice } from '../../kit/controls/choice';
import { worded } from '../../kit/controls/option';
import { ConditionEditor } from '../shared/condition-editor';
import { Pick } from '../../kit/controls/pick';
import { FieldValues } from '../shared/field-values';

type Changed = Extract<Trigger, { readonly on: 'changed' }>;

interface Props {
  readonly trigger: Changed;
  readonly catalog: FieldCatalog;
  readonly readOnly: boolean;
  readonly onChange: (trigger: Changed) => void;
}

const KINDS: readonly ChangeKind[] = ['to', 'from', 'fromTo', 'set', 'cleared', 'any'];

/** Which change of a field counts: to some values, from some to some, set, cleared, or any; and under which condition. */
export function ChangedFields({ trigger, catalog, readOnly, onChange }: Props) {
  const [adding, setAdding] = useState(false);
  const kind = changeKind(trigger);
  const withAnd = (and: Condition | undefined) => {
    const { and: _before, ...rest } = trigger;
    onChange(and === undefined ? rest : { ...rest, and });
  };
  const values = { field: trigger.field, catalog, readOnly, width: 200 };
  return (
    <>
      <Pick
        label={t('settings.condition.field')}
        value={trigger.field}
        options={catalog.fields}
        readOnly={readOnly}
        onChange={(field) => onChange({ on: 'changed', field, to: [] })}
      />
      <Choice
        label={t('settings.trigger.change')}
        value={kind}
        readOnly={readOnly}
        options={worded('settings.trigger.change', KINDS)}
        onChange={(next) => onChange(withChangeKind(trigger, next))}
      />
      {trigger.from !== undefined && (
        <FieldValues
          {...values}
          value={trigger.from}
          label={t('settings.trigger.fromValues')}
          onChange={(from) => onChange({ ...trigger, from })}
        />
      )}
      {kind === 'fromTo' && <span>{t('settings.trigger.to')}</span>}
      {trigger.to !== undefined && (
        <FieldValues
          {...values}
          value={trigger.to}
          label={t('settings.condition.values', { field: catalog.fieldName(trigger.field) })}
          onChange={(to) => onChange({ ...trigger, to })}
        />
      )}
      {trigger.and !== undefined && readOnly && (
        <span>{t('settings.trigger.onlyIf', { condition: conditionText(trigger.and, catalog) })}</span>
      )}
      {!readOnly && (trigger.and !== undefined || adding) && (
        <ConditionEditor
          label={t('settings.trigger.and')}
          value={trigger.and}
          catalog={catalog}
          onChange={withAnd}
        />
      )}
      {!readOnly && trigger.and === undefined && !adding && (
        <Button appearance="subtle" spacing="compact" onClick={() => setAdding(true)}>
          {t('settings.trigger.addAnd')}
        </Button>
      )}
    </>
  );
}
