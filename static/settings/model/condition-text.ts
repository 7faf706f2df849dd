import type { Condition } from '../../../src/sla/domain/model';
import { t } from '../../shared/i18n';
import type { FieldCatalog } from './field-catalog';

/** A condition as a sentence in Jira's words: `Priority is High or Highest and Location is Berlin`. */
export function conditionText(condition: Condition, catalog: FieldCatalog, nested = false): string {
  if ('all' in condition) return group(condition.all, t('settings.condition.and'), catalog, nested);
  if ('any' in condition) return group(condition.any, t('settings.condition.or'), catalog, nested);
  if ('not' in condition)
    return t('settings.condition.not', { condition: conditionText(condition.not, catalog, true) });
  const field = catalog.fieldName(condition.field);
  switch (condition.op) {
    case 'in':
    case 'notIn': {
      const or = ` ${t('settings.condition.or')} `;
      const values = condition.values.map((value) => catalog.valueName(condition.field, value)).join(or);
      return t(condition.op === 'in' ? 'settings.condition.is' : 'settings.condition.isNot', {
        field,
        values,
      });
    }
    case 'set':
    case 'empty':
      return t(`settings.condition.${condition.op}`, { field });
    case 'gt':
    case 'gte':
    case 'lt':
    case 'lte':
      return t(`settings.condition.${condition.op}`, { field, value: String(condition.value) });
  }
}

function group(parts: readonly Condition[], word: string, catalog: FieldCatalog, nested: boolean): string {
  if (parts.length === 0) return t('settings.condition.everything');
  const text = parts.map((part) => conditionText(part, catalog, parts.length > 1)).join(` ${word} `);
  return nested && parts.length > 1 ? `(${text})` : text;
}
