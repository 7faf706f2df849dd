import { sourceIds } from './computed';
import { fieldsOfCondition } from './conditions';
import { questionsOf } from './mapped-values';
import type { FormCondition, FormField, ItemContent, Text } from '../model';
import { questionsIn } from '../texts/template';

/** A part of an item that looks at a field of its form. */
export type FieldUse =
  /** Another field, which is shown, required or calculated by it. */
  | { readonly kind: 'shows' | 'requires' | 'calculates'; readonly field: Text }
  | { readonly kind: 'rule'; readonly name: string }
  /** A field of the work item. */
  | { readonly kind: 'mapping'; readonly jiraField: string }
  | { readonly kind: 'summary' | 'beneficiary' | 'joining' | 'approver' | 'approval' };

/** A form, and what may refer to it. */
export type OfAForm = Pick<ItemContent, 'form' | 'rules'> & Partial<ItemContent>;

/** What refers to a field of the item's form, in the order of the item: what no longer works when the field is deleted. */
export function usesOfField(content: OfAForm, id: string): readonly FieldUse[] {
  const { form, rules = [], fulfilment, onBehalf, joining, approvals = [] } = content;
  const others = form.filter((field) => field.id !== id);
  const looks = (condition: FormCondition | undefined): boolean => fieldsOfCondition(condition).includes(id);
  const each = (kind: 'shows' | 'requires', of: (field: FormField) => FormCondition | undefined) =>
    others.filter((field) => looks(of(field))).map(({ label }) => ({ kind, field: label }));
  return [
    ...each('shows', (field) => field.visibleWhen),
    ...each('requires', (field) => field.requiredWhen),
    ...others
      .filter((field) => sourceIds(field).includes(id))
      .map(({ label }) => ({ kind: 'calculates', field: label }) as const),
    ...rules
      .filter(
        ({ when, then }) => looks(when) || then.some((effect) => 'field' in effect && effect.field === id),
      )
      .map(({ name }) => ({ kind: 'rule', name }) as const),
    ...(onBehalf?.field === id ? [{ kind: 'beneficiary' } as const] : []),
    ...(joining?.shows === id ? [{ kind: 'joining' } as const] : []),
    ...(fulfilment && questionsIn(fulfilment.summary).includes(id) ? [{ kind: 'summary' } as const] : []),
    ...(fulfilment?.mappings ?? [])
      .filter((mapping) => questionsOf(mapping).includes(id))
      .map(({ jiraField }) => ({ kind: 'mapping', jiraField }) as const),
    ...(approvals.some(({ approverField }) => approverField === id) ? [{ kind: 'approver' } as const] : []),
    ...(approvals.some(({ when }) => looks(when)) ? [{ kind: 'approval' } as const] : []),
  ];
}
