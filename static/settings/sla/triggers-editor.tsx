import Button from '@atlaskit/button/default/button';
import IconButton from '@atlaskit/button/icon/button';
import AddIcon from '@atlaskit/icon/core/add';
import CrossIcon from '@atlaskit/icon/core/cross';
import type { Trigger } from '../../../src/sla/domain/model';
import { t } from '../../shared/i18n';
import { conditionText } from '../model/condition-text';
import type { FieldCatalog } from '../model/field-catalog';
import { replaced, without } from '../model/reorder';
import { Choice } from '../shared/choice';
import { ConditionEditor } from '../shared/condition-editor';
import forms from '../shared/forms.module.css';
import { ValueList } from '../shared/value-list';

interface Props {
  readonly title: string;
  readonly triggers: readonly Trigger[];
  readonly catalog: FieldCatalog;
  readonly readOnly: boolean;
  readonly onChange: (triggers: readonly Trigger[]) => void;
}

const KINDS = [
  'created',
  'changed',
  'commentedByAgent',
  'commentedByRequester',
  'approved',
  'while',
] as const;
type Kind = (typeof KINDS)[number] | 'other';

function kindOf(trigger: Trigger): Kind {
  switch (trigger.on) {
    case 'created':
    case 'changed':
    case 'while':
      return trigger.on;
    case 'commented':
      if (trigger.by.length !== 1 || trigger.audience !== 'public') return 'other';
      return trigger.by[0] === 'agent'
        ? 'commentedByAgent'
        : trigger.by[0] === 'requester'
          ? 'commentedByRequester'
          : 'other';
    case 'approval':
      return trigger.decision === 'approved' ? 'approved' : 'other';
    case 'linked':
    case 'unlinked':
    case 'metric':
      return 'other';
  }
}

function triggerOf(kind: Kind, previous: Trigger): Trigger {
  switch (kind) {
    case 'created':
      return { on: 'created' };
    case 'changed':
      return { on: 'changed', field: 'status', to: [] };
    case 'commentedByAgent':
      return { on: 'commented', by: ['agent'], audience: 'public' };
    case 'commentedByRequester':
      return { on: 'commented', by: ['requester'], audience: 'public' };
    case 'approved':
      return { on: 'approval', decision: 'approved' };
    case 'while':
      return { on: 'while', condition: { field: 'statusCategory', op: 'notIn', values: ['done'] } };
    case 'other':
      return previous;
  }
}

/** Events that start or stop a clock: any of them does. */
export function TriggersEditor({ title, triggers, catalog, readOnly, onChange }: Props) {
  return (
    <section>
      <h3 className={forms.heading}>{title}</h3>
      {triggers.map((trigger, index) => {
        const kind = kindOf(trigger);
        const kinds: readonly Kind[] = kind === 'other' ? [...KINDS, 'other'] : KINDS;
        return (
          <div key={index} className={forms.row}>
            <Choice
              label={t('settings.trigger.kind', { title, n: index + 1 })}
              value={kind}
              isDisabled={readOnly}
              options={kinds.map((option) => ({ value: option, label: t(`settings.trigger.${option}`) }))}
              onChange={(next) => onChange(replaced(triggers, index, triggerOf(next, trigger)))}
            />
            {trigger.on === 'changed' && (
              <ChangedEditor
                trigger={trigger}
                catalog={catalog}
                readOnly={readOnly}
                onChange={(next) => onChange(replaced(triggers, index, next))}
              />
            )}
            {trigger.on === 'while' &&
              (readOnly ? (
                <span>{conditionText(trigger.condition, catalog)}</span>
              ) : (
                <ConditionEditor
                  label={t('settings.trigger.while')}
                  condition={trigger.condition}
                  catalog={catalog}
                  onChange={(condition) =>
                    onChange(replaced(triggers, index, { on: 'while', condition: condition ?? { all: [] } }))
                  }
                />
              ))}
            {!readOnly && triggers.length > 1 && (
              <IconButton
                appearance="subtle"
                spacing="compact"
                icon={CrossIcon}
                label={t('settings.trigger.remove', { n: index + 1 })}
                onClick={() => onChange(without(triggers, index))}
              />
            )}
          </div>
        );
      })}
      {!readOnly && (
        <Button
          appearance="subtle"
          iconBefore={AddIcon}
          onClick={() => onChange([...triggers, { on: 'changed', field: 'status', to: [] }])}
        >
          {t('settings.trigger.add')}
        </Button>
      )}
    </section>
  );
}

type Changed = Extract<Trigger, { readonly on: 'changed' }>;

function ChangedEditor(props: {
  readonly trigger: Changed;
  readonly catalog: FieldCatalog;
  readonly readOnly: boolean;
  readonly onChange: (trigger: Changed) => void;
}) {
  const { trigger, catalog, readOnly, onChange } = props;
  return (
    <>
      <Choice
        label={t('settings.condition.field')}
        value={trigger.field}
        isDisabled={readOnly}
        options={
          catalog.fields.some((field) => field.value === trigger.field)
            ? catalog.fields
            : [...catalog.fields, { value: trigger.field, label: trigger.field }]
        }
        onChange={(field) => onChange({ on: 'changed', field, to: [] })}
      />
      <span>
        {t(trigger.edge === undefined ? 'settings.trigger.to' : `settings.trigger.${trigger.edge}`)}
      </span>
      {trigger.edge === undefined && (
        <ValueList
          label={t('settings.condition.values', { field: catalog.fieldName(trigger.field) })}
          options={catalog.valuesOf(trigger.field)}
          values={trigger.to ?? []}
          readOnly={readOnly}
          onChange={(to) => onChange({ ...trigger, to })}
        />
      )}
    </>
  );
}
