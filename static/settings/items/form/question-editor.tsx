import { FIELD_TYPES, isQuestion, rulesOf, withType } from '../../../../src/catalog/domain/field-types';
import type { FieldType, FormField } from '../../../../src/catalog/domain/model';
import type { ItemProblem } from '../../../../src/catalog/domain/item-problem';
import { worded } from '../../../kit/controls/option';
import { check, choice, mapped } from '../../../kit/fields/controls';
import { type Element, part } from '../../../kit/fields/field';
import { FieldRow, Fields } from '../../../kit/fields/fields';
import forms from '../../../kit/forms.module.css';
import { t } from '../../../shared/i18n';
import { problemText } from '../../model/problem-text';
import { AnswerCondition, fieldsAbove } from './answer-condition';
import styles from './builder.module.css';
import { DefaultEditor } from './default-editor';
import { SETTING_ROWS, WORDS } from './setting-rows';

const TYPES = Object.keys(FIELD_TYPES) as readonly FieldType[];

interface Props {
  readonly field: Element<FormField>;
  readonly form: readonly FormField[];
  readonly problems: readonly ItemProblem[];
}

/** All that can be set of a field: what its type has, when it is shown and required, and what it starts with. */
export function QuestionEditor({ field, form, problems }: Props) {
  const { value, index } = field;
  const settings = rulesOf(value).settings.map((setting) => SETTING_ROWS[setting](value));
  return (
    <div className={styles.editor}>
      {problems.map((problem, at) => (
        <p key={at} className={problem.severity === 'error' ? forms.error : forms.hint}>
          {problemText(problem)}
        </p>
      ))}
      <FieldRow
        field={{ ...field, path: `${field.path}.type` }}
        label="settings.form.type"
        help={
          // As the summary of a work item names the answer: nothing else tells its key.
          isQuestion(value) && <>{t('settings.form.named', { name: `{{field.${value.id}}}` })}</>
        }
        control={mapped(
          choice(worded('fieldType', TYPES)),
          (of: FormField) => of.type,
          (type, before) => withType(before, type),
        )}
      />
      <Fields of={field} rows={WORDS} />
      {isQuestion(value) && (
        <Fields of={field} rows={[{ key: 'required', label: 'settings.form.required', control: check() }]} />
      )}
      <Fields key={value.type} of={field} rows={settings} />
      {isQuestion(value) && <DefaultEditor field={field} />}
      <AnswerCondition
        condition={part(field, 'visibleWhen')}
        label="settings.form.visible"
        whenNone="settings.form.always"
        fields={fieldsAbove(value.visibleWhen, form, index)}
      />
      {isQuestion(value) && !value.required && (
        <AnswerCondition
          condition={part(field, 'requiredWhen')}
          label="settings.form.requiredWhen"
          whenNone="settings.form.optional"
          fields={form.filter(({ id }) => id !== value.id)}
        />
      )}
    </div>
  );
}
