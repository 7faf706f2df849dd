import type { PauseRule } from '../../../src/sla/engine/model';
import { AddButton, Pick, RemoveButton, TextInput } from '../../kit/controls';
import { FindingsAt } from '../../kit/editor-page/findings-at';
import { add, elements, type Field, orBlank, orElse, part } from '../../kit/fields';
import forms from '../../kit/forms.module.css';
import { t } from '../../shared/i18n';
import { useDirectory } from '../directory/use-directory';
import { conditionText } from '../model/condition-text';
import type { FieldCatalog } from '../model/field-catalog';
import { ConditionEditor } from '../shared/condition-editor';

interface Props {
  readonly of: Field<readonly PauseRule[]>;
  readonly catalog: FieldCatalog;
}

/** Pause rules, each with the reason it is reported under. The clock rests while any of them holds. */
export function PausesEditor({ of, catalog }: Props) {
  const { dateFields } = useDirectory(catalog);
  const resumes = [{ value: '', label: t('settings.pause.resumesAtNone') }, ...dateFields];
  return (
    <section>
      <h4 className={forms.heading}>{t('settings.pauses')}</h4>
      <p className={forms.hint}>{t('settings.pausesHint')}</p>
      {elements(of).map((pause) => {
        const n = pause.index + 1;
        return (
          <div key={pause.index} className={forms.card}>
            <FindingsAt path={pause.path}>
              <div className={forms.row}>
                <TextInput
                  isCompact
                  width={180}
                  label={t('settings.pause.reason', { n })}
                  {...part(pause, 'reason')}
                />
                <span className={forms.grow}>{conditionText(pause.value.when, catalog)}</span>
                {!of.readOnly && (
                  <RemoveButton label={t('settings.pause.remove', { n })} onClick={pause.remove} />
                )}
              </div>
              <ConditionEditor
                label={t('settings.pause.when', { n })}
                catalog={catalog}
                {...orElse(part(pause, 'when'), { any: [] })}
              />
              <div className={forms.row}>
                <span>{t('settings.pause.resumesAt')}</span>
                <Pick
                  label={t('settings.pause.resumesAtField', { n })}
                  options={resumes}
                  {...orBlank(part(pause, 'resumeAtField'))}
                />
              </div>
            </FindingsAt>
          </div>
        );
      })}
      {!of.readOnly && (
        <AddButton
          spacing="default"
          onClick={() => add(of, { reason: 'requester', when: { field: 'status', op: 'in', values: [] } })}
        >
          {t('settings.pause.add')}
        </AddButton>
      )}
    </section>
  );
}
