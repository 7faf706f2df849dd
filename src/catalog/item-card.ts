import type { ItemCard } from './contract';
import type { PublishedItem } from './domain/model';

/** An item as the portal lists it, with the words a search should find it by. */
export function cardOf({ id, version, content }: PublishedItem): ItemCard {
  const labels = content.form.flatMap((field) => [field.label.en, field.label.ru ?? '']);
  const titles = content.articles.map((article) => article.title);
  return {
    id,
    version,
    name: content.name,
    summary: content.summary,
    categoryIds: content.categoryIds,
    icon: content.icon,
    keywords: content.keywords,
    ...(content.price && { price: content.price }),
    searchText: [...labels, ...titles].filter(Boolean).join(' ').slice(0, 2_000),
  };
}
