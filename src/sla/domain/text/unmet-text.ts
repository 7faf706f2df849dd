import type { Condition, FieldValue, IdleReason, LocalDate, RejectedGoal, Unmet } from '../model';
import { conditionText, fieldName, type TextOptions, valueName } from './names';
import { triggerText } from './trigger-text';

/** Whether the values are those of now, or of a moment the timeline tells of. */
export type Tense = 'now' | 'then';

const WORDS = {
  en: {
    and: ' and ',
    or: ' or ',
    nothing: 'empty',
    now: (value: string) => ` (is ${value})`,
    then: (value: string) => ` (was ${value})`,
    needs: (what: string) => `needs ${what}`,
    other: (field: string, values: string) => `${field} other than ${values}`,
    filled: (field: string) => `${field} filled in`,
    empty: (field: string) => `${field} empty`,
    not: (what: string) => `not ${what}`,
    value: (value: string) => value,
    pair: (field: string, value: string) => `${field} ${value}`,
    scope: (why: string) => `outside its scope: ${why}`,
    noGoal: 'no goal matches',
    rule: (order: number, why: string) => `rule ${order} ${why}`,
    noDate: (field: string) => `${field}, which its goal is taken from, is empty`,
    agreement: (name: string, from?: string, to?: string) =>
      `its agreement ${name} is valid ${[from && `from ${from}`, to && `until ${to}`].filter(Boolean).join(' ')} only`,
    waits: (what: string) => `not started yet: it starts when ${what}`,
  },
  ru: {
    and: ' и ',
    or: ' или ',
    nothing: 'пусто',
    now: (value: string) => ` (сейчас ${value})`,
    then: (value: string) => ` (было ${value})`,
    needs: (what: string) => `нужно: ${what}`,
    other: (field: string, values: string) => `${field}, но не ${values}`,
    filled: (field: string) => `${field} заполнено`,
    empty: (field: string) => `${field} пусто`,
    not: (what: string) => `не ${what}`,
    value: (value: string) => `«${value}»`,
    pair: (field: string, value: string) => `${field} ${value}`,
    scope: (why: string) => `вне области действия: ${why}`,
    noGoal: 'ни одна цель не подошла',
    rule: (order: number, why: string) => `правило ${order} — ${why}`,
    noDate: (field: string) => `не заполнено поле «${field}», из которого берётся цель`,
    agreement: (name: string, from?: string, to?: string) =>
      `соглашение «${name}» действует только ${[from && `с ${from}`, to && `по ${to}`].filter(Boolean).join(' ')}`,
    waits: (what: string) => `ещё не начато; начнётся, когда: ${what}`,
  },
} as const;

const SIGNS = { gt: '>', gte: '≥', lt: '<', lte: '≤' } as const;

const valuesText = (field: string, values: FieldValue, options: TextOptions): string => {
  const words = WORDS[options.locale];
  if (values.length === 0) return words.nothing;
  return values.map((each) => words.value(valueName(field, each, options.names))).join(words.or);
};

/** What a condition asks for, as the object of "needs": `priority High or Highest`. */
const wanted = (condition: Condition, options: TextOptions): string => {
  const words = WORDS[options.locale];
  if ('not' in condition) return words.not(`(${conditionText(condition.not, options)})`);
  if (!('field' in condition)) return conditionText(condition, options);
  const field = fieldName(condition.field, options);
  switch (condition.op) {
    case 'in':
      return words.pair(field, valuesText(condition.field, condition.values, options));
    case 'notIn':
      return words.other(field, valuesText(condition.field, condition.values, options));
    case 'set':
      return words.filled(field);
    case 'empty':
      return words.empty(field);
    case 'gt':
    case 'gte':
    case 'lt':
    case 'lte':
      return `${field} ${SIGNS[condition.op]} ${condition.value}`;
  }
};

/** The field a failing condition is about; undefined when it is about several. */
export const fieldIn = (condition: Condition): string | undefined => {
  if ('not' in condition) return fieldIn(condition.not);
  return 'field' in condition ? condition.field : undefined;
};

const partText = (part: Unmet, options: TextOptions, tense: Tense): string => {
  const words = WORDS[options.locale];
  if ('anyOf' in part) return part.anyOf.map((each) => partsText(each, options, tense)).join(words.or);
  const { condition, actual } = part;
  const field = fieldIn(condition);
  const told = field === undefined ? '' : words[tense](valuesText(field, actual, options));
  return `${wanted(condition, options)}${told}`;
};

const partsText = (unmet: readonly Unmet[], options: TextOptions, tense: Tense): string =>
  unmet.map((part) => partText(part, options, tense)).join(WORDS[options.locale].and);

/** What was missing: `needs priority High (is Medium) and type Incident (is Task)`. Empty when nothing was. */
export const unmetText = (unmet: readonly Unmet[], options: TextOptions, tense: Tense = 'now'): string =>
  unmet.length === 0 ? '' : WORDS[options.locale].needs(partsText(unmet, options, tense));

/** Why a goal was passed over. */
export const rejectedText = (goal: RejectedGoal, options: TextOptions, tense: Tense = 'then'): string =>
  unmetText(goal.unmet, options, tense) || options.say('sla.cause.rejected');

const dayText = (date: LocalDate | undefined, { locale }: TextOptions): string | undefined =>
  date &&
  new Intl.DateTimeFormat(locale === 'ru' ? 'ru-RU' : 'en-GB', {
    timeZone: 'UTC',
    day: 'numeric',
    month: 'short',
    year: 'numeric',
  }).format(Date.parse(date));

/** Why a metric has no cycle, as the end of a sentence: `no goal matches: rule 1 needs priority High (is Medium)`. */
export const idleText = (idle: IdleReason, options: TextOptions): string => {
  const words = WORDS[options.locale];
  switch (idle.kind) {
    case 'scope':
      return words.scope(unmetText(idle.unmet, options));
    case 'noGoal': {
      const rules = idle.goals.map((goal, i) => words.rule(i + 1, rejectedText(goal, options, 'now')));
      return rules.length === 0 ? words.noGoal : `${words.noGoal}: ${rules.join('; ')}`;
    }
    case 'noDate':
      return words.noDate(fieldName(idle.field, options));
    case 'agreement':
      return words.agreement(idle.name, dayText(idle.validFrom, options), dayText(idle.validTo, options));
    case 'notStarted':
      return words.waits(idle.start.map((each) => triggerText(each, options)).join(words.or));
  }
};
