import { describe, expect, it } from '@jest/globals';
import { fitOf, suggestionsFrom, type Article } from './suggest';

const article = (pageId: string, title: string, excerpt = ''): Article => ({
  pageId,
  title,
  excerpt,
  updatedAt: '2026-10-01T00:00:00Z',
  path: `/wiki/pages/${pageId}`,
});

describe('suggestions', () => {
  const vpn = article('1', 'Connect to the VPN');
  const printer = article('2', 'Printers on floor 3', 'Ask for VPN access first');
  const lunch = article('3', 'Lunch menu');

  it('put what is pinned first, in its order, then the best fit', () => {
    const list = suggestionsFrom([lunch], [printer, vpn], ['vpn'], new Set(), 5);
    expect(list.map((s) => [s.pageId, s.pinned])).toEqual([
      ['3', true],
      ['1', false],
      ['2', false],
    ]);
  });

  it('show no page twice and none that is linked already', () => {
    const list = suggestionsFrom([vpn], [vpn, printer], ['vpn'], new Set(['2']), 5);
    expect(list.map((s) => s.pageId)).toEqual(['1']);
  });

  it('keep the order of the search among equal fits, up to the limit', () => {
    const list = suggestionsFrom([], [lunch, printer, vpn], [], new Set(), 2);
    expect(list.map((s) => s.pageId)).toEqual(['3', '2']);
  });

  it('count a word in the title thrice one in the text', () => {
    expect(fitOf(vpn, ['vpn'])).toBe(3);
    expect(fitOf(printer, ['vpn'])).toBe(1);
    expect(fitOf(article('4', 'Заказ ноутбуков'), ['ноутбук'])).toBe(3);
  });
});
