import type { Condition } from '../../../src/sla/engine/model';
import * as rules from '../../../src/sla/engine/words/condition-text';
import type { Words } from '../../../src/sla/engine/words/names';
import { t } from '../../shared/i18n';
import type { FieldCatalog } from './field-catalog';

/** How rules are put into words here: the viewer's language, and Jira's names of fields and values. */
export const wordsOf = (catalog: FieldCatalog): Words => ({
  say: t,
  nameOf: (of, id) => (of === 'field' ? catalog.fieldName(id) : catalog.valueName(of, id)),
});

/** A condition as a sentence in Jira's words: `Priority is High or Highest and Location is Berlin`. */
export const conditionText = (condition: Condition, catalog: FieldCatalog): string =>
  rules.conditionText(condition, wordsOf(catalog));
