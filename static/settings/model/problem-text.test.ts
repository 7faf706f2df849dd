import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { addTexts } from '../../shared/i18n';
import { problemText } from './problem-text';

const tooMany = {
  code: 'TOO_MANY',
  message:
    'calendar:c at holidays is not a valid definition: Invalid length: Expected <=2000 but received 2100.',
  howToMend: '',
  params: { limit: '2000' },
} as const;

const speak = (language: 'en' | 'ru') => {
  const texts = readFileSync(join(__dirname, `../locales/${language}.json`), 'utf8');
  addTexts(language, JSON.parse(texts) as Record<string, string>);
};

it('tells a limit in words of people in every language, not in those of a schema', () => {
  speak('en');
  expect(problemText(tooMany)).toBe('There are more than 2000 here. Remove some.');
  speak('ru');
  expect(problemText(tooMany)).toBe('Здесь больше 2000 элементов. Удалите лишние.');
});
