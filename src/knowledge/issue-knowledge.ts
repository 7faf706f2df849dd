import type { ShownLink } from './domain/answers';
import { issueTarget } from './domain/link-key';
import type { ItemKnowledge } from './domain/items';
import type { ArticleLink } from './domain/model';
import type { KnowledgeStore, ReadPages } from './ports';

export interface IssueKnowledge {
  readonly links: readonly ShownLink[];
  readonly pinned: readonly string[];
}

/** Links with the titles pages have now, without those to pages the reader may not read. */
export const readableLinks = async (
  links: readonly ArticleLink[],
  readPages: ReadPages,
): Promise<readonly ShownLink[]> => {
  const titles = new Map(
    (await readPages(links.map((link) => link.pageId))).map((page) => [page.id, page.title]),
  );
  return links.flatMap(({ pageId, kind }) => {
    const title = titles.get(pageId);
    return title === undefined ? [] : [{ pageId, title, kind }];
  });
};

/**
 * The articles linked to an issue and those its item recommends, as far as the viewer may read them.
 * The caller has checked that the viewer may browse the issue.
 */
export const issueKnowledge = async (
  store: Pick<KnowledgeStore, 'linksOfTarget'>,
  readPages: ReadPages,
  issueId: string,
  item: ItemKnowledge | null,
): Promise<IssueKnowledge> => {
  const links = await store.linksOfTarget(issueTarget(issueId));
  const pinned = item?.pages ?? [];
  const pages = await readPages([...new Set([...links.map((link) => link.pageId), ...pinned])]);
  const readable = new Set(pages.map((page) => page.id));
  return {
    links: await readableLinks(links, () => Promise.resolve(pages)),
    pinned: pinned.filter((id) => readable.has(id)),
  };
};

/** A list read a moment ago with one change made since: index reads lag behind writes. */
export const withLink = (links: readonly ArticleLink[], changed: ArticleLink): readonly ArticleLink[] => [
  changed,
  ...links.filter((link) => link.pageId !== changed.pageId),
];
