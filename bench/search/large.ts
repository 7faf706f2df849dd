/** Three hundred items of the size that real ones have, in words as different as those of real texts. */
import type { ItemCard } from '../../src/catalog/domain/call-answers';
import { generator } from '../sla/measure';

const ITEMS = 300;
const LATIN = 'ba ce di fo gu ha je ki lo mu na pe qui ro su ta ve wi xo zu'.split(' ');
const CYRILLIC = 'ба ве ги до жу за ке ли мо ну па ре си то фу ха це чи шо ща'.split(' ');

/** The items and the words of their descriptions and forms: some 6,000 different words. */
export function largeSite(): { readonly cards: readonly ItemCard[]; readonly words: Map<string, string> } {
  const random = generator(7);
  const below = (most: number) => Math.floor(random() * most);
  const word = (syllables: readonly string[]) =>
    Array.from({ length: 3 }, (_, at) => syllables[below(at === 0 ? 8 : syllables.length)] ?? '').join('');
  const text = (count: number) => ({
    en: Array.from({ length: count }, () => word(LATIN)).join(' '),
    ru: Array.from({ length: count }, () => word(CYRILLIC)).join(' '),
  });
  const cards = Array.from({ length: ITEMS }, (_, n) => ({
    id: `item-${n}`,
    name: text(4),
    summary: text(10),
    categoryIds: [],
    icon: 'box',
    keywords: Object.values(text(4)).flatMap((said) => said.split(' ')),
  }));
  const words = new Map(cards.map(({ id }) => [id, Object.values(text(70)).join(' ').slice(0, 800)]));
  return { cards, words };
}
