import Button from '@atlaskit/button/default/button';
import AddIcon from '@atlaskit/icon/core/add';
import Textfield from '@atlaskit/textfield';
import type { PauseRule } from '../../../src/sla/engine/model';
import { t } from '../../shared/i18n';
import { useDirectory } from '../directory/use-directory';
import { conditionText } from '../model/condition-text';
import type { FieldCatalog } from '../model/field-catalog';
import { replaced, without } from '../../kit/controls/reorder';
import { ConditionEditor } from '../shared/condition-editor';
import forms from '../../kit/forms.module.css';
import { Pick } from '../../kit/controls/pick';
import { RemoveButton } from '../../kit/controls/remove-button';
import { FindingsAt } from '../../kit/editor-page/findings-at';

interface Props {
  readonly pauses: readonly PauseRule[];
  readonly catalog: FieldCatalog;
  readonly readOnly: boolean;
  readonly onChange: (pauses: readonly PauseRule[]) => void;
}

const NONE = '';

/** Pause rules, each with the reason it is reported under. The clock rests while any of them holds. */
export function PausesEditor({ pauses, catalog, readOnly, onChange }: Props) {
  const { dateFields } = useDirectory(catalog);
  const resumeAt = (index: number, pause: PauseRule, field: string) => {
    const { resumeAtField: _before, ...rest } = pause;
    onChange(replaced(pauses, index, field === NONE ? rest : { ...rest, resumeAtField: field }));
  };
  return (
    <section>
      <h4 className={forms.heading}>{t('settings.pauses')}</h4>
      <p className={forms.hint}>{t('settings.pausesHint')}</p>
      {pauses.map((pause, index) => (
        <div key={index} className={forms.card}>
          <FindingsAt path={`pause.${index}`}>
            <div className={forms.row}>
              <Textfield
                isCompact
                width={180}
                aria-label={t('settings.pause.reason', { n: index + 1 })}
                value={pause.reason}
                isReadOnly={readOnly}
                onChange={(event) =>
                  onChange(replaced(pauses, index, { ...pause, reason: event.currentTarget.value }))
                }
              />
              <span className={forms.grow}>{conditionText(pause.when, catalog)}</span>
              {!readOnly && (
                <RemoveButton
                  label={t('settings.pause.remove', { n: index + 1 })}
                  onClick={() => onChange(without(pauses, index))}
                />
              )}
            </div>
            {!readOnly && (
              <ConditionEditor
                label={t('settings.pause.when', { n: index + 1 })}
                value={pause.when}
                catalog={catalog}
                onChange={(when) =>
                  onChange(replaced(pauses, index, { ...pause, when: when ?? { any: [] } }))
                }
              />
            )}
            <div className={forms.row}>
              <span>{t('settings.pause.resumesAt')}</span>
              <Pick
                label={t('settings.pause.resumesAtField', { n: index + 1 })}
                value={pause.resumeAtField ?? NONE}
                readOnly={readOnly}
                options={[{ value: NONE, label: t('settings.pause.resumesAtNone') }, ...dateFields]}
                onChange={(field) => resumeAt(index, pause, field)}
              />
            </div>
          </FindingsAt>
        </div>
      ))}
      {!readOnly && (
        <Button
          appearance="subtle"
          iconBefore={AddIcon}
          onClick={() =>
            onChange([...pauses, { reason: 'requester', when: { field: 'status', op: 'in', values: [] } }])
          }
        >
          {t('settings.pause.add')}
        </Button>
      )}
    </section>
  );
}
