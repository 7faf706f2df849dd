import { error } from '../../kernel/finding';
import { checkCondition, duplicates } from './check-form';
import { isDestination } from './check-kind';
import { ANY_DATE, isAnswerable, isQuestion, problemOfAnswer, rulesOf } from './field-types';
import type { ItemProblem } from './item-problem';
import type { FormField, FormRule, RuleEffect } from './model';

/** What an editor must mend in the rules of a form before it can be published. */
export function checkRules(
  rules: readonly FormRule[],
  byId: ReadonlyMap<string, FormField>,
): readonly ItemProblem[] {
  return [
    ...duplicates(rules.map(({ id }) => id)).map((id) => error('duplicateRule', `rules.${id}`, { rule: id })),
    ...rules.flatMap((rule, index) => {
      const at = `rules.${rule.id}`;
      const name = { rule: rule.name.trim() || index + 1 };
      return [
        ...checkCondition(rule.when, `${at}.when`, byId),
        ...(rule.then.length === 0 ? [error('ruleDoesNothing', at, name)] : []),
        ...(rule.when === undefined && rule.then.some((effect) => effect.do === 'refuse')
          ? [error('refusesAlways', at, name)]
          : []),
        ...(rule.then.some((effect) => isUnfit(effect, byId)) ? [error('unfitEffect', at, name)] : []),
      ];
    }),
  ];
}

/** Whether a field can't be done what a rule says, or nothing is said where words are needed. */
function isUnfit(effect: RuleEffect, byId: ReadonlyMap<string, FormField>): boolean {
  if (effect.do === 'block') return effect.text.en.trim() === '';
  if (effect.do === 'lead') return effect.to ? !isDestination(effect.to) : effect.text.en.trim() === '';
  const field = byId.get(effect.field);
  if (field === undefined) return true;
  switch (effect.do) {
    case 'show':
    case 'hide':
      return false;
    case 'relabel':
    case 'help':
      return effect.text.en.trim() === '';
    case 'refuse':
      return !isQuestion(field) || effect.text.en.trim() === '';
    case 'set':
      return !isAnswerable(field) || problemOfAnswer(field, effect.value, ANY_DATE) !== null;
    case 'offer':
      return !effect.options.some((id) => field.options?.some((option) => option.id === id));
    default:
      return !isQuestion(field) || rulesOf(field).compute !== undefined;
  }
}
