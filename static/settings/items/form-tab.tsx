import Button from '@atlaskit/button/default/button';
import IconButton from '@atlaskit/button/icon/button';
import Checkbox from '@atlaskit/checkbox';
import AddIcon from '@atlaskit/icon/core/add';
import ArrowDownIcon from '@atlaskit/icon/core/arrow-down';
import ArrowUpIcon from '@atlaskit/icon/core/arrow-up';
import DeleteIcon from '@atlaskit/icon/core/delete';
import { FIELD_TYPES, isQuestion, withType } from '../../../src/catalog/domain/field-types';
import type { FieldType, FormField } from '../../../src/catalog/domain/model';
import { t, localized } from '../../shared/i18n';
import { newId } from '../model/new-id';
import { moved, replaced, without } from '../../kit/controls/reorder';
import { Choice } from '../../kit/controls/choice';
import forms from '../../kit/forms.module.css';
import { LocalizedInput } from '../../kit/controls/localized-input';
import { SettingRows } from './setting-rows';
import { VisibilityEditor } from './visibility-editor';
import type { ItemTabProps } from './item-editor';

const TYPES = Object.keys(FIELD_TYPES) as readonly FieldType[];

/** The form's fields in order: label, type, whether required, options, and when a field is shown. */
export function FormTab({ content, readOnly, onChange }: ItemTabProps) {
  const write = (form: readonly FormField[]) => onChange({ ...content, form });
  const change = (index: number, field: FormField) => write(replaced(content.form, index, field));
  return (
    <div className={forms.panel}>
      {content.form.length === 0 && <p className={forms.hint}>{t('settings.form.empty')}</p>}
      <ol className={forms.list}>
        {content.form.map((field, index) => (
          <li key={field.id} className={forms.card}>
            <div className={forms.row}>
              <strong className={forms.grow}>
                {localized(field.label) === '' ? t('settings.form.untitled') : localized(field.label)}
              </strong>
              {/* As the summary of a work item names the answer: nothing else tells its key. */}
              {isQuestion(field) && <span className={forms.hint}>{`{{field.${field.id}}}`}</span>}
              <Choice
                label={t('settings.form.type', { n: index + 1 })}
                value={field.type}
                isDisabled={readOnly}
                options={TYPES.map((type) => ({ value: type, label: t(`fieldType.${type}`) }))}
                onChange={(type) => change(index, withType(field, type))}
              />
              {!readOnly && (
                <>
                  <IconButton
                    appearance="subtle"
                    icon={ArrowUpIcon}
                    label={t('settings.form.up', { n: index + 1 })}
                    isDisabled={index === 0}
                    onClick={() => write(moved(content.form, index, index - 1))}
                  />
                  <IconButton
                    appearance="subtle"
                    icon={ArrowDownIcon}
                    label={t('settings.form.down', { n: index + 1 })}
                    isDisabled={index === content.form.length - 1}
                    onClick={() => write(moved(content.form, index, index + 1))}
                  />
                  <IconButton
                    appearance="subtle"
                    icon={DeleteIcon}
                    label={t('settings.form.remove', { n: index + 1 })}
                    onClick={() => write(without(content.form, index))}
                  />
                </>
              )}
            </div>
            <LocalizedInput
              id={`field-${field.id}-label`}
              label={t('settings.form.label')}
              value={field.label}
              readOnly={readOnly}
              onChange={(label) => change(index, { ...field, label })}
            />
            <LocalizedInput
              id={`field-${field.id}-help`}
              label={t('settings.form.help')}
              value={field.help ?? { en: '' }}
              readOnly={readOnly}
              onChange={(help) => change(index, withHelp(field, help))}
            />
            <SettingRows field={field} readOnly={readOnly} onChange={(next) => change(index, next)} />
            {isQuestion(field) && (
              <Checkbox
                label={t('settings.form.required')}
                isChecked={field.required}
                isDisabled={readOnly}
                onChange={(event) => change(index, { ...field, required: event.currentTarget.checked })}
              />
            )}
            <VisibilityEditor
              field={field}
              others={content.form.slice(0, index)}
              readOnly={readOnly}
              onChange={(next) => change(index, next)}
            />
          </li>
        ))}
      </ol>
      {!readOnly && (
        <Button iconBefore={AddIcon} onClick={() => write([...content.form, newField()])}>
          {t('settings.form.add')}
        </Button>
      )}
    </div>
  );
}

const newField = (): FormField => ({ id: newId('field'), type: 'text', label: { en: '' }, required: false });

function withHelp(field: FormField, help: NonNullable<FormField['help']>): FormField {
  const { help: _old, ...rest } = field;
  return help.en === '' && help.ru === undefined ? rest : { ...rest, help };
}
