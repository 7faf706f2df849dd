import { PERMISSIONS } from '../../src/kernel/names';
import { CHANGED, ERROR_CODES, type ErrorCode, NEEDED, SENSELESS } from '../../src/kernel/result';
import { RequestFailed } from './api';
import { errorText } from './error-text';
import { prepareSurface } from './testing/surface';

jest.mock('@forge/bridge', () => jest.requireActual<object>('./testing/bridge'));

type Params = Readonly<Record<string, string>>;
const told = (code: ErrorCode, params?: Params) =>
  errorText(new RequestFailed({ code, message: 'in English', retryable: false, ...(params && { params }) }));
const refused = (params?: Params) => told('BAD_REQUEST', params);

test('what makes no sense as things stand is told with its reason, in the language of the reader', () => {
  prepareSurface({ locale: 'ru' });
  expect(refused({ why: 'nothingPaused' })).toBe('Ни один SLA не на паузе.');
  prepareSurface();
  expect(refused({ why: 'nothingPaused' })).toBe('No SLA is paused.');
});

test('a request that was not understood is told as such', () => {
  prepareSurface();
  expect(refused()).toMatch(/^The app did not understand this request/);
  expect(refused({ why: 'somethingNew' })).toMatch(/^The app did not understand this request/);
});

const ROLES = Object.keys(PERMISSIONS);

describe.each(['en', 'ru'] as const)('in %s', (locale) => {
  beforeEach(() => {
    prepareSurface({ locale });
  });

  test('every code the backend answers has words', () => {
    const unsaid = ERROR_CODES.filter((code) => /^error\.|in English/.test(told(code)));
    expect(unsaid).toEqual([]);
  });

  test.each([
    ['makes no sense', 'BAD_REQUEST', 'why', SENSELESS],
    ['was changed meanwhile', 'CONFLICT', 'what', CHANGED],
    ['is lacking', 'FORBIDDEN', 'needed', [...NEEDED, ...ROLES]],
  ] as const)('everything that %s is told in words of its own', (_name, code, param, values) => {
    const sentences = values.map((value) => told(code, { [param]: value }));
    expect(new Set([told(code), ...sentences]).size).toBe(values.length + 1);
    if (locale === 'ru') expect(sentences.filter((text) => /[a-z]+ [a-z]+/.test(text))).toEqual([]);
  });
});

test('a code of a newer backend is told as an error of the app, never in the words of a log', () => {
  prepareSurface({ locale: 'ru' });
  expect(told('SOMETHING_NEW' as ErrorCode)).toBe(told('INTERNAL'));
});

test('a refusal that is the app’s own word is told in the language of the reader, and Jira’s as it is', () => {
  prepareSurface({ locale: 'ru' });
  expect(told('JIRA_REFUSED', { why: 'NO_TRANSITION' })).toMatch(/нет перехода/);
  expect(told('JIRA_REFUSED', { why: 'Cost is required.' })).toContain('Cost is required.');
});
