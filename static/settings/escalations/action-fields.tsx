import Textfield from '@atlaskit/textfield';
import type { EscalationAction } from '../../../src/sla/engine/model';
import { t } from '../../shared/i18n';
import type { Directory } from '../directory/load-directory';
import type { FieldCatalog } from '../model/field-catalog';
import forms from '../../kit/forms.module.css';
import { LabelledField } from '../../kit/controls/labelled-field';
import { Pick } from '../../kit/controls/pick';
import { LinkedFields } from './linked-fields';
import { MessageFields } from './message-fields';
import { RecipientPicker } from './recipient-picker';

interface Props {
  /** Unique in the page: ids of inputs begin with it. */
  readonly id: string;
  readonly action: EscalationAction;
  readonly catalog: FieldCatalog;
  readonly directory: Directory;
  readonly readOnly: boolean;
  readonly onChange: (action: EscalationAction) => void;
}

/** What an action needs to know, by its kind. */
export function ActionFields({ id, action, catalog, directory, readOnly, onChange }: Props) {
  switch (action.kind) {
    case 'comment':
    case 'notify':
      return (
        <MessageFields
          id={id}
          action={action}
          directory={directory}
          readOnly={readOnly}
          onChange={onChange}
        />
      );
    case 'assign':
      return (
        <RecipientPicker
          id={id}
          recipients={[action.to]}
          single
          directory={directory}
          readOnly={readOnly}
          onChange={([to]) => to !== undefined && onChange({ ...action, to })}
        />
      );
    case 'priority':
      return (
        <Pick
          label={t('settings.level.priority')}
          value={action.priorityId}
          options={catalog.valuesOf('priority')}
          readOnly={readOnly}
          onChange={(priorityId) => onChange({ ...action, priorityId })}
        />
      );
    case 'transition':
      return (
        <div>
          <Pick
            label={t('settings.level.toStatus')}
            value={action.toStatusId}
            options={catalog.valuesOf('status')}
            readOnly={readOnly}
            onChange={(toStatusId) => onChange({ ...action, toStatusId })}
          />
          <p className={forms.hint}>{t('settings.level.transitionHint')}</p>
        </div>
      );
    case 'label':
      return (
        <LabelledField id={id} label={t('settings.level.label')}>
          <Textfield
            id={id}
            value={action.label}
            isReadOnly={readOnly}
            onChange={(event) =>
              onChange({ ...action, label: event.currentTarget.value.replace(/\s+/g, '-') })
            }
          />
        </LabelledField>
      );
    case 'createLinked':
      return (
        <LinkedFields
          id={id}
          action={action}
          catalog={catalog}
          directory={directory}
          readOnly={readOnly}
          onChange={onChange}
        />
      );
    case 'property':
      return (
        <LabelledField id={id} label={t('settings.level.property')} hint={t('settings.level.propertyHint')}>
          <Textfield
            id={id}
            value={action.key}
            isReadOnly={readOnly}
            onChange={(event) => onChange({ ...action, key: event.currentTarget.value.trim() })}
          />
        </LabelledField>
      );
  }
}
