import type { Condition } from '../model';
import { fieldName, namesOr, valueName, type Words } from './names';

/** A condition as a sentence: `priority is High or Highest and (location is Berlin or location is empty)`. */
export function conditionText(condition: Condition, words: Words, nested = false): string {
  if ('all' in condition) return combined(condition.all, 'and', words, nested);
  if ('any' in condition) return combined(condition.any, 'or', words, nested);
  if ('not' in condition)
    return words.say('sla.condition.not', { condition: conditionText(condition.not, words) });
  const field = fieldName(condition.field, words);
  switch (condition.op) {
    case 'in':
    case 'notIn': {
      const names = condition.values.map((value) => valueName(condition.field, value, words));
      return words.say(`sla.condition.${condition.op}`, { field, values: namesOr(names, words) });
    }
    case 'set':
    case 'empty':
      return words.say(`sla.condition.${condition.op}`, { field });
    case 'gt':
    case 'gte':
    case 'lt':
    case 'lte':
      return words.say(`sla.condition.${condition.op}`, { field, value: String(condition.value) });
  }
}

function combined(parts: readonly Condition[], how: 'and' | 'or', words: Words, nested: boolean): string {
  if (parts.length === 0) return words.say(`sla.condition.${how === 'and' ? 'everything' : 'nothing'}`);
  const text = parts
    .map((part) => conditionText(part, words, parts.length > 1))
    .join(` ${words.say(`sla.condition.${how}`)} `);
  return nested && parts.length > 1 ? `(${text})` : text;
}
