import { type FieldUse, type OfAForm, usesOfField } from '../../../../src/catalog/domain/form/field-uses';
import type { FormField } from '../../../../src/catalog/domain/model';
import { ConfirmDialog } from '../../../kit/dialogs/confirm-dialog';
import forms from '../../../kit/forms.module.css';
import { localized, t } from '../../../shared/i18n';
import { labelOfField } from './field-copies';

interface Props {
  readonly field: FormField;
  readonly content: OfAForm;
  readonly onDelete: () => void;
  readonly onClose: () => void;
}

/** Asks before a field is deleted, and names what refers to it. */
export function DeleteDialog({ field, content, onDelete, onClose }: Props) {
  const uses = usesOfField(content, field.id);
  const name = labelOfField(field);
  return (
    <ConfirmDialog
      title={t('kit.list.deleteAsk', { name })}
      does={t('kit.editor.delete')}
      onConfirm={() => Promise.resolve(onDelete())}
      onClose={onClose}
    >
      <p>{t('settings.form.deleteText')}</p>
      {uses.length > 0 && (
        <>
          <p>{t('settings.form.deleteUses')}</p>
          <ul className={forms.problems}>
            {uses.map((use, index) => (
              <li key={index}>{wordsOf(use)}</li>
            ))}
          </ul>
        </>
      )}
    </ConfirmDialog>
  );
}

const wordsOf = (use: FieldUse): string =>
  t(`settings.form.use.${use.kind}`, {
    name: 'field' in use ? localized(use.field) : 'jiraField' in use ? use.jiraField : '',
  });
