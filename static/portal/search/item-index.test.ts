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
const words = new Map([['printer', 'which floor ёмкость лотка']]);
const index = indexItems(ITEMS, new Map([['access', 'Access Доступы']]), [], words);

describe('search over the catalog', () => {
  it('finds an English and a Russian name of the same item', () => {
    expect(index.search('laptop')[0]).toBe('laptop');
    expect(index.search('ноутбук')[0]).toBe('laptop');
  });

  it('finds a name in a language that the site has added', () => {
    const scanner = card('scanner', 'Scanner', 'Сканер', { name: { en: 'Scanner', de: 'Lesegerät' } });
    expect(indexItems([scanner], new Map(), [], new Map()).search('lesegerät')).toEqual(['scanner']);
  });

  it('ranks a hit in the name above one in the summary', () => {
    expect(index.search('laptop')).toEqual(['laptop', 'newcomer']);
  });

  it.each([
    ['laptops', 'laptop'],
    ['ноутбуками', 'laptop'],
    ['printing', 'printer'],
    ['доступов', 'vpn'],
  ])('finds other forms of a word: %s', (query, id) => {
    expect(index.search(query)).toContain(id);
  });

  it.each([
    ['latpop', 'laptop'],
    ['ноутбкук', 'laptop'],
    ['priner', 'printer'],
  ])('forgives a slip of the keyboard: %s', (query, id) => {
    expect(index.search(query)).toContain(id);
  });

  it.each([
    ['lap', 'laptop'],
    ['ноут', 'laptop'],
    ['prin', 'printer'],
  ])('finds half a word: %s', (query, id) => {
    expect(index.search(query)).toContain(id);
  });

  it('looks at keywords, categories and labels of the form, with е for ё', () => {
    expect(index.search('компьютер')).toContain('laptop');
    expect(index.search('Access')).toContain('vpn');
    expect(index.search('емкость')).toContain('printer');
  });

  it('lets popularity decide between equals', () => {
    const twins = [card('a', 'Parking space', ''), card('b', 'Parking space', '')];
    expect(indexItems(twins, new Map(), ['b'], new Map()).search('parking')).toEqual(['b', 'a']);
  });

  it('finds nothing for nothing and for nonsense', () => {
    expect(index.search('  ')).toEqual([]);
    expect(index.search('xyzzyqwerty')).toEqual([]);
  });
});
