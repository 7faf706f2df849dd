import { describe, expect, it } from '@jest/globals';
import * as v from 'valibot';
import { textAnswer } from './text-schema';
import { textParam } from './finding';
import { joined, languageOf, mapText, textIn } from './text';
import { sayer } from './words';

const laptop = { en: 'Laptop', ru: 'Ноутбук', de: 'Rechner' };

describe('a text in several languages', () => {
  it.each([
    ['de-DE', 'Rechner'],
    ['de_AT', 'Rechner'],
    ['ru', 'Ноутбук'],
    ['fr-FR', 'Laptop'],
    ['', 'Laptop'],
  ])('is read by people of %s as %s', (locale, said) => {
    expect(textIn(laptop, languageOf(locale))).toBe(said);
  });

  it('is read in English where a translation says nothing', () => {
    expect(textIn({ ...laptop, de: '' }, 'de')).toBe('Laptop');
  });

  it('knows Norwegian by the name under which it is written', () => {
    expect([languageOf('no_NO'), languageOf('nb-NO')]).toEqual(['nb', 'nb']);
  });

  it('is put together with others in each language that one of them has', () => {
    expect(joined([laptop, { en: 'Bag' }], ', ')).toEqual({
      en: 'Laptop, Bag',
      ru: 'Ноутбук, Bag',
      de: 'Rechner, Bag',
    });
    expect(joined([], ', ')).toEqual({ en: '' });
    expect(mapText(laptop, (said) => `IT-1 ${said}`).de).toBe('IT-1 Rechner');
  });

  it('keeps its language within English words of the app', () => {
    const catalogue = { en: { ask: 'Approve {item}' }, ru: { ask: 'Согласуйте: {item}' } };
    const params = { item: textParam(laptop) };
    expect(sayer(catalogue, 'de')('ask', params)).toBe('Approve Rechner');
    expect(sayer(catalogue, 'ru')('ask', params)).toBe('Согласуйте: Ноутбук');
  });
});

it.each([
  [{ en: 'a' }, true],
  [{ en: 'a', de: 'b', yue: 'c' }, true],
  [{ de: 'b' }, false],
  [{ en: 'a', 'de-AT': 'b' }, false],
  [{ en: 'a', DE: 'b' }, false],
  [{ en: 'a', de: 1 }, false],
  [Object.fromEntries([...'abcdefghijklmnopqrstuvwxyz'].map((letter) => [`e${letter}`, 'a'])), false],
])('takes texts by the tags of languages: %j: %s', (text, fits) => {
  expect(v.is(textAnswer, text)).toBe(fits);
});
