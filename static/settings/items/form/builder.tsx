import { lazy, Suspense, useEffect, useMemo, useRef, useState } from 'react';
import { checkForm } from '../../../../src/catalog/domain/form/check-form';
import { withType } from '../../../../src/catalog/domain/field-types';
import type { OfAForm } from '../../../../src/catalog/domain/form/field-uses';
import type { FieldType, FormField } from '../../../../src/catalog/domain/model';
import { useAddressParam } from '../../../kit/address/use-address-param';
import { OrderedList } from '../../../kit/controls/ordered-list';
import { add, elements, type Field, part } from '../../../kit/fields/field';
import forms from '../../../kit/forms.module.css';
import { t } from '../../../shared/i18n';
import { newId } from '../../model/new-id';
import { copyOfField, nameOfField } from './field-copies';
import { QuestionRow } from './question-row';
import type { FormParts } from './form-parts';
import { RulesEditor } from './rules-editor';
import { TypePicker } from './type-picker';

const DeleteDialog = lazy(() => import('./delete-dialog').then((m) => ({ default: m.DeleteDialog })));

const SetsOfForm = lazy(() => import('./sets-of-form').then((m) => ({ default: m.SetsOfForm })));

interface Props {
  readonly item: Field<FormParts>;
  /** What may refer to the form. */
  readonly content: OfAForm;
  /** Whether field sets may be put into it. */
  readonly takesSets?: boolean;
}

/** The fields of a form in order, one of them open; the address says which. */
export function Builder({ item, content, takesSets = false }: Props) {
  const form = part(item, 'form');
  const fields = elements(form);
  const [open, setOpen] = useAddressParam('field');
  const [deleting, setDeleting] = useState<FormField | null>(null);
  const problems = useMemo(() => checkForm(form.value, item.value.rules), [form.value, item.value.rules]);

  const added = useRef<string | null>(null);
  useEffect(() => {
    const index = form.value.findIndex(({ id }) => id === added.current);
    if (index < 0) return;
    added.current = null;
    document.querySelector<HTMLElement>(`[data-problem-path="form.${index}.label"] input`)?.focus();
  }, [form.value]);
  const addOf = (type: FieldType): void => {
    const field = newField(type);
    added.current = field.id;
    add(form, field);
    setOpen(field.id);
  };
  const duplicate = (index: number): void => {
    const copy = form.value[index] && copyOfField(form.value[index]);
    if (copy === undefined) return;
    added.current = copy.id;
    form.onChange([...form.value.slice(0, index + 1), copy, ...form.value.slice(index + 1)]);
    setOpen(copy.id);
  };
  return (
    <div className={forms.panel}>
      {fields.length === 0 && <p className={forms.hint}>{t('settings.form.empty')}</p>}
      <OrderedList
        elements={form.value}
        nameOf={nameOfField}
        readOnly={form.readOnly}
        removable={false}
        onChange={form.onChange}
        render={(_, index, controls) => {
          const field = fields[index];
          if (field === undefined) return null;
          const { id } = field.value;
          return (
            <QuestionRow
              field={field}
              form={form.value}
              problems={problems.filter(({ at }) => at === `form.${id}` || at.startsWith(`form.${id}.`))}
              isOpen={id === open}
              controls={controls}
              onOpen={() => setOpen(id === open ? '' : id)}
              onDuplicate={() => duplicate(index)}
              onDelete={() => setDeleting(field.value)}
            />
          );
        }}
      />
      {!form.readOnly && <TypePicker onPick={addOf} />}
      {takesSets && (
        <Suspense fallback={null}>
          <SetsOfForm item={item} />
        </Suspense>
      )}
      <RulesEditor item={item} />
      <Suspense fallback={null}>
        {deleting !== null && (
          <DeleteDialog
            field={deleting}
            content={content}
            onDelete={() => {
              form.onChange(form.value.filter(({ id }) => id !== deleting.id));
              setDeleting(null);
            }}
            onClose={() => setDeleting(null)}
          />
        )}
      </Suspense>
    </div>
  );
}

const newField = (type: FieldType): FormField =>
  withType({ id: newId('field'), type, label: { en: '' }, required: false }, type);
