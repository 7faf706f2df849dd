import { useState } from 'react';
import type { Made, Setup, Setups } from '../../../src/catalog/domain/setup';
import { MOST_SETUPS } from '../../../src/catalog/domain/setup';
import { RequestFailed } from '../../shared/api';
import { readSection, saveSection } from '../shared/section';
import { make, takeBack } from './make';
import type { Step } from './model/plan';

export type Progress =
  | { readonly state: 'idle' }
  | { readonly state: 'making' | 'undoing'; readonly done: number; readonly of: number; readonly step: Made }
  | { readonly state: 'failed'; readonly done: number; readonly error: unknown }
  | { readonly state: 'made' }
  | { readonly state: 'undone'; readonly kept: readonly Made[] };

const SECTION = 'setups';

/** Notes a set-up before anything of it is made, so that it can be taken back wherever it breaks off. */
async function note(change: (setups: readonly Setup[]) => readonly Setup[]): Promise<readonly Setup[]> {
  const { value, rev } = await readSection<Setups>(SECTION);
  const setups = change(value.setups).slice(0, MOST_SETUPS);
  await saveSection(SECTION, { setups }, rev);
  return setups;
}

/** Makes a plan step by step, goes on where it broke off, and takes set-ups back. */
export function useSetUp(initial: readonly Setup[]) {
  const [setups, setSetups] = useState(initial);
  const [progress, setProgress] = useState<Progress>({ state: 'idle' });

  /** Whether all of it was done. */
  const failing = async (done: () => number, work: () => Promise<void>): Promise<boolean> => {
    try {
      await work();
      return true;
    } catch (error) {
      if (!(error instanceof RequestFailed)) throw error;
      setProgress({ state: 'failed', done: done(), error });
      return false;
    }
  };

  const begin = (setup: Omit<Setup, 'made'>, steps: readonly Step[], from = 0): Promise<boolean> => {
    let done = from;
    return failing(
      () => done,
      async () => {
        const made = steps.map(({ section, id }) => ({ section, id }));
        if (setups.every(({ id }) => id !== setup.id))
          setSetups(await note((before) => [{ ...setup, made }, ...before]));
        for (const step of steps.slice(from)) {
          setProgress({ state: 'making', done, of: steps.length, step });
          await make(step);
          done += 1;
        }
        setProgress({ state: 'made' });
      },
    );
  };

  const undo = ({ id, made }: Setup): Promise<boolean> => {
    let done = 0;
    return failing(
      () => done,
      async () => {
        const kept: Made[] = [];
        for (const step of made.toReversed()) {
          setProgress({ state: 'undoing', done, of: made.length, step });
          if ((await takeBack(step)) === 'kept') kept.push(step);
          done += 1;
        }
        setSetups(await note((before) => before.filter((setup) => setup.id !== id)));
        setProgress({ state: 'undone', kept });
      },
    );
  };

  const reset = (): void => setProgress({ state: 'idle' });

  return { setups, progress, begin, undo, reset };
}
