import { localized, t } from '../../../shared/i18n';
import type { InputProps } from './types';

/** What a list to choose from is told of its question. */
export const selectOf = ({ id, field, isInvalid, describedBy, onLeave }: InputProps) => ({
  inputId: id,
  'aria-label': localized(field.label),
  'aria-invalid': isInvalid,
  descriptionId: describedBy,
  isInvalid,
  placeholder: field.placeholder ? localized(field.placeholder) : t('portal.form.choose'),
  noOptionsMessage: () => t('portal.form.noOption'),
  onBlur: onLeave,
});
