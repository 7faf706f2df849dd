import { useRef } from 'react';
import { isQuestion } from '../../../../src/catalog/domain/field-types';
import type { FormField } from '../../../../src/catalog/domain/model';
import { fillTemplate } from '../../../../src/catalog/domain/texts/template';
import type { Bound } from '../../../kit/controls/bound';
import { Choice } from '../../../kit/controls/choice';
import { TextInput } from '../../../kit/controls/text-input';
import forms from '../../../kit/forms.module.css';
import { t } from '../../../shared/i18n';
import { questionOptions } from '../question-options';

interface Props extends Bound<string> {
  /** Of the input, where its label stands above. */
  readonly id?: string;
  readonly label: string;
  readonly form: readonly FormField[];
  /** Only answers can be named. */
  readonly isFormula?: boolean;
}

const NONE = '';

/** A text with placeholders, a list to put one in where the cursor is, and how it reads. */
export function TemplateInput({ id, label, form, isFormula = false, value, readOnly, onChange }: Props) {
  // Nobody was there yet: the end.
  const caret = useRef<number | null>(null);
  const placeholders = [
    ...(isFormula
      ? []
      : [
          { value: 'item', label: t('settings.template.item') },
          { value: 'requester', label: t('settings.template.requester') },
        ]),
    ...questionOptions(form.filter(isQuestion)).map(({ value: id, label: name }) => ({
      value: `field.${id}`,
      label: name,
    })),
  ];
  const quoted = (name: string) =>
    `‹${placeholders.find((placeholder) => placeholder.value === name)?.label ?? name}›`;
  const insert = (name: string): void => {
    const at = Math.min(caret.current ?? value.length, value.length);
    const next = `${value.slice(0, at)}{{${name}}}`;
    caret.current = next.length;
    onChange(next + value.slice(at));
  };
  return (
    <div>
      <div className={forms.row}>
        <span
          className={forms.grow}
          onSelect={({ target }) => {
            if (target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement)
              caret.current = target.selectionStart;
          }}
        >
          <TextInput
            {...(id === undefined ? { label } : { id })}
            {...(isFormula && { lines: 2, maxLength: 1_000 })}
            value={value}
            readOnly={readOnly}
            onChange={onChange}
          />
        </span>
        {!readOnly && (
          <Choice
            label={t('settings.template.insertInto', { label })}
            value={NONE}
            options={[{ value: NONE, label: t('settings.template.insert') }, ...placeholders]}
            onChange={(name) => name !== NONE && insert(name)}
          />
        )}
      </div>
      <span className={forms.hint}>
        {t('settings.template.reads', {
          text: fillTemplate(value, {
            item: quoted('item'),
            requester: quoted('requester'),
            field: (field) => quoted(`field.${field}`),
          }),
        })}
      </span>
    </div>
  );
}
