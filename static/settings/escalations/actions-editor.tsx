import type { EscalationAction } from '../../../src/sla/engine/model';
import { Choice, RemoveButton, worded } from '../../kit/controls';
import { add, elements, type Field } from '../../kit/fields';
import forms from '../../kit/forms.module.css';
import { t } from '../../shared/i18n';
import { ActionFields, type Around } from './action-fields';

interface Props {
  /** Number of the level. */
  readonly n: number;
  readonly actions: Field<readonly EscalationAction[]>;
  readonly around: Around;
}

type Kind = EscalationAction['kind'];

/** What one of each kind begins as, in the order they are offered. */
const NEW: { readonly [K in Kind]: EscalationAction & { readonly kind: K } } = {
  comment: { kind: 'comment', to: [{ kind: 'assignee' }] },
  notify: { kind: 'notify', to: [{ kind: 'assignee' }] },
  assign: { kind: 'assign', to: { kind: 'slaManagers' } },
  priority: { kind: 'priority', priorityId: '' },
  transition: { kind: 'transition', toStatusId: '' },
  label: { kind: 'label', label: '' },
  createLinked: { kind: 'createLinked', projectId: '', issueTypeId: '', linkType: '', summary: '' },
  property: { kind: 'property', key: 'pledge-escalation' },
};
const KINDS = Object.keys(NEW) as readonly Kind[];
const NOTHING = 'add';

/** What a level does, in order. */
export function ActionsEditor({ n, actions, around }: Props) {
  return (
    <div role="group" aria-label={t('settings.level.actions', { n })}>
      {elements(actions).map((action) => {
        const name = t(`settings.escalation.${action.value.kind}`);
        return (
          <div key={action.index} className={forms.nested}>
            <div className={forms.row}>
              <span className={forms.label}>{name}</span>
              {!actions.readOnly && (
                <RemoveButton
                  label={t('settings.level.removeAction', { n, action: name })}
                  onClick={action.remove}
                />
              )}
            </div>
            <ActionFields id={`level-${n}-action-${action.index + 1}`} of={action} around={around} />
          </div>
        );
      })}
      {!actions.readOnly && (
        <Choice<Kind | typeof NOTHING>
          label={t('settings.level.addAction', { n })}
          value={NOTHING}
          options={[
            { value: NOTHING, label: t('settings.level.addActionChoice') },
            ...worded('settings.escalation', KINDS),
          ]}
          onChange={(kind) => kind !== NOTHING && add(actions, NEW[kind])}
        />
      )}
    </div>
  );
}
