import { MOST_FILES } from '../../catalog/domain/field-types';
import type { FormField } from '../../catalog/domain/model';

/** Files that no question asks for: any that the site takes. */
export const ANY_FILES: FormField = {
  id: 'any-files',
  type: 'file',
  // Its words are the screen's.
  label: { en: '' },
  required: false,
  max: MOST_FILES,
};
