/** What an item can be, each said in one place: what it has decides what its editor shows, what is checked and what its page does. */
import type { ItemContent } from './model';

/** What only some kinds have. */
export type ItemPart =
  /** Questions and rules. */
  | 'form'
  /** A work item: fulfilment, stages, approval, promise, price. */
  | 'work'
  /** An address or an article in the place of a form. */
  | 'opens'
  /** Its form is answered by what its rules lead to, and can't be sent. */
  | 'leads'
  /** Other items. */
  | 'bundle';

export const ITEM_KINDS = {
  request: ['form', 'work'],
  incident: ['form', 'work'],
  link: ['opens'],
  answer: ['form', 'leads'],
  bundle: ['form', 'bundle'],
} as const satisfies Record<string, readonly ItemPart[]>;

export type ItemKind = keyof typeof ITEM_KINDS;
export const ITEM_KIND_NAMES = Object.keys(ITEM_KINDS) as readonly ItemKind[];

/** Whether an item has a part, by its kind: one that does not say it is a request. */
export const hasPart = ({ kind = 'request' }: Pick<ItemContent, 'kind'>, part: ItemPart): boolean => {
  const parts: readonly ItemPart[] = ITEM_KINDS[kind];
  return parts.includes(part);
};
