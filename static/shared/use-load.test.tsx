import { act, renderHook, waitFor } from '@testing-library/react';
import { useLoad } from './use-load';

describe('loading something for a screen', () => {
  it('tells loading, then the value', async () => {
    const { result } = renderHook(() => useLoad('a', () => Promise.resolve(1)));
    expect(result.current.loaded.state).toBe('loading');
    await waitFor(() => expect(result.current.loaded).toMatchObject({ state: 'ready', value: 1 }));
  });

  it('tells an error, and loads again when asked', async () => {
    let times = 0;
    const load = (): Promise<number> =>
      ++times === 1 ? Promise.reject(new Error('no')) : Promise.resolve(times);
    const { result } = renderHook(() => useLoad('a', load));
    await waitFor(() => expect(result.current.loaded.state).toBe('error'));
    act(() => result.current.reload());
    await waitFor(() => expect(result.current.loaded).toMatchObject({ state: 'ready', value: 2 }));
  });

  it('drops a late answer to an older question', async () => {
    const answers = new Map<string, (value: string) => void>();
    const load = (key: string) => () => new Promise<string>((resolve) => answers.set(key, resolve));
    const { result, rerender } = renderHook(({ id }) => useLoad(id, load(id)), {
      initialProps: { id: 'old' },
    });
    rerender({ id: 'new' });
    await act(async () => {
      answers.get('new')?.('new');
      await Promise.resolve();
      answers.get('old')?.('old');
    });
    expect(result.current.loaded).toMatchObject({ state: 'ready', value: 'new' });
  });

  it('changes what is there by then, whoever changed it before; nothing while nothing is', async () => {
    const { result } = renderHook(() => useLoad('a', () => Promise.resolve(['loaded'])));
    act(() => result.current.update((before) => [...before, 'too early']));
    await waitFor(() => expect(result.current.loaded.state).toBe('ready'));
    const { update } = result.current;
    act(() => update((before) => [...before, 'first']));
    act(() => update((before) => [...before, 'second']));
    expect(result.current.loaded).toMatchObject({ value: ['loaded', 'first', 'second'] });
  });

  it('keeps a newer value that was put in place', async () => {
    const { result } = renderHook(() => useLoad('a', () => Promise.resolve('loaded')));
    await waitFor(() => expect(result.current.loaded.state).toBe('ready'));
    act(() => result.current.replace('changed'));
    expect(result.current.loaded).toMatchObject({ state: 'ready', value: 'changed' });
  });
});
