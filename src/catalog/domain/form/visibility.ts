import { conditionHolds, fieldsOfCondition, isEmptyAnswer } from './conditions';
import { factsIn, isFact } from './facts';
import { idIn, isQuestion, rulesOf, writtenAnswer } from '../field-types';
import type { Answer, Answers, FormCondition, FormField, FormRule, RuleEffect, Text } from '../model';
import type { Others } from '../field-types/rules';
import { sectionsOf } from './sections-of-form';

export interface FieldState {
  /** The field as it is asked now: its label, help and options. */
  readonly field: FormField;
  readonly visible: boolean;
  readonly required: boolean;
  readonly readOnly: boolean;
  /** What would be sent; `null` for nothing, as of all that is hidden and not kept. */
  readonly answer: Answer;
}

type FieldEffect = Extract<RuleEffect, { readonly field: string }>;

/**
 * What a form asks, for these answers and the facts that go with them. Rules hold in their order: where two disagree about a field, the first does. One that
 * requires a field which is empty beats those that hide it or make it read-only, or else nobody could answer; an explicit rule
 * beats the field's own `visibleWhen`. A field that some rule shows is hidden while none does. What is hidden counts as
 * unanswered for the conditions of others, unless it is kept, and with a section all that stands in it is hidden. A field is
 * never required while hidden. `held` is what stands in a field while a rule makes it read-only, whatever else is answered.
 */
export function formState(
  form: readonly FormField[],
  answers: Answers,
  rules: readonly FormRule[] = [],
  held: Answers = {},
): ReadonlyMap<string, FieldState> {
  const fields = new Map(form.map((field) => [field.id, field]));
  const sections = sectionsOf(form);
  const known = new Map<string, FieldState>();

  const holds = (condition: FormCondition | undefined): boolean =>
    condition === undefined || conditionHolds(condition, seenBy(condition));
  const seenBy = (condition: FormCondition): Answers =>
    Object.fromEntries(
      fieldsOfCondition(condition).flatMap((id) => {
        const answer = answerTo(id);
        return answer === undefined ? [] : [[id, answer]];
      }),
    );
  const answerTo = (id: string): Answer | undefined => {
    if (isFact(id)) return answers[id];
    const field = fields.get(id);
    return field === undefined ? null : stateOf(field).answer;
  };
  const others: Others = {
    answer: (id) => answerTo(id) ?? null,
    words: (id) => {
      const field = fields.get(id);
      return field === undefined ? '' : writtenAnswer(field, answerTo(id), NO_NAMES);
    },
  };
  const effectsOn = (id: string, isWanted: (effect: FieldEffect) => boolean): readonly FieldEffect[] =>
    rules.flatMap((rule) => {
      const wanted = rule.then.filter((effect) => isOn(effect, id)).filter(isWanted);
      return wanted.length > 0 && holds(rule.when) ? wanted : [];
    });

  const givenTo = (id: string): Answer => {
    const isHeld = Object.hasOwn(held, id) && effectsOn(id, (effect) => effect.do === 'readOnly').length > 0;
    return (isHeld ? held[id] : answers[id]) ?? null;
  };

  const stateOf = (field: FormField): FieldState => {
    const before = known.get(field.id);
    if (before !== undefined) return before;
    // What a cycle would meet; publishing refuses cycles.
    known.set(field.id, { field, visible: false, required: false, readOnly: false, answer: null });
    const effects = effectsOn(field.id, decidesAnswers);
    const does = (what: FieldEffect['do']) => effects.some((effect) => effect.do === what);
    const offered = offeredIn(field, effects);
    const isWanted = does('require');
    const forced = effects.find(
      (effect) => effect.do === 'set' || (effect.do === 'clear' && !isWanted && !field.required),
    );
    const { compute } = rulesOf(field);
    const given = compute
      ? compute(field.formula ?? '', others)
      : forced
        ? forcedAnswer(forced)
        : takenBy(offered, givenTo(field.id), effects);
    const section = sections.get(field.id);
    const isAsked =
      (section === undefined || stateOf(section).visible) &&
      ((isWanted && isEmptyAnswer(given)) || isShown(field, effects));
    const visible = isAsked && !rulesOf(field).isHidden;
    const state: FieldState = {
      field: offered,
      visible,
      required: visible && (field.required || isWanted) && isQuestion(field) && compute === undefined,
      readOnly: forced !== undefined || compute !== undefined,
      answer: isAsked || does('keep') ? given : null,
    };
    known.set(field.id, state);
    return state;
  };
  const isShown = (field: FormField, effects: readonly FieldEffect[]): boolean => {
    const said = effects.find((effect) => effect.do === 'show' || effect.do === 'hide');
    if (said !== undefined) return said.do === 'show';
    const isForRules = rules.some(({ then }) =>
      then.some((each) => each.do === 'show' && isOn(each, field.id)),
    );
    return isForRules ? false : holds(field.visibleWhen);
  };

  for (const field of form) stateOf(field);
  return new Map(form.map((field) => [field.id, inWords(stateOf(field))]));

  /** What nothing else depends on: whether its own condition requires it, whether it may be changed, and its words. */
  function inWords(state: FieldState): FieldState {
    const { id, requiredWhen } = state.field;
    const effects = effectsOn(id, (effect) => !decidesAnswers(effect));
    const textOf = (what: 'relabel' | 'help') =>
      effects.find((effect): effect is Extract<FieldEffect, { text: Text }> => effect.do === what)?.text;
    const [label, help] = [textOf('relabel'), textOf('help')];
    const required =
      state.required ||
      (state.visible &&
        !state.readOnly &&
        requiredWhen !== undefined &&
        isQuestion(state.field) &&
        holds(requiredWhen));
    const isFixed = state.readOnly || effects.some((effect) => effect.do === 'readOnly');
    return {
      ...state,
      field: label || help ? { ...state.field, ...(label && { label }), ...(help && { help }) } : state.field,
      required,
      readOnly: isFixed && !(required && isEmptyAnswer(state.answer)),
    };
  }
}

