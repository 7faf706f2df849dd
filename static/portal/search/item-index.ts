import type { ItemCard } from '../../../src/catalog/domain/call-answers';
import type { LocalizedText } from '../../../src/kernel/text';
import { indexTexts, type TextIndex } from './text-index';

const WEIGHT = { name: 10, keywords: 9, summary: 4, categories: 3, other: 2 };
/** How much being the most popular weighs against a better match. */
const POPULAR = 0.15;

/** What a text says in all its languages. */
export const saidIn = (text: LocalizedText): string => Object.values(text).join(' ');

/** The index of what somebody may order, by words of every language at once. */
export function indexItems(
  items: readonly ItemCard[],
  categoryNames: ReadonlyMap<string, string>,
  /** Most popular first. */
  popular: readonly string[],
  /** What else items are found by, by id: words with a blank between them. */
  words: ReadonlyMap<string, string>,
): TextIndex {
  const ranks = new Map(popular.map((id, rank) => [id, 1 - rank / popular.length]));
  return indexTexts(
    items.map((item) => ({
      id: item.id,
      parts: [
        [saidIn(item.name), WEIGHT.name],
        [item.keywords.join(' '), WEIGHT.keywords],
        [saidIn(item.summary), WEIGHT.summary],
        [item.categoryIds.map((id) => categoryNames.get(id) ?? '').join(' '), WEIGHT.categories],
        [words.get(item.id)?.split(' ') ?? [], WEIGHT.other],
      ],
      boost: 1 + POPULAR * (ranks.get(item.id) ?? 0),
    })),
  );
}
