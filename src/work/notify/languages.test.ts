import { describe, expect, test } from '@jest/globals';
import { inLanguages, languagesFor, languagesOf } from './languages';

describe('the language of a message', () => {
  const both = { en: 'Delivery', ru: 'Выполнение' };
  test.each([
    ['of a Russian', ['ru'], both, ['ru']],
    ['of somebody English', ['en'], both, ['en']],
    ['of a German, who reads what is not written in German in English', ['de'], both, ['de']],
    ['of many', ['ru', 'de', 'en'], both, ['en', 'de', 'ru']],
    ['of both', ['ru', 'en'], both, ['en', 'ru']],
    ['where Jira does not tell', [null], both, ['en', 'ru']],
    ['where Jira does not tell, on a site without Russian', [null], { en: 'Delivery' }, ['en']],
  ] as const)('%s', (_name, known, name, expected) => {
    expect(languagesFor(known, name)).toEqual(expected);
  });

  test('of whom it goes to: that of a group is not known', () => {
    const people = new Map([['ann', { active: true, name: 'Ann', language: 'ru' as const }]]);
    const to = { users: ['ann'], groups: [] };
    expect(languagesOf(to, people, both)).toEqual(['ru']);
    expect(languagesOf({ ...to, groups: [{ groupId: 'g', name: 'IT' }] }, people, both)).toEqual([
      'en',
      'ru',
    ]);
  });

  test('says once what is the same in several', () => {
    expect(inLanguages(['en', 'ru'], () => 'SLA')).toBe('SLA');
    expect(inLanguages(['en', 'ru'], (locale) => locale)).toBe('en\nru');
  });
});
