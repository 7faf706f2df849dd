import type { Trigger } from '../../../src/sla/engine/model';
import { OneOf } from '../../kit/controls';
import { FindingsAt } from '../../kit/editor-page/findings-at';
import { type Field, RowList, seenAs } from '../../kit/fields';
import forms from '../../kit/forms.module.css';
import { t } from '../../shared/i18n';
import type { Surroundings } from '../model/metric-text';
import { newTrigger, TRIGGER_KINDS } from '../model/trigger-input';
import { TriggerFields } from './trigger-fields';

interface Props {
  readonly title: string;
  readonly of: Field<readonly Trigger[]>;
  readonly around: Surroundings;
  /** A list that may be empty: every event has a button to remove it. */
  readonly mayBeEmpty?: boolean;
}

/** Events that start or stop a clock: any of them does. */
export function TriggersEditor({ title, of, around, mayBeEmpty = false }: Props) {
  return (
    <FindingsAt path={of.path}>
      <section>
        <h4 className={forms.heading}>{title}</h4>
        <RowList
          of={of}
          row={(trigger, n) => (
            <>
              <OneOf
                words="settings.trigger"
                label={t('settings.trigger.kind', { title, n })}
                values={TRIGGER_KINDS}
                {...seenAs(trigger, ({ on }) => on, newTrigger)}
              />
              <TriggerFields of={trigger} around={around} />
            </>
          )}
          removes={(_, n) => t('settings.trigger.remove', { n })}
          keepOne={!mayBeEmpty}
          adds={t('settings.trigger.add')}
          make={() => newTrigger('changed')}
          spacing="default"
        />
      </section>
    </FindingsAt>
  );
}
