import { describe, expect, it } from '@jest/globals';
import { setupI18n } from '@lingui/core';
import { compileMessage } from '@lingui/message-utils/compileMessage';
import { cataloguesIn } from '../../static/shared/testing/catalogues';
import { dateParam, durationParam, instantParam, textParam } from './finding';
import { sayer } from './words';

const catalogue = {
  en: {
    plain: 'Nothing to do.',
    names: '{who} did it.',
    count: '{n, plural, =0 {none} one {# item} other {# items}} of {who}',
    kind: '{how, select, fast {at once} other {{who} will see}}',
    params: '{day}, {at}, {length}, {name}',
  },
  ru: {
    count: '{n, plural, one {# задача} few {# задачи} many {# задач} other {# задачи}}',
    params: '{name}',
  },
};

describe('what is said', () => {
  const say = sayer(catalogue, 'en');

  it('is the message with its parameters, and the code where there is none', () => {
    expect(say('plain')).toBe('Nothing to do.');
    expect(say('names', { who: 'Alice' })).toBe('Alice did it.');
    expect(say('unknown.code')).toBe('unknown.code');
  });

  it('chooses by number and by kind', () => {
    const of = (n: number) => say('count', { n, who: 'Alice' });
    expect([0, 1, 2, 1200].map(of)).toEqual([
      'none of Alice',
      '1 item of Alice',
      '2 items of Alice',
      '1,200 items of Alice',
    ]);
    expect(say('kind', { how: 'fast' })).toBe('at once');
    expect(say('kind', { how: 'slow', who: 'Alice' })).toBe('Alice will see');
    const russian = sayer(catalogue, 'ru');
    expect([1, 3, 5, 21].map((n) => russian('count', { n }))).toEqual([
      '1 задача',
      '3 задачи',
      '5 задач',
      '21 задача',
    ]);
  });

  it('writes parameters as their kind asks', () => {
    const params = {
      day: dateParam('2026-06-01'),
      at: instantParam(0),
      length: durationParam(90 * 60_000),
      name: textParam({ en: 'Laptop', ru: 'Ноутбук' }),
    };
    expect(say('params', params)).toBe('2026-06-01, 1970-01-01T00:00:00.000Z, 1 hr 30 min, Laptop');
    expect(sayer(catalogue, 'ru')('params', params)).toBe('Ноутбук');
  });
});

describe.each(['en', 'ru'] as const)('in %s', (locale) => {
  it('every text is said as the screens say it', () => {
    const ours = [...cataloguesIn(locale)].filter(([folder]) => folder.startsWith('src'));
    const texts = Object.fromEntries(ours.flatMap(([, catalogue]) => Object.entries(catalogue)));
    const i18n = setupI18n({ locale, messages: { [locale]: { ...texts } } });
    i18n.setMessagesCompiler(compileMessage);
    const say = sayer({ en: texts, ru: texts }, locale);
    const names = [
      ...new Set(Object.values(texts).flatMap((text) => text.match(/(?<=\{)\w+(?=[,}])/g) ?? [])),
    ];
    for (const value of [0, 1, 2, 5, 1234]) {
      const params = Object.fromEntries(names.map((name) => [name, value]));
      const differing = Object.keys(texts).filter((code) => say(code, params) !== i18n._(code, params));
      expect(differing).toEqual([]);
    }
  });
});
