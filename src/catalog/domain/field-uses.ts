import { fieldsOfCondition } from './conditions';
import type { FormCondition, FormField, ItemContent, Text } from './model';
import { placeholdersOf } from './template';

/** A part of an item that looks at a field of its form. */
export type FieldUse =
  /** Another field, which is shown or required by it. */
  | { readonly kind: 'shows' | 'requires'; readonly field: Text }
  | { readonly kind: 'rule'; readonly name: string }
  /** A field of the work item. */
  | { readonly kind: 'mapping'; readonly jiraField: string }
  | { readonly kind: 'summary' | 'beneficiary' | 'approver' | 'approval' };

/** What refers to a field of the item's form, in the order of the item: what no longer works when the field is deleted. */
export function usesOfField(content: ItemContent, id: string): readonly FieldUse[] {
  const { form, rules = [], fulfilment, onBehalf, approvals } = content;
  const others = form.filter((field) => field.id !== id);
  const looks = (condition: FormCondition | undefined): boolean => fieldsOfCondition(condition).includes(id);
  const writes = (template: string): boolean => placeholdersOf(template).includes(`field.${id}`);
  const each = (kind: 'shows' | 'requires', of: (field: FormField) => FormCondition | undefined) =>
    others.filter((field) => looks(of(field))).map(({ label }) => ({ kind, field: label }));
  return [
    ...each('shows', (field) => field.visibleWhen),
    ...each('requires', (field) => field.requiredWhen),
    ...rules
      .filter(
        ({ when, then }) => looks(when) || then.some((effect) => 'field' in effect && effect.field === id),
      )
      .map(({ name }) => ({ kind: 'rule', name }) as const),
    ...(onBehalf?.field === id ? [{ kind: 'beneficiary' } as const] : []),
    ...(writes(fulfilment.summary) ? [{ kind: 'summary' } as const] : []),
    ...fulfilment.mappings
      .filter(({ source }) => {
        if (source.kind === 'template') return writes(source.template);
        if (source.kind === 'matrix') return source.rows === id || source.columns === id;
        return source.kind === 'answer' && source.field === id;
      })
      .map(({ jiraField }) => ({ kind: 'mapping', jiraField }) as const),
    ...(approvals.some(({ approverField }) => approverField === id) ? [{ kind: 'approver' } as const] : []),
    ...(approvals.some(({ when }) => looks(when)) ? [{ kind: 'approval' } as const] : []),
  ];
}
