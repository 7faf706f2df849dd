import { describe, expect, it } from '@jest/globals';
import type { ItemCard } from '../../../src/catalog/domain/call-answers';
import { indexItems } from './item-index';

const card = (id: string, en: string, ru: string, more: Partial<ItemCard> = {}): ItemCard => ({
  id,
  name: { en, ru },
  summary: { en: '', ru: '' },
  categoryIds: [],
  icon: 'box',
  keywords: [],
  ...more,
});

const ITEMS = [
  card('laptop', 'New laptop', 'Новый ноутбук', { keywords: ['notebook', 'компьютер'] }),
  card('newcomer', 'A newcomer joins my team', 'Новый сотрудник', {
    summary: { en: 'Contract, desk, laptop and accounts.' },
  }),
  card('vpn', 'VPN access', 'Доступ к VPN', { categoryIds: ['access'] }),
  card('printer', 'Printer is broken', 'Не печатает принтер'),
];
const words = new Map([['printer', 'which floor емкость лотка']]);
const index = indexItems(ITEMS, new Map([['access', 'Access Доступы']]), [], words);
const idsOf = (found: ReturnType<typeof index.search>) => found.found.map(({ id }) => id);
const search = (query: string) => idsOf(index.search(query));

describe('search over the catalog', () => {
  it('finds an English and a Russian name of the same item', () => {
    expect(search('laptop')[0]).toBe('laptop');
    expect(search('ноутбук')[0]).toBe('laptop');
  });

  it('finds a name in a language that the site has added', () => {
    const scanner = card('scanner', 'Scanner', 'Сканер', { name: { en: 'Scanner', de: 'Lesegerät' } });
    expect(idsOf(indexItems([scanner], new Map(), [], new Map()).search('lesegerät'))).toEqual(['scanner']);
  });

  it('ranks a hit in the name above one in the summary', () => {
    expect(search('laptop')).toEqual(['laptop', 'newcomer']);
  });

  it.each([
    ['laptops', 'laptop'],
    ['ноутбуками', 'laptop'],
    ['printing', 'printer'],
    ['доступов', 'vpn'],
  ])('finds other forms of a word: %s', (query, id) => {
    expect(search(query)).toContain(id);
  });

  it.each([
    ['latpop', 'laptop'],
    ['ноутбкук', 'laptop'],
    ['priner', 'printer'],
  ])('forgives a slip of the keyboard: %s', (query, id) => {
    expect(search(query)).toContain(id);
  });

  it.each([
    ['lap', 'laptop'],
    ['ноут', 'laptop'],
    ['prin', 'printer'],
  ])('finds half a word: %s', (query, id) => {
    expect(search(query)).toContain(id);
  });

  it.each([
    ['yjen,er', 'laptop'],
    ['ljcneg r vpn', 'vpn'],
    ['дфзещз', 'laptop'],
  ])('reads what was typed on the other keyboard: %s', (query, id) => {
    expect(search(query)[0]).toBe(id);
  });

  it.each([
    ['komputer', 'laptop'],
    ['newlaptop', 'laptop'],
  ])('reads what was spelt in the other alphabet, or without a space: %s', (query, id) => {
    expect(search(query)[0]).toBe(id);
  });

  it('takes a word with a hyphen for one without, and tells C# from C', () => {
    const wifi = card('wifi', 'Wi-Fi', '', { keywords: ['C#'] });
    const all = indexItems([wifi, card('c', 'C course', '')], new Map(), [], new Map());
    expect(['wifi', 'wi-fi', 'WI‑FI', 'c#'].map((query) => idsOf(all.search(query)))).toEqual(
      Array(4).fill(['wifi']),
    );
  });

  it('says which part of the question an item answers', () => {
    expect(index.search('laptop for the jungle').found[0]).toMatchObject({ id: 'laptop', share: 0.5 });
    expect(index.search('vpn printer').found.map(({ share }) => share)).toEqual([0.5, 0.5]);
  });

  it('looks at keywords, categories and labels of the form, with е for ё', () => {
    expect(search('компьютер')).toContain('laptop');
    expect(search('Access')).toContain('vpn');
    expect(search('ёмкость')).toContain('printer');
  });

  it('lets popularity decide between equals', () => {
    const twins = [card('a', 'Parking space', ''), card('b', 'Parking space', '')];
    expect(idsOf(indexItems(twins, new Map(), ['b'], new Map()).search('parking'))).toEqual(['b', 'a']);
  });

  it('finds nothing for nothing and for nonsense', () => {
    expect(search('  ')).toEqual([]);
    expect(search('xyzzyqwerty')).toEqual([]);
  });
});
