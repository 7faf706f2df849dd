import Button from '@atlaskit/button/default/button';
import { useState } from 'react';
import type { Trigger } from '../../../src/sla/engine/model';
import { OneOf, Pick } from '../../kit/controls';
import { type Field, part, seenAs } from '../../kit/fields';
import { t } from '../../shared/i18n';
import { conditionText } from '../model/condition-text';
import type { FieldCatalog } from '../model/field-catalog';
import { CHANGE_KINDS, changeKind, withChangeKind } from '../model/trigger-input';
import { ConditionEditor } from '../shared/condition-editor';
import { FieldValues } from '../shared/field-values';

type Changed = Extract<Trigger, { readonly on: 'changed' }>;

interface Props {
  readonly of: Field<Changed>;
  readonly catalog: FieldCatalog;
}

/** Which change of a field counts: to some values, from some to some, set, cleared, or any; and under which condition. */
export function ChangedFields({ of, catalog }: Props) {
  const [adding, setAdding] = useState(false);
  const { field, from, to } = of.value;
  const and = part(of, 'and');
  const values = { field, catalog, width: 200 };
  return (
    <>
      <Pick
        label={t('settings.condition.field')}
        options={catalog.fields}
        {...seenAs<string, Changed>(
          of,
          () => field,
          (chosen) => ({ on: 'changed', field: chosen, to: [] }),
        )}
      />
      <OneOf
        words="settings.trigger.change"
        values={CHANGE_KINDS}
        {...seenAs(of, changeKind, (kind, before) => withChangeKind(before, kind))}
      />
      {from !== undefined && (
        <FieldValues
          {...values}
          label={t('settings.trigger.fromValues')}
          {...part(of, 'from')}
          value={from}
        />
      )}
      {changeKind(of.value) === 'fromTo' && <span>{t('settings.trigger.to')}</span>}
      {to !== undefined && (
        <FieldValues
          {...values}
          label={t('settings.condition.values', { field: catalog.fieldName(field) })}
          {...part(of, 'to')}
          value={to}
        />
      )}
      {and.value !== undefined && of.readOnly && (
        <span>{t('settings.trigger.onlyIf', { condition: conditionText(and.value, catalog) })}</span>
      )}
      {(and.value !== undefined || adding) && (
        <ConditionEditor label={t('settings.trigger.and')} catalog={catalog} {...and} />
      )}
      {!of.readOnly && and.value === undefined && !adding && (
        <Button appearance="subtle" spacing="compact" onClick={() => setAdding(true)}>
          {t('settings.trigger.addAnd')}
        </Button>
      )}
    </>
  );
}
