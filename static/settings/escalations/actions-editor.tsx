import IconButton from '@atlaskit/button/icon/button';
import CrossIcon from '@atlaskit/icon/core/cross';
import type { EscalationAction } from '../../../src/sla/engine/model';
import { t } from '../../shared/i18n';
import type { Directory } from '../directory/load-directory';
import type { FieldCatalog } from '../model/field-catalog';
import { replaced, without } from '../../kit/controls/reorder';
import { Choice } from '../../kit/controls/choice';
import forms from '../../kit/forms.module.css';
import { ActionFields } from './action-fields';

interface Props {
  /** Number of the level. */
  readonly n: number;
  readonly actions: readonly EscalationAction[];
  readonly catalog: FieldCatalog;
  readonly directory: Directory;
  readonly readOnly: boolean;
  readonly onChange: (actions: readonly EscalationAction[]) => void;
}

const KINDS = [
  'comment',
  'notify',
  'assign',
  'priority',
  'transition',
  'label',
  'createLinked',
  'property',
] as const;
type Kind = EscalationAction['kind'];
const NOTHING = 'add';

function newAction(kind: Kind): EscalationAction {
  switch (kind) {
    case 'comment':
    case 'notify':
      return { kind, to: [{ kind: 'assignee' }] };
    case 'assign':
      return { kind, to: { kind: 'slaManagers' } };
    case 'priority':
      return { kind, priorityId: '' };
    case 'transition':
      return { kind, toStatusId: '' };
    case 'label':
      return { kind, label: '' };
    case 'createLinked':
      return { kind, projectId: '', issueTypeId: '', linkType: '', summary: '' };
    case 'property':
      return { kind, key: 'pledge-escalation' };
  }
}

/** What a level does, in order. */
export function ActionsEditor({ n, actions, catalog, directory, readOnly, onChange }: Props) {
  return (
    <div role="group" aria-label={t('settings.level.actions', { n })}>
      {actions.map((action, index) => (
        <div key={index} className={forms.nested}>
          <div className={forms.row}>
            <span className={forms.label}>{t(`settings.escalation.${action.kind}`)}</span>
            {!readOnly && (
              <IconButton
                appearance="subtle"
                spacing="compact"
                icon={CrossIcon}
                label={t('settings.level.removeAction', {
                  n,
                  action: t(`settings.escalation.${action.kind}`),
                })}
                onClick={() => onChange(without(actions, index))}
              />
            )}
          </div>
          <ActionFields
            id={`level-${n}-action-${index + 1}`}
            action={action}
            catalog={catalog}
            directory={directory}
            readOnly={readOnly}
            onChange={(next) => onChange(replaced(actions, index, next))}
          />
        </div>
      ))}
      {!readOnly && (
        <Choice<Kind | typeof NOTHING>
          label={t('settings.level.addAction', { n })}
          value={NOTHING}
          options={[
            { value: NOTHING, label: t('settings.level.addActionChoice') },
            ...KINDS.map((value) => ({ value, label: t(`settings.escalation.${value}`) })),
          ]}
          onChange={(kind) => kind !== NOTHING && onChange([...actions, newAction(kind)])}
        />
      )}
    </div>
  );
}
