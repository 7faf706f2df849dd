import { error } from '../../src/kernel/finding';
import * as v from 'valibot';
import { call, RequestFailed } from './api';
import { errorText, mayRetry } from './error-text';
import { askConfluence } from './ask-confluence';
import { ProductFailed } from './product';
import { answer, answerProduct, refusal, resetBridge } from './testing/bridge';
import { prepareSurface } from './testing/surface';

jest.mock('@forge/bridge', (): unknown => jest.requireActual('./testing/bridge'));

const failureOf = (promise: Promise<unknown>): Promise<unknown> =>
  promise.then(
    () => null,
    (error: unknown) => error,
  );

beforeEach(() => {
  resetBridge();
  prepareSurface();
});

describe('a call of the backend', () => {
  it('answers the value', async () => {
    answer('requests.deleteDraft', () => ({ deleted: true }));
    await expect(call('requests.deleteDraft', { draftId: 'draft-0001' })).resolves.toEqual({ deleted: true });
  });

  it('throws what the backend refused, with its fields', async () => {
    const fields = [error('required', 'a')];
    answer('requests.deleteDraft', () => refusal({ code: 'INVALID_ANSWERS', fields }));
    const failure = await failureOf(call('requests.deleteDraft', { draftId: 'draft-0001' }));
    expect(failure).toBeInstanceOf(RequestFailed);
    expect(failure).toMatchObject({ code: 'INVALID_ANSWERS', fields, retryable: false });
  });

  it('may be tried again when there was no answer at all', async () => {
    const error = await failureOf(call('requests.deleteDraft', { draftId: 'draft-0001' }));
    expect(error).toMatchObject({ code: 'INTERNAL', retryable: true });
    expect(mayRetry(error)).toBe(true);
  });
});

describe('a request to a product', () => {
  const Schema = v.object({ id: v.string() });

  it('answers the parsed body', async () => {
    answerProduct('/wiki/x', { id: '1', more: true });
    await expect(askConfluence('/wiki/x', Schema)).resolves.toEqual({ id: '1' });
  });

  it.each([
    [404, 'PRODUCT_NOT_FOUND', false],
    [403, 'PRODUCT_REFUSED', false],
    [429, 'PRODUCT_UNAVAILABLE', true],
    [503, 'PRODUCT_UNAVAILABLE', true],
  ] as const)('tells a status of %d as %s', async (status, code, retryable) => {
    answerProduct('/wiki/x', {}, status);
    const error = await failureOf(askConfluence('/wiki/x', Schema));
    expect(error).toBeInstanceOf(ProductFailed);
    expect(error).toMatchObject({ code, retryable });
  });

  it('does not take an answer of another shape', async () => {
    answerProduct('/wiki/x', { id: 1 });
    expect(await failureOf(askConfluence('/wiki/x', Schema))).toMatchObject({ code: 'PRODUCT_UNEXPECTED' });
  });
});

describe('the sentence of an error', () => {
  it('is in the language of the viewer and names the reason', async () => {
    prepareSurface({ locale: 'ru' });
    answer('requests.deleteDraft', () => refusal({ code: 'JIRA_REFUSED', params: { why: 'Поле закрыто.' } }));
    const error = await failureOf(call('requests.deleteDraft', { draftId: 'draft-0001' }));
    expect(errorText(error)).toContain('Поле закрыто.');
  });

  it('never shows the words of an unknown error', () => {
    expect(errorText(new Error('secret of the database'))).not.toContain('secret');
  });
});
