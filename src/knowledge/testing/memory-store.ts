/** A knowledge store in memory with the same promise as the real one: a commit is whole, and conditional on the revision. */
import { linkKey, solvedTarget, voteKey } from '../domain/link-key';
import type { ArticleLink, Vote } from '../domain/model';
import type { PageRecord, SolvedMark } from '../domain/page-record';
import type { KnowledgeStore, PageChange } from '../ports';

const targetOf = (link: ArticleLink): string => `${link.target}:${link.targetId}`;

export interface MemoryStore extends KnowledgeStore {
  /** Runs once, before the next commit: somebody else writing in between. */
  interfere: (() => Promise<unknown>) | null;
  readonly pages: Map<string, PageRecord>;
}

export const memoryStore = (): MemoryStore => {
  const pages = new Map<string, PageRecord>();
  const links = new Map<string, ArticleLink>();
  const marks = new Map<string, SolvedMark>();
  const votes = new Map<string, Vote>();
  const put = (value: NonNullable<PageChange['put']>): void => {
    if ('helpful' in value) votes.set(voteKey(value.pageId, value.pageVersion, value.by), value);
    else if (value.kind === 'solved')
      marks.set(linkKey(value.pageId, solvedTarget(value.itemId, value.by)), value);
    else links.set(linkKey(value.pageId, targetOf(value)), value);
  };
  const of = <T extends { pageId: string }>(map: Map<string, T>, pageId: string): readonly T[] =>
    [...map.values()].filter((value) => value.pageId === pageId).reverse();
  const store: MemoryStore = {
    interfere: null,
    pages,
    page: async (id) => pages.get(id) ?? null,
    link: async (id, target) => links.get(linkKey(id, target)) ?? null,
    mark: async (id, target) => marks.get(linkKey(id, target)) ?? null,
    vote: async (id, version, by) => votes.get(voteKey(id, version, by)) ?? null,
    linksOfPage: async (id) => of(links, id),
    marksOfPage: async (id) => of(marks, id),
    votesOfPage: async (id) => of(votes, id),
    linksOfTarget: async (target) => [...links.values()].filter((link) => targetOf(link) === target),
    commit: async (change) => {
      const interfere = store.interfere;
      store.interfere = null;
      await interfere?.();
      if ((pages.get(change.page.pageId)?.rev ?? 0) !== change.page.rev - 1) return 'conflict';
      pages.set(change.page.pageId, change.page);
      if (change.put) put(change.put);
      if (change.remove) links.delete(linkKey(change.page.pageId, change.remove.target));
      return 'done';
    },
    pagesToMend: async (limit) => [...pages.values()].slice(0, limit),
  };
  return store;
};
