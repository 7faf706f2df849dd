import Button from '@atlaskit/button/default/button';
import AddIcon from '@atlaskit/icon/core/add';
import type { MetricDefinition, Trigger } from '../../../src/sla/engine/model';
import { t } from '../../shared/i18n';
import { useDirectory } from '../directory/use-directory';
import type { FieldCatalog } from '../model/field-catalog';
import { replaced, without } from '../../kit/controls/reorder';
import { newTrigger, TRIGGER_KINDS } from '../model/trigger-input';
import { RemoveButton } from '../../kit/controls/remove-button';
import { Choice } from '../../kit/controls/choice';
import { worded } from '../../kit/controls/option';
import forms from '../../kit/forms.module.css';
import { FindingsAt } from '../../kit/editor-page/findings-at';
import { TriggerFields } from './trigger-fields';

interface Props {
  readonly title: string;
  /** Where the events are in the metric: `start`, `reset.on`. */
  readonly path: string;
  readonly triggers: readonly Trigger[];
  readonly catalog: FieldCatalog;
  readonly metrics: readonly MetricDefinition[];
  readonly readOnly: boolean;
  /** A list that may be empty: every event has a button to remove it. */
  readonly mayBeEmpty?: boolean;
  readonly onChange: (triggers: readonly Trigger[]) => void;
}

/** Events that start or stop a clock: any of them does. */
export function TriggersEditor(props: Props) {
  const { title, path, triggers, catalog, metrics, readOnly, mayBeEmpty = false, onChange } = props;
  const directory = useDirectory(catalog);
  return (
    <FindingsAt path={path}>
      <section>
        <h4 className={forms.heading}>{title}</h4>
        {triggers.map((trigger, index) => (
          <FindingsAt key={index} path={`${path}.${index}`}>
            <div className={forms.row}>
              <Choice
                label={t('settings.trigger.kind', { title, n: index + 1 })}
                value={trigger.on}
                readOnly={readOnly}
                options={worded('settings.trigger', TRIGGER_KINDS)}
                onChange={(kind) => onChange(replaced(triggers, index, newTrigger(kind)))}
              />
              <TriggerFields
                trigger={trigger}
                catalog={catalog}
                directory={directory}
                metrics={metrics}
                readOnly={readOnly}
                onChange={(next) => onChange(replaced(triggers, index, next))}
              />
              {!readOnly && (mayBeEmpty || triggers.length > 1) && (
                <RemoveButton
                  label={t('settings.trigger.remove', { n: index + 1 })}
                  onClick={() => onChange(without(triggers, index))}
                />
              )}
            </div>
          </FindingsAt>
        ))}
        {!readOnly && (
          <Button
            appearance="subtle"
            iconBefore={AddIcon}
            onClick={() => onChange([...triggers, newTrigger('changed')])}
          >
            {t('settings.trigger.add')}
          </Button>
        )}
      </section>
    </FindingsAt>
  );
}
