import type { ItemCard } from '../../../src/catalog/domain/call-answers';
import type { Text } from '../../../src/catalog/domain/model';
import type { Home } from '../home-data';
import type { Carried } from './carried-answers';

/** Where answers can go whose item is not offered any more. */
export interface WayOn {
  readonly item: ItemCard;
  readonly isReplacement: boolean;
}

/** What takes the item's place, as far as the viewer may order it; else the item for everything that no other is for; `null` for neither. */
export function wayOn({ items }: Pick<Home, 'items'>, itemId: string, replacedBy: string): WayOn | null {
  const replacement = items.find(({ id }) => id === replacedBy);
  if (replacement) return { item: replacement, isReplacement: true };
  const other = items.find(({ id, catchAll }) => catchAll !== undefined && id !== itemId);
  return other ? { item: other, isReplacement: false } : null;
}

/** The answers on their way: to a replacement question by question, to the item for everything else as a text. */
export const carriedOn = (
  { item, isReplacement }: WayOn,
  begun: Omit<Carried, 'from' | 'asText'>,
  from: Text,
): Carried => ({
  ...begun,
  from,
  ...(!isReplacement && item.catchAll !== undefined && { asText: item.catchAll }),
});
