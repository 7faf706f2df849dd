import { describe, expect, it } from '@jest/globals';
import { askedWords } from './asked-words';
import { type Article, fittingArticles, suggestionsFrom } from './suggest';

const article = (pageId: string, title: string, excerpt = ''): Article => ({
  pageId,
  title,
  excerpt,
  updatedAt: '2026-10-01T00:00:00Z',
  path: `/wiki/pages/${pageId}`,
});

const vpn = article('1', 'Connect to the VPN');
const printer = article('2', 'Printers on floor 3', 'Ask for VPN access first');
const lunch = article('3', 'Lunch menu');

describe('suggestions', () => {
  it('put what is pinned first, then what was found, in their order, up to the limit', () => {
    const list = suggestionsFrom([lunch], [vpn, printer, lunch], new Set(), 2);
    expect(list.map((each) => [each.pageId, each.pinned])).toEqual([
      ['3', true],
      ['1', false],
    ]);
  });

  it('show no page twice and none that is linked already', () => {
    const list = suggestionsFrom([vpn], [vpn, printer], new Set(['2']), 5);
    expect(list.map((each) => each.pageId)).toEqual(['1']);
  });
});

describe('what fits', () => {
  const titles = (found: readonly Article[], text: string, searches = true) =>
    fittingArticles(found, askedWords(text), searches).map(({ title }) => title);

  it('is what says half of the words, those with more of them in the title first', () => {
    expect(titles([lunch, printer, vpn], 'vpn')).toEqual([vpn.title, printer.title]);
    expect(titles([printer, article('5', 'Floor plan')], 'floor 3')).toEqual([printer.title, 'Floor plan']);
    expect(titles([vpn], 'vpn certificate expired')).toEqual([]);
  });

  it('finds any form of a word, and signs that Confluence does not index', () => {
    expect(titles([article('4', 'Заказ ноутбуков')], 'ноутбука')).toHaveLength(1);
    expect(titles([article('5', 'C for beginners'), article('6', 'C# for beginners')], 'C#')).toEqual([
      'C# for beginners',
    ]);
    expect(titles([article('7', 'No Wi-Fi')], 'wifi')).toHaveLength(1);
  });

  it.each([
    ['Old one is broken', 'Who pays for licences', 'Unused ones return to the pool.'],
    ['Old one is broken', 'Pairing a headset', 'Broken ones are swapped.'],
    ['Video calls freeze', 'On-call handbook', 'Acknowledge within ten minutes.'],
    [
      'Password does not work since this morning',
      'The printer does not print',
      'Register it once with your password.',
    ],
  ])('is not offered to somebody who writes “%s”: %s', (text, title, excerpt) => {
    expect(titles([article('8', title, excerpt)], text, false)).toEqual([]);
  });

  it('is offered where the title is about what somebody writes', () => {
    const reset = article('9', 'Resetting your password');
    expect(titles([reset], 'Password does not work since this morning', false)).toEqual([reset.title]);
  });
});
