import { prepareSurface } from '../../shared/testing/surface';
import { problemText } from './problem-text';

jest.mock('@forge/bridge', () => jest.requireActual<object>('../../shared/testing/bridge'));

const tooMany = { code: 'TOO_MANY', params: { limit: 2000 } } as const;

it('tells a limit in words of people in every language, not in those of a schema', () => {
  prepareSurface();
  expect(problemText(tooMany)).toBe('There are more than 2000 here. Remove some.');
  prepareSurface({ locale: 'ru' });
  expect(problemText(tooMany)).toBe('Здесь больше 2000 элементов. Удалите лишние.');
});
