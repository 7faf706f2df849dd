import { FIELD_TYPES, isQuestion, withType } from '../../../src/catalog/domain/field-types';
import type { FieldType, FormField } from '../../../src/catalog/domain/model';
import { AddButton } from '../../kit/controls/add-button';
import { Choice } from '../../kit/controls/choice';
import { worded } from '../../kit/controls/option';
import { OrderedList } from '../../kit/controls/ordered-list';
import { check, localized as bothLanguages, mapped } from '../../kit/fields/controls';
import { add, elements, type Field, part } from '../../kit/fields/field';
import { Fields, type Row } from '../../kit/fields/fields';
import forms from '../../kit/forms.module.css';
import { localized, t } from '../../shared/i18n';
import { newId } from '../model/new-id';
import type { ItemTabProps } from './item-editor';
import { SettingRows } from './setting-rows';
import { VisibilityEditor } from './visibility-editor';

const TYPES = Object.keys(FIELD_TYPES) as readonly FieldType[];

const WORDS: readonly Row<FormField>[] = [
  { key: 'label', label: 'settings.form.label', control: bothLanguages() },
  {
    key: 'help',
    label: 'settings.form.help',
    control: mapped(
      bothLanguages(),
      (help: FormField['help']) => help ?? { en: '' },
      (help) => (help.en === '' && help.ru === undefined ? undefined : help),
    ),
  },
];
const REQUIRED: Row<FormField> = { key: 'required', label: 'settings.form.required', control: check() };

/** The form's fields in order: label, type, whether required, options, and when a field is shown. */
export function FormTab({ item }: ItemTabProps) {
  const form = part(item, 'form');
  const fields = elements(form);
  return (
    <div className={forms.panel}>
      {fields.length === 0 && <p className={forms.hint}>{t('settings.form.empty')}</p>}
      <OrderedList
        elements={form.value}
        nameOf={(_, n) => t('settings.form.nth', { n })}
        readOnly={form.readOnly}
        onChange={form.onChange}
        render={(_, index, controls) => {
          const field = fields[index];
          if (field === undefined) return null;
          return (
            <>
              <div className={forms.row}>
                <FieldHead field={field} n={index + 1} />
                {controls}
              </div>
              <FieldRows field={field} others={form.value.slice(0, index)} />
            </>
          );
        }}
      />
      {!form.readOnly && (
        <AddButton onClick={() => add(form, newField())}>{t('settings.form.add')}</AddButton>
      )}
    </div>
  );
}

function FieldHead({ field, n }: { readonly field: Field<FormField>; readonly n: number }) {
  const { value, readOnly, onChange } = field;
  return (
    <>
      <strong className={forms.grow}>{localized(value.label) || t('settings.form.untitled')}</strong>
      {/* As the summary of a work item names the answer: nothing else tells its key. */}
      {isQuestion(value) && <span className={forms.hint}>{`{{field.${value.id}}}`}</span>}
      <Choice
        label={t('settings.form.type', { n })}
        value={value.type}
        readOnly={readOnly}
        options={worded('fieldType', TYPES)}
        onChange={(type) => onChange(withType(value, type))}
      />
    </>
  );
}

interface RowsProps {
  readonly field: Field<FormField>;
  /** Those above it. */
  readonly others: readonly FormField[];
}

function FieldRows({ field, others }: RowsProps) {
  return (
    <>
      <Fields of={field} rows={WORDS} />
      <SettingRows field={field} />
      {isQuestion(field.value) && <Fields of={field} rows={[REQUIRED]} />}
      <VisibilityEditor condition={part(field, 'visibleWhen')} others={others} />
    </>
  );
}

const newField = (): FormField => ({ id: newId('field'), type: 'text', label: { en: '' }, required: false });
