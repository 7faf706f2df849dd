import type { FormField } from '../../../src/catalog/domain/model';
import type { Option } from '../../kit/controls/option';
import { localized } from '../../shared/i18n';

/** Questions of a form to choose from, by their labels; one that has none yet by its id. */
export const questionOptions = (questions: readonly FormField[]): readonly Option[] =>
  questions.map(({ id, label }) => ({ value: id, label: localized(label) || id }));
