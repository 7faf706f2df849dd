import { leavesOf } from '../../../kernel/condition';
import { error, textParam } from '../../../kernel/finding';
import { checkCondition, duplicates } from '../form/check-form';
import { isDestination } from './check-kind';
import { ANY_DATE, isAnswerable, isQuestion, problemOfAnswer, rulesOf } from '../field-types';
import type { ItemProblem } from './item-problem';
import type { ChoiceOption, FormField, FormRule, RuleEffect } from '../model';
import { plainTexts } from '../texts/plain-texts';

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
        ...rule.then
          .flatMap((effect) => limitedOptions(effect, rule, byId))
          .map(({ label }) => error('setsOptionForGroups', at, { ...name, option: textParam(label) })),
      ];
    }),
  ];
}

/** Options for some groups alone that a rule answers with: everybody else would be left with an answer that is neither theirs nor to be changed. */
function limitedOptions(
  effect: RuleEffect,
  { when }: FormRule,
  byId: ReadonlyMap<string, FormField>,
): readonly ChoiceOption[] {
  if (effect.do !== 'set') return [];
  const set = plainTexts(effect.value);
  const { options = [] } = byId.get(effect.field) ?? {};
  const isFor = (group: string): boolean =>
    leavesOf(when).some(
      (test) => test.field === '@group' && test.op === 'is' && 'value' in test && test.value === group,
    );
  return options.filter(({ id, groups }) => groups && set.includes(id) && !groups.some(isFor));
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
      if (field.optionList !== undefined) return true;
      if (field.jiraField !== undefined) return effect.options.length === 0;
      return !effect.options.some((id) => field.options?.some((option) => option.id === id));
    default:
      return !isQuestion(field) || rulesOf(field).compute !== undefined;
  }
}
