import { afterLink, type PageRecord } from './domain/page-record';
import { issueTarget, strongerKind } from './domain/link-key';
import type { ArticleLink, LinkKind } from './domain/model';
import { changePage } from './change-page';
import type { KnowledgeStore, ReadablePage, VisibleIssue } from './ports';

export interface LinkArticle {
  readonly issue: VisibleIssue;
  readonly page: ReadablePage;
  readonly kind: Exclude<LinkKind, 'pinned'>;
  readonly by: string;
  /** ISO instant. */
  readonly at: string;
}

/**
 * Links a page to an issue. Doing it twice is doing it once; the stronger kind stays (`resolved` over `shared` over
 * `linked`), so that sharing an article that solved the case does not forget that it did.
 * The caller has checked that the person may edit the issue and read the page.
 * @throws AppFailure STORAGE_BUSY
 */
export const linkArticle = async (
  store: Pick<KnowledgeStore, 'page' | 'link' | 'commit'>,
  wish: LinkArticle,
): Promise<{ readonly link: ArticleLink; readonly page: PageRecord }> => {
  const target = issueTarget(wish.issue.id);
  let link = newLink(wish, null);
  const page = await changePage(store, wish.page, async (record) => {
    const before = await store.link(wish.page.id, target);
    link = newLink(wish, before);
    if (before !== null && before.kind === link.kind && before.title === link.title) {
      link = before;
      return null;
    }
    return { page: afterLink(record, before, link), put: link };
  });
  return { link, page };
};

const newLink = (wish: LinkArticle, before: ArticleLink | null): ArticleLink => ({
  schema: 1,
  pageId: wish.page.id,
  title: wish.page.title,
  target: 'issue',
  targetId: wish.issue.id,
  targetLabel: wish.issue.key,
  kind: before === null ? wish.kind : strongerKind(before.kind, wish.kind),
  by: before?.by ?? wish.by,
  at: before?.at ?? wish.at,
});

/** Takes the link away; nothing happens when there is none. */
export const unlinkArticle = async (
  store: Pick<KnowledgeStore, 'page' | 'link' | 'commit'>,
  pageId: string,
  issueId: string,
): Promise<PageRecord | null> => {
  const target = issueTarget(issueId);
  if ((await store.link(pageId, target)) === null) return null;
  return changePage(store, { id: pageId }, async (record) => {
    const before = await store.link(pageId, target);
    return before === null ? null : { page: afterLink(record, before, null), remove: { target } };
  });
};
