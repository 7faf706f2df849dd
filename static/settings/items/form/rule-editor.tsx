import type { ItemProblem } from '../../../../src/catalog/domain/item/item-problem';
import type { FormField, FormRule } from '../../../../src/catalog/domain/model';
import { AddButton } from '../../../kit/controls/add-button';
import { RemoveButton } from '../../../kit/controls/remove-button';
import { text } from '../../../kit/fields/controls';
import { add, elements, type Field, part } from '../../../kit/fields/field';
import { Fields } from '../../../kit/fields/fields';
import forms from '../../../kit/forms.module.css';
import { t } from '../../../shared/i18n';
import { problemText } from '../../model/problem-text';
import { AnswerCondition } from './answer-condition';
import styles from './builder.module.css';
import { effectOf, EffectEditor } from './effect-editor';

interface Props {
  readonly rule: Field<FormRule>;
  readonly form: readonly FormField[];
  readonly problems: readonly ItemProblem[];
}

/** A rule: its name, when it holds, and what it does then. */
export function RuleEditor({ rule, form, problems }: Props) {
  const effects = part(rule, 'then');
  const first = effectOf('show', form);
  return (
    <div className={styles.editor}>
      {problems.map((problem, at) => (
        <p key={at} className={forms.error}>
          {problemText(problem)}
        </p>
      ))}
      <Fields
        of={rule}
        rows={[{ key: 'name', label: 'settings.rule.name', control: text({ maxLength: 120 }) }]}
      />
      <AnswerCondition
        condition={part(rule, 'when')}
        label="settings.rule.when"
        whenNone="settings.rule.always"
        fields={form}
      />
      <fieldset className={`${forms.fieldset} ${forms.panel}`}>
        <legend className={forms.label}>{t('settings.rule.then')}</legend>
        {elements(effects).map((effect) => (
          <div key={effect.index} className={forms.row}>
            <EffectEditor effect={effect} form={form} n={effect.index + 1} />
            {!rule.readOnly && (
              <RemoveButton
                label={t('settings.rule.removeEffect', { n: effect.index + 1 })}
                onClick={effect.remove}
              />
            )}
          </div>
        ))}
        {!rule.readOnly && (
          <AddButton onClick={() => add(effects, first)}>{t('settings.rule.addEffect')}</AddButton>
        )}
      </fieldset>
    </div>
  );
}