const NO_NAMES: ReadonlyMap<string, string> = new Map();

const isOn = (effect: RuleEffect, id: string): effect is FieldEffect =>
  'field' in effect && effect.field === id;

/** Whether other fields may depend on what an effect does. */
export const decidesAnswers = ({ do: what }: RuleEffect): boolean =>
  !['readOnly', 'relabel', 'help', 'refuse', 'block', 'lead'].includes(what);

function offeredIn(field: FormField, effects: readonly FieldEffect[]): FormField {
  const offer = effects.find((effect) => effect.do === 'offer');
  if (offer === undefined || field.options === undefined) return field;
  const wanted = new Set(offer.options.map(idIn));
  return { ...field, options: field.options.filter(({ id }) => wanted.has(idIn(id))) };
}

const forcedAnswer = (effect: FieldEffect): Answer => (effect.do === 'set' ? effect.value : null);

/** What of an answer the field takes while some of its options are not offered. */
function takenBy(field: FormField, given: Answer, effects: readonly FieldEffect[]): Answer {
  const { fit } = rulesOf(field);
  const isNarrowed = effects.some((effect) => effect.do === 'offer');
  return fit && isNarrowed && !isEmptyAnswer(given) ? fit(given, field) : given;
}

/** The answers with what stands in the fields that are read-only for them: nobody gave it, and nobody can give another. */
export function withHeld(
  { form, rules }: { readonly form: readonly FormField[]; readonly rules?: readonly FormRule[] | undefined },
  answers: Answers,
  held: Answers,
): Answers {
  const ids = Object.keys(held);
  if (ids.length === 0) return answers;
  const state = formState(form, answers, rules, held);
  const fixed = ids.filter((id) => state.get(id)?.readOnly);
  return { ...answers, ...Object.fromEntries(fixed.map((id) => [id, held[id] ?? null])) };
}

/** Of the answers those that would be sent, of what is shown and what is kept, and the facts that go with them. */
export const sentAnswers = (state: ReadonlyMap<string, FieldState>, answers: Answers): Answers => ({
  ...Object.fromEntries([...state].map(([id, { answer }]) => [id, answer])),
  ...factsIn(answers),
});

/** The fields whose answers the rules refuse, as they would be sent, each with what the first such rule says. */
export function refusedBy(
  state: ReadonlyMap<string, FieldState>,
  given: Answers,
  rules: readonly FormRule[] = [],
): ReadonlyMap<string, Text> {
  const answers = sentAnswers(state, given);
  const refused = new Map<string, Text>();
  for (const { when, then } of rules) {
    const refusals = then.filter((effect) => effect.do === 'refuse');
    if (refusals.length === 0 || (when !== undefined && !conditionHolds(when, answers))) continue;
    for (const { field, text } of refusals) if (!refused.has(field)) refused.set(field, text);
  }
  return refused;
}

/** Why the form can't be sent as it is filled: what the first rule says that forbids it; `null` when none does. */
export function blockedBy(
  state: ReadonlyMap<string, FieldState>,
  given: Answers,
  rules: readonly FormRule[] = [],
): Text | null {
  return ofTheForm('block', state, given, rules)?.text ?? null;
}

/** What people are led to in the place of sending, by the first rule that does; `null` when none does. */
export const ledBy = (
  state: ReadonlyMap<string, FieldState>,
  given: Answers,
  rules: readonly FormRule[] = [],
): FormEffect<'lead'> | null => ofTheForm('lead', state, given, rules);

type FormEffect<What extends RuleEffect['do']> = Extract<RuleEffect, { readonly do: What }>;

/** The first effect of its kind on the form as a whole. */
function ofTheForm<What extends 'block' | 'lead'>(
  what: What,
  state: ReadonlyMap<string, FieldState>,
  given: Answers,
  rules: readonly FormRule[],
): FormEffect<What> | null {
  const answers = sentAnswers(state, given);
  for (const { when, then } of rules) {
    const found = then.find((effect): effect is FormEffect<What> => effect.do === what);
    if (found && (when === undefined || conditionHolds(when, answers))) return found;
  }
  return null;
}
