import type { Item } from '../catalog/domain/model';

/** What a row of the health page calls an item, in every language it has. */
export const namesOf = ({ content: { name } }: Item): Readonly<Record<string, string>> => ({
  item: name.en,
  ...(name.ru ? { itemRu: name.ru } : {}),
});
