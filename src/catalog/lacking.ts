import type { ItemSurroundings } from './domain/check-item';
import type { ItemContent } from './domain/model';
import { listedIn } from './option-lists';
import { lacksPicture } from './pictures';

/** What checks must know of what an item has under keys of its own: its picture and its long lists. */
export async function lacking(
  itemId: string,
  content: ItemContent,
): Promise<Pick<ItemSurroundings, 'lacksPicture' | 'listed'>> {
  const [isLacking, listed] = await Promise.all([lacksPicture(itemId, content), listedIn(content.form)]);
  return { lacksPicture: isLacking, listed };
}
