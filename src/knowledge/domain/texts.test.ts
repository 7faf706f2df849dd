import { describe, expect, it } from '@jest/globals';
import { bylineOf } from './byline';
import { askedWords, searchText } from './asked-words';
import { articlesCql, cqlText, EVERYWHERE, pagesCql } from './cql';
import { excerptParts } from './excerpt';
import { linkKey, solvedTarget, strongerKind, voteKey } from './link-key';
import { emptyPage } from './page-record';
import { searchWords } from '../../kernel/search/search-words';
import { stemOf } from './words';

describe('the byline', () => {
  const page = emptyPage('7', 'VPN');

  it('says what the page is for and how often it helped', () => {
    expect(bylineOf({ ...page, resolved: 13, solved: 1, helpful: 9, notHelpful: 1 }, 2)).toEqual({
      title: 'Helps with 2 services · solved 14 requests · 9 of 10 readers found it helpful',
      tooltip: '9 of 10 readers found it helpful',
    });
  });

  it('says one service, one request in the singular', () => {
    expect(bylineOf({ ...page, resolved: 1, linkedIssues: 1 }, 1)?.title).toBe(
      'Helps with 1 service · solved 1 request · Was this page helpful?',
    );
  });

  it('falls back to use, then to votes alone', () => {
    expect(bylineOf({ ...page, linkedIssues: 3 }, 0)?.title).toBe(
      'Used in 3 requests · Was this page helpful?',
    );
    expect(bylineOf({ ...page, helpful: 1 }, 0)?.title).toBe('1 of 1 reader found it helpful');
  });

  it('is absent on a page nobody uses', () => {
    expect(bylineOf(page, 0)).toBeNull();
  });
});

describe('words to search for', () => {
  it('leaves out what says nothing, in both languages', () => {
    expect(searchWords('How do I connect to the VPN?')).toEqual(['connect', 'vpn']);
    expect(searchWords('Не могу подключиться к VPN, пожалуйста!')).toEqual(['могу', 'подключиться', 'vpn']);
  });

  it('takes each word once and at most eight', () => {
    expect(searchWords('vpn VPN one1 two2 three3 four4 five5 six6 seven7 eight8')).toHaveLength(8);
  });

  it('finds no word in punctuation', () => {
    expect(searchWords('?! …')).toEqual([]);
  });

  it('sees inflected words as one', () => {
    expect(stemOf('ноутбуки')).toBe(stemOf('ноутбука'));
    expect(stemOf('printers')).toBe(stemOf('printer'));
    expect(stemOf('vpn')).toBe('vpn');
  });
});

describe('searches in CQL', () => {
  it('asks for any of the words within the spaces or labels', () => {
    expect(articlesCql(askedWords('VPN token'), { spaceKeys: ['IT'], labels: ['howto'] })).toBe(
      'type = page AND (space in ("IT") OR label in ("howto")) AND ' +
        '(title ~ "vpn OR token*" OR text ~ "vpn OR token*")',
    );
  });

  it('searches everywhere without a scope', () => {
    expect(articlesCql(askedWords('vpn'), EVERYWHERE)).toBe(
      'type = page AND (title ~ "vpn" OR text ~ "vpn")',
    );
  });

  it('asks for words by their beginning, for parts as a phrase, and leaves signs to whoever reads what was found', () => {
    expect(searchText(askedWords('ноутбуками licences Wi-Fi C#'))).toBe(
      'ноутбук* OR licenc* OR "wi fi" OR c#',
    );
  });

  it('asks for every word before a second way of saying one', () => {
    const ways = (...said: string[]) => said.map((each) => ({ said: each, weight: 1 }));
    expect(searchText([ways('vpn', 'впн'), ways('mac')])).toBe('vpn OR mac OR впн');
  });

  it('quotes what could end the text', () => {
    expect(cqlText('a" OR type = "page')).toBe('"a\\" OR type = \\"page"');
    expect(cqlText('back\\')).toBe('"back\\\\"');
  });

  it('takes only numbers as page ids', () => {
    expect(pagesCql(['12', '3) OR type = page', '4'])).toBe('type = page AND id in (12, 4)');
    expect(pagesCql(['x'])).toBeNull();
  });
});

describe('an excerpt', () => {
  it('is text with the hits apart', () => {
    expect(excerptParts('Connect to @@@hl@@@VPN@@@endhl@@@ &amp; work')).toEqual([
      { text: 'Connect to ', hit: false },
      { text: 'VPN', hit: true },
      { text: ' & work', hit: false },
    ]);
  });

  it('never makes markup of escaped text', () => {
    expect(excerptParts('&lt;script&gt;')).toEqual([{ text: '<script>', hit: false }]);
    expect(excerptParts('&amp;lt;')).toEqual([{ text: '&lt;', hit: false }]);
  });
});

describe('names in storage', () => {
  it('hold one link per page and target, one vote per person and version', () => {
    expect(linkKey('7', solvedTarget('vpn', '5b:1'))).toBe('7:solved:vpn:5b:1');
    expect(voteKey('7', 3, 'alice')).toBe('7:3:alice');
  });

  it('keep the stronger kind of a link', () => {
    expect(strongerKind('resolved', 'shared')).toBe('resolved');
    expect(strongerKind('linked', 'shared')).toBe('shared');
  });
});
