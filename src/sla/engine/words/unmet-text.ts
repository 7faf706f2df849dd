import type { Condition, FieldValue, IdleReason, LocalDate, RejectedGoal, Unmet } from '../model';
import { conditionText } from './condition-text';
import { alternatives, fieldName, type TextOptions, valueName, type Words } from './names';
import { triggerText } from './trigger-text';

/** Whether the values are those of now, or of a moment the timeline tells of. */
export type Tense = 'now' | 'then';

const valuesText = (field: string, values: FieldValue, words: Words): string => {
  if (values.length === 0) return words.say('sla.unmet.nothing');
  const named = values.map((each) => words.say('sla.unmet.value', { value: valueName(field, each, words) }));
  return alternatives(named, words);
};

/** What a condition asks for, as the object of "needs": `priority High or Highest`. */
const wanted = (condition: Condition, words: Words): string => {
  if (!('field' in condition)) return conditionText(condition, words);
  const field = fieldName(condition.field, words);
  switch (condition.op) {
    case 'in':
    case 'notIn': {
      const values = valuesText(condition.field, condition.values, words);
      return words.say(`sla.unmet.${condition.op}`, { field, values });
    }
    case 'set':
    case 'empty':
      return words.say(`sla.unmet.${condition.op}`, { field });
    case 'gt':
    case 'gte':
    case 'lt':
    case 'lte':
      return conditionText(condition, words);
  }
};

/** The field a failing condition is about; undefined when it is about several. */
const fieldIn = (condition: Condition): string | undefined => {
  if ('not' in condition) return fieldIn(condition.not);
  return 'field' in condition ? condition.field : undefined;
};

const partText = (part: Unmet, words: Words, tense: Tense): string => {
  if ('anyOf' in part && part.anyOf.length === 0) return words.say('sla.unmet.never');
  if ('anyOf' in part)
    return alternatives(
      part.anyOf.map((each) => partsText(each, words, tense)),
      words,
    );
  const { condition, actual } = part;
  const field = fieldIn(condition);
  const told = wanted(condition, words);
  if (field === undefined) return told;
  return words.say(`sla.unmet.${tense}`, { wanted: told, actual: valuesText(field, actual, words) });
};

const partsText = (unmet: readonly Unmet[], words: Words, tense: Tense): string =>
  unmet.map((part) => partText(part, words, tense)).join(` ${words.say('sla.condition.and')} `);

/** What was missing: `needs priority High (is Medium) and type Incident (is Task)`. Empty when nothing was. */
export const unmetText = (unmet: readonly Unmet[], words: Words, tense: Tense = 'now'): string =>
  unmet.length === 0 ? '' : words.say('sla.unmet.needs', { what: partsText(unmet, words, tense) });

/** Why a goal was passed over. */
export const rejectedText = (goal: RejectedGoal, words: Words, tense: Tense = 'then'): string =>
  unmetText(goal.unmet, words, tense) || words.say('sla.cause.rejected');

const dayText = (date: LocalDate, { locale }: Pick<TextOptions, 'locale'>): string =>
  new Intl.DateTimeFormat(locale === 'ru' ? 'ru-RU' : 'en-GB', {
    timeZone: 'UTC',
    day: 'numeric',
    month: 'short',
    year: 'numeric',
  }).format(Date.parse(date));

/** Why a metric has no cycle, as the end of a sentence: `no goal matches: rule 1 needs priority High (is Medium)`. */
export const idleText = (idle: IdleReason, options: Words & Pick<TextOptions, 'locale'>): string => {
  const { say } = options;
  switch (idle.kind) {
    case 'scope':
      return say('sla.idle.scope', { why: unmetText(idle.unmet, options) });
    case 'noGoal': {
      const rules = idle.goals.map((goal, i) =>
        say('sla.idle.rule', { n: i + 1, why: rejectedText(goal, options, 'now') }),
      );
      return rules.length === 0 ? say('sla.idle.noGoal') : `${say('sla.idle.noGoal')}: ${rules.join('; ')}`;
    }
    case 'noDate':
      return say('sla.idle.noDate', { field: fieldName(idle.field, options) });
    case 'agreement': {
      const { name, validFrom, validTo } = idle;
      const from = validFrom === undefined ? '' : say('sla.idle.from', { date: dayText(validFrom, options) });
      const to = validTo === undefined ? '' : say('sla.idle.until', { date: dayText(validTo, options) });
      return say('sla.idle.agreement', { name, span: `${from} ${to}`.trim() });
    }
    case 'notStarted': {
      const starts = idle.start.map((each) => triggerText(each, options));
      return say('sla.idle.waits', { what: alternatives(starts, options) });
    }
  }
};
