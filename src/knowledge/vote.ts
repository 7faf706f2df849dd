import { afterVote, type PageRecord } from './domain/page-record';
import type { Vote } from './domain/model';
import { changePage } from './change-page';
import type { KnowledgeStore } from './ports';

/**
 * Records a reader's vote on one version of a page. A second vote of the same person on the same version replaces the
 * first; on a new version it counts anew. The caller has checked that the person may read the page.
 * @throws AppFailure STORAGE_BUSY
 */
export const castVote = async (
  store: Pick<KnowledgeStore, 'page' | 'vote' | 'commit'>,
  vote: Vote,
  pageTitle: string,
): Promise<PageRecord> =>
  changePage(store, { id: vote.pageId, title: pageTitle }, async (record) => {
    const before = await store.vote(vote.pageId, vote.pageVersion, vote.by);
    if (before !== null && sameOpinion(before, vote)) return null;
    return { page: afterVote(record, before, vote), put: vote };
  });

const sameOpinion = (a: Vote, b: Vote): boolean =>
  a.helpful === b.helpful && a.reason === b.reason && a.comment === b.comment;
