import { isPerson, rulesOf } from '../../../src/catalog/domain/field-types';
import { isConfidential } from '../../../src/catalog/domain/form/joining';
import { hasPart } from '../../../src/catalog/domain/kinds';
import type { Joining, OnBehalf } from '../../../src/catalog/domain/model';
import { worded } from '../../kit/controls/option';
import { choice, mapped, maybeCheck, person, pick } from '../../kit/fields/controls';
import { part } from '../../kit/fields/field';
import { FieldRow, Fields } from '../../kit/fields/fields';
import forms from '../../kit/forms.module.css';
import { t } from '../../shared/i18n';
import { CriteriaFields } from '../shared/criteria-fields';
import type { ItemTabProps } from './item-tab-props';
import { questionOptions } from './question-options';

/** Who owns it, who may order it, and for whom. */
export function AccessTab({ item, catalog, definitions }: ItemTabProps) {
  return (
    <div className={forms.panel}>
      <Fields of={item} rows={[{ key: 'owner', label: 'settings.item.owner', control: person() }]} />
      <CriteriaFields of={part(item, 'entitlement')} catalog={catalog} definitions={definitions} />
      <FieldRow
        field={part(item, 'ownCriteria')}
        label="settings.audience.ownCriteria"
        help="settings.audience.ownCriteriaHint"
        control={maybeCheck()}
      />
      {hasPart(item.value, 'work') && (
        <>
          <h3 className={forms.heading}>{t('settings.item.onBehalf')}</h3>
          <OnBehalfEditor item={item} />
          <h3 className={forms.heading}>{t('settings.item.joining')}</h3>
          <JoiningEditor item={item} />
        </>
      )}
    </div>
  );
}

/** Which answer colleagues are shown of each other's open requests; none, and nobody joins one. */
function JoiningEditor({ item }: Pick<ItemTabProps, 'item'>) {
  const joining = part(item, 'joining');
  const texts = questionOptions(
    item.value.form.filter((field) => rulesOf(field).isProse || field.id === joining.value?.shows),
  );
  return (
    <FieldRow
      field={joining}
      label="settings.item.joiningShows"
      help={isConfidential(item.value) ? 'settings.item.joiningConfidential' : 'settings.item.joiningHint'}
      control={mapped(
        pick([{ value: '', label: t('settings.item.joiningNobody') }, ...texts]),
        (chosen: Joining | undefined) => chosen?.shows ?? '',
        (shows): Joining | undefined => (shows === '' ? undefined : { shows }),
      )}
    />
  );
}

/** Which of the form's questions says for whom a request is, and who may be named there. */
function OnBehalfEditor({ item }: Pick<ItemTabProps, 'item'>) {
  const onBehalf = part(item, 'onBehalf');
  const { value } = onBehalf;
  const questions = questionOptions(
    item.value.form.filter((field) => isPerson(field) || field.id === value?.field),
  );
  return (
    <>
      <FieldRow
        field={onBehalf}
        label="settings.item.onBehalfField"
        help={questions.length === 0 ? 'settings.item.onBehalfNoQuestion' : 'settings.item.onBehalfHint'}
        control={mapped(
          pick([{ value: '', label: t('settings.item.onBehalfNobody') }, ...questions]),
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
