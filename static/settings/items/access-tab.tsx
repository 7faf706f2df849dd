import { isPerson } from '../../../src/catalog/domain/field-types';
import { hasPart } from '../../../src/catalog/domain/kinds';
import type { OnBehalf } from '../../../src/catalog/domain/model';
import { worded } from '../../kit/controls/option';
import { check, choice, mapped, person } from '../../kit/fields/controls';
import { part } from '../../kit/fields/field';
import { FieldRow, Fields } from '../../kit/fields/fields';
import forms from '../../kit/forms.module.css';
import { t } from '../../shared/i18n';
import { CriteriaFields } from '../shared/criteria-fields';
import type { ItemTabProps } from './item-editor';
import { questionOptions } from './question-options';

/** Who owns it, who may order it, and for whom. */
export function AccessTab({ item }: ItemTabProps) {
  return (
    <div className={forms.panel}>
      <Fields of={item} rows={[{ key: 'owner', label: 'settings.item.owner', control: person() }]} />
      <CriteriaFields of={part(item, 'entitlement')} />
      <FieldRow
        field={part(item, 'ownCriteria')}
        label="settings.audience.ownCriteria"
        help="settings.audience.ownCriteriaHint"
        control={mapped(
          check(),
          (own: true | undefined) => own === true,
          (own) => (own ? true : undefined),
        )}
      />
      {hasPart(item.value, 'work') && (
        <>
          <h3 className={forms.heading}>{t('settings.item.onBehalf')}</h3>
          <OnBehalfEditor item={item} />
        </>
      )}
    </div>
  );
}

/** Which of the form's questions says for whom a request is, and who may be named there. */
function OnBehalfEditor({ item }: Pick<ItemTabProps, 'item'>) {
  const onBehalf = part(item, 'onBehalf');
  const { value } = onBehalf;
  const questions = questionOptions(
    item.value.form.filter((field) => isPerson(field) || field.id === value?.field),
  );
  // One that was taken out of the form is still what is set.
  const gone = value !== undefined && questions.every((question) => question.value !== value.field);
  const offered = [
    { value: '', label: t('settings.item.onBehalfNobody') },
    ...questions,
    ...(gone ? [{ value: value.field, label: value.field }] : []),
  ];
  return (
    <>
      <FieldRow
        field={onBehalf}
        label="settings.item.onBehalfField"
        help={questions.length === 0 ? 'settings.item.onBehalfNoQuestion' : 'settings.item.onBehalfHint'}
        control={mapped(
          choice(offered),
          (chosen: OnBehalf | undefined) => chosen?.field ?? '',
          (field, before): OnBehalf | undefined =>
            field === '' ? undefined : { access: 'restricted', ...before, field },
        )}
      />
      {value !== undefined && (
        <Fields
          of={{ ...onBehalf, value }}
          rows={[
            {
              key: 'access',
              label: 'settings.item.onBehalfAccess',
              control: choice(worded('settings.item.onBehalfAccess', ['restricted', 'delegated'])),
            },
          ]}
        />
      )}
    </>
  );
}
