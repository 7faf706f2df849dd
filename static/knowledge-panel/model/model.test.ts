import { describe, expect, it } from '@jest/globals';
import { adfText } from './adf-text';
import { replyDocument } from './reply';

describe('the text of a description', () => {
  it('is the words of all its blocks', () => {
    const doc = {
      type: 'doc',
      content: [
        {
          type: 'paragraph',
          content: [
            { type: 'text', text: 'No ' },
            { type: 'text', text: 'VPN' },
          ],
        },
        {
          type: 'bulletList',
          content: [
            {
              type: 'listItem',
              content: [{ type: 'paragraph', content: [{ type: 'text', text: 'since Monday' }] }],
            },
          ],
        },
      ],
    };
    expect(adfText(doc)).toBe('No VPN since Monday');
  });

  it.each([[null], [undefined], [7], [{ type: 'doc' }]])('is empty for %p', (value) => {
    expect(adfText(value)).toBe('');
  });
});

describe('a reply', () => {
  it('holds the lines written and the article as a link', () => {
    const url = 'https://site/wiki/spaces/IT/pages/7';
    expect(replyDocument({ text: 'Try this:\n\n It works. ', title: 'VPN', url })).toEqual({
      type: 'doc',
      version: 1,
      content: [
        { type: 'paragraph', content: [{ type: 'text', text: 'Try this:' }] },
        { type: 'paragraph', content: [{ type: 'text', text: 'It works.' }] },
        {
          type: 'paragraph',
          content: [{ type: 'text', text: 'VPN', marks: [{ type: 'link', attrs: { href: url } }] }],
        },
      ],
    });
  });
});
