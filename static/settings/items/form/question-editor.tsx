import { useState } from 'react';
import { OWN } from '../../../../src/catalog/domain/form/field-sets';
import { FIELD_TYPES, isQuestion, rulesOf, withType } from '../../../../src/catalog/domain/field-types';
import type { ChoiceOption, FieldType, FormField } from '../../../../src/catalog/domain/model';
import type { ItemProblem } from '../../../../src/catalog/domain/item/item-problem';
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
import { FormerOptions } from './long-list';
import { LONG_LIST } from './options-of-jira';
import { SETTING_ROWS, WORDS } from './setting-rows';

const TYPES = Object.keys(FIELD_TYPES) as readonly FieldType[];

interface Props {
  readonly field: Element<FormField>;
  readonly form: readonly FormField[];
  readonly problems: readonly ItemProblem[];
}

/** All that can be set of a field: what its type has, when it is shown and required, and what it starts with. */
export function QuestionEditor({ field: edited, form, problems }: Props) {
  const { value, index } = edited;
  // What is of a field set is changed there; the item says a few things itself.
  const field = value.set === undefined ? edited : { ...edited, readOnly: true };
  const own = value.set === undefined ? edited : ownOf(edited);
  const settings = settingsOf(value).map((setting) => SETTING_ROWS[setting](value, form));
  const [former, keepFormer] = useState<readonly ChoiceOption[]>([]);
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
          isQuestion(value) &&
          !rulesOf(value).isSecret && <>{t('settings.form.named', { name: `{{field.${value.id}}}` })}</>
        }
        control={mapped(
          choice(worded('fieldType', TYPES)),
          (of: FormField) => of.type,
          (type, before) => withType(before, type),
        )}
      />
      {value.set !== undefined && <p className={forms.hint}>{t('settings.set.own')}</p>}
      <Fields of={own} rows={[WORDS.label]} />
      <Fields of={field} rows={[WORDS.help]} />
      {isQuestion(value) && (
        <Fields of={own} rows={[{ key: 'required', label: 'settings.form.required', control: check() }]} />
      )}
      <FormerOptions value={former}>
        <Fields key={value.type} of={withOptionSource(field, former, keepFormer)} rows={settings} />
      </FormerOptions>
      {isQuestion(value) && <DefaultEditor field={own} />}
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

/** What takes its options from elsewhere has none of its own to edit. */
const settingsOf = (field: FormField) =>
  rulesOf(field).settings.filter((name) => {
    if (name === 'optionList') return field.optionList !== undefined;
    return name !== 'options' || (field.jiraField ?? field.optionList) === undefined;
  });

/**
 * A choice that takes its options from elsewhere keeps none of its own, nor what it would begin with. Its long list stands for a source
 * like those of Jira; it begins with the options that the choice had, which come back with its own list.
 */
const withOptionSource = (
  field: Element<FormField>,
  former: readonly ChoiceOption[],
  keep: (options: readonly ChoiceOption[]) => void,
): Element<FormField> => {
  const { value } = field;
  const source = value.optionList ? LONG_LIST : value.jiraField;
  return {
    ...field,
    value: source === undefined ? value : { ...value, jiraField: source },
    onChange: (next) => {
      const { jiraField: wanted, ...others } = next;
      if (wanted === source) return field.onChange(source === LONG_LIST ? others : next);
      const { default: _start, options, optionList: _list, ...rest } = others;
      if (options) keep(options);
      field.onChange(withType({ ...rest, ...optionsFrom(wanted, former) }, next.type));
    },
  };
};

const optionsFrom = (source: string | undefined, own: readonly ChoiceOption[]): Partial<FormField> => {
  if (source === undefined) return { options: own };
  return source === LONG_LIST ? { optionList: { parts: [], count: 0 } } : { jiraField: source };
};

/** A question of a field set as an item has it: what is changed here is the item's own from then on. */
const ownOf = (field: Element<FormField>): Element<FormField> => ({
  ...field,
  onChange: (next) =>
    field.onChange({
      ...next,
      own: OWN.filter((key) => field.value.own?.includes(key) || next[key] !== field.value[key]),
    }),
});
