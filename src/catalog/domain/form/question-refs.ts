/** Everything in an item that refers to a question of its form, in its own order. */
import { mapLeaves } from '../../../kernel/map-leaves';
import { refsIn, refTo, type Visit } from '../../../kernel/refs';
import { isFact } from './facts';
import type { AnswerTest, FormCondition, FormField, FormRule, ItemContent, ValueSource } from '../model';
import { withQuestions } from '../texts/template';

/** The item with every question, and whatever refers to it, under the id that `visit` answers; its kind is `question`. */
export function questionRefs(content: ItemContent, visit: Visit): ItemContent {
  const { form, rules, quantity, onBehalf, joining, bundle, fulfilment, approvals } = content;
  const to = (id: string, at: string): string => refTo(visit, 'question', id, at);
  const inCondition = (condition: FormCondition, at: string): FormCondition =>
    mapLeaves(condition, (test): AnswerTest => {
      const field = isFact(test.field) ? test.field : to(test.field, at);
      return 'other' in test && !isFact(test.other)
        ? { ...test, field, other: to(test.other, at) }
        : { ...test, field };
    });
  const inField = ({ visibleWhen, requiredWhen, formula, ...field }: FormField): FormField => ({
    ...field,
    id: to(field.id, `form.${field.id}`),
    ...(formula !== undefined && {
      formula: withQuestions(formula, (id) => to(id, `form.${field.id}.formula`)),
    }),
    ...(visibleWhen && { visibleWhen: inCondition(visibleWhen, `form.${field.id}.visibleWhen`) }),
    ...(requiredWhen && { requiredWhen: inCondition(requiredWhen, `form.${field.id}.requiredWhen`) }),
  });
  const inRule = ({ when, ...rule }: FormRule): FormRule => ({
    ...rule,
    ...(when && { when: inCondition(when, `rules.${rule.id}.when`) }),
    then: rule.then.map((effect) =>
      'field' in effect ? { ...effect, field: to(effect.field, `rules.${rule.id}.then`) } : effect,
    ),
  });
  const inSource = (source: ValueSource, at = 'fulfilment.mappings'): ValueSource => {
    switch (source.kind) {
      case 'constant':
      case 'fact':
        return source;
      case 'answer':
        return { ...source, field: to(source.field, at) };
      case 'matrix':
        return { ...source, rows: to(source.rows, at), columns: to(source.columns, at) };
      case 'template':
        return { ...source, template: withQuestions(source.template, (id) => to(id, at)) };
    }
  };
  return {
    ...content,
    form: form.map(inField),
    ...(rules && { rules: rules.map(inRule) }),
    ...(quantity && { quantity: { ...quantity, field: to(quantity.field, 'quantity') } }),
    ...(onBehalf && { onBehalf: { ...onBehalf, field: to(onBehalf.field, 'onBehalf') } }),
    ...(joining && { joining: { shows: to(joining.shows, 'joining') } }),
    ...(bundle && {
      bundle: bundle.map(({ when, ...part }, index) => ({
        ...part,
        ...(when && { when: inCondition(when, `bundle.${index}.when`) }),
      })),
    }),
    fulfilment: {
      ...fulfilment,
      summary: withQuestions(fulfilment.summary, (id) => to(id, 'fulfilment.summary')),
      mappings: fulfilment.mappings.map((mapping) => ({ ...mapping, source: inSource(mapping.source) })),
    },
    approvals: approvals.map(({ when, ...step }, index) => ({
      ...refsIn(visit, step, { approverField: 'question' }, `approvals.${index}`),
      ...(when && { when: inCondition(when, `approvals.${index}.when`) }),
    })),
  };
}

/**
 * The same item with questions of its own: all that pointed to one points to its copy. What points to none is left as it is, and so
 * are questions of field sets, which the set knows by their ids.
 */
export function withNewQuestions(content: ItemContent, newId: () => string): ItemContent {
  const ids = new Map(content.form.flatMap(({ id, set }) => (set === undefined ? [[id, newId()]] : [])));
  return questionRefs(content, ({ id }) => {
    const copy = ids.get(id);
    return copy === undefined ? undefined : { id: copy };
  });
}
