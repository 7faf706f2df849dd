import { RequestFailed } from './api';
import { errorText } from './error-text';
import { prepareSurface } from './testing/surface';

jest.mock('@forge/bridge', () => jest.requireActual<object>('./testing/bridge'));

const refused = (params?: Readonly<Record<string, string>>) =>
  errorText(
    new RequestFailed({
      code: 'BAD_REQUEST',
      message: 'in English',
      retryable: false,
      ...(params && { params }),
    }),
  );

test('what makes no sense as things stand is told with its reason, in the language of the reader', () => {
  prepareSurface({ locale: 'ru' });
  expect(refused({ why: 'nothingPaused' })).toBe('На паузе ничего нет.');
  prepareSurface();
  expect(refused({ why: 'nothingPaused' })).toBe('No clock is paused.');
});

test('a request that was not understood is told as such', () => {
  prepareSurface();
  expect(refused()).toMatch(/^The app did not understand this request/);
  expect(refused({ why: 'somethingNew' })).toMatch(/^The app did not understand this request/);
});
