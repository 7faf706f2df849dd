import { act, renderHook } from '@testing-library/react';
import { RequestFailed } from '../../shared/api';
import { useAutosave } from './use-autosave';

jest.mock('@forge/bridge', (): unknown => jest.requireActual('../../shared/testing/bridge'));

const failed = (retryable: boolean) => new RequestFailed({ code: 'INTERNAL', message: '', retryable });

function edit(store: (value: string) => Promise<string>) {
  return renderHook(({ value }) => useAutosave({ value, saved: '', state: 'none', store }), {
    initialProps: { value: '' },
  });
}
const pass = (seconds: number) => act(() => jest.advanceTimersByTimeAsync(seconds * 1_000));

beforeEach(() => void jest.useFakeTimers());
afterEach(() => void jest.useRealTimers());

it('saves once after a pause, and what was typed last', async () => {
  const store = jest.fn(async (value: string) => value);
  const { result, rerender } = edit(store);
  await pass(60);
  expect(store).not.toHaveBeenCalled();
  rerender({ value: 'a' });
  await pass(3);
  rerender({ value: 'ab' });
  await pass(3);
  expect(store).not.toHaveBeenCalled();
  await pass(1);
  expect(store.mock.calls).toEqual([['ab', false]]);
  expect(result.current).toMatchObject({ state: 'saved', saved: 'ab' });
});

it('tries again what failed, later each time, and keeps what was typed', async () => {
  const store = jest.fn<Promise<string>, [string]>(() => Promise.reject(failed(true)));
  const { result, rerender } = edit(store);
  rerender({ value: 'a' });
  await pass(4);
  expect(result.current).toMatchObject({ state: 'failed', saved: '' });
  await pass(7);
  expect(store).toHaveBeenCalledTimes(1);
  await pass(1);
  expect(store).toHaveBeenCalledTimes(2);
  store.mockImplementation(async (value) => value);
  await pass(16);
  expect(result.current).toMatchObject({ state: 'saved', saved: 'a' });
});

it('tries what is refused for good once it is changed, and not before', async () => {
  const store = jest.fn<Promise<string>, [string]>(() => Promise.reject(failed(false)));
  const { rerender } = edit(store);
  rerender({ value: 'a' });
  await pass(600);
  expect(store).toHaveBeenCalledTimes(1);
  rerender({ value: 'ab' });
  await pass(60);
  expect(store).toHaveBeenCalledTimes(2);
});

it('saves nothing while it is held, and when the screen is left', async () => {
  const store = jest.fn(async (value: string) => value);
  const { result, rerender, unmount } = edit(store);
  await act(() => result.current.hold());
  rerender({ value: 'a' });
  await pass(60);
  expect(store).not.toHaveBeenCalled();
  act(() => result.current.release());
  unmount();
  await pass(0);
  expect(store.mock.calls).toEqual([['a', false]]);
});

it.each([
  ['the page is left for another tab', 'visibilitychange'],
  ['its frame is taken away', 'pagehide'],
])('saves at once, and once, when %s', async (_why, event) => {
  const store = jest.fn(async (value: string) => value);
  const { result, rerender } = edit(store);
  const leave = () => {
    const hidden = jest.spyOn(document, 'visibilityState', 'get').mockReturnValue('hidden');
    (event === 'pagehide' ? window : document).dispatchEvent(new Event(event));
    window.dispatchEvent(new Event('pagehide'));
    hidden.mockRestore();
  };
  leave();
  expect(store).not.toHaveBeenCalled();
  rerender({ value: 'a' });
  expect(result.current.isUnsaved).toBe(true);
  leave();
  await pass(0);
  expect(store.mock.calls).toEqual([['a', false]]);
  expect(result.current.isUnsaved).toBe(false);
  await pass(60);
  expect(store).toHaveBeenCalledTimes(1);
});
