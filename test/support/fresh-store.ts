import { installFakeForge } from './fake-forge';
import type { KnowledgeStore } from '../../src/knowledge/ports';
import { knowledgeStore } from '../../src/knowledge/store';

export interface FreshStore extends KnowledgeStore {
  /** Runs once, before the next commit: somebody else writing in between. */
  interfere: (() => Promise<unknown>) | null;
}

/** The app's own store over an empty storage. */
export const freshStore = (): FreshStore => {
  installFakeForge('ingrid');
  const real = knowledgeStore(() => new Date('2026-11-02T09:00:00Z'));
  const store: FreshStore = {
    ...real,
    interfere: null,
    commit: async (change) => {
      const { interfere } = store;
      store.interfere = null;
      await interfere?.();
      return real.commit(change);
    },
  };
  return store;
};
