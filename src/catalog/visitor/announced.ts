import type { ShownCatalog } from '../domain/call-answers';
import { type Announcement, shownAt } from '../domain/announcement';
import { isFor, type Viewer } from '../domain/audience/entitlement';

/** What somebody is shown of the catalog. */
interface Seen {
  /** Each with its categories at the top. */
  readonly catalogs: ReadonlyMap<string, readonly string[]>;
  readonly categories: ReadonlySet<string>;
  readonly items: ReadonlySet<string>;
}

/** What somebody is told now or soon: only what is for them, and about something that they see. */
export function announcedTo(
  viewer: Viewer,
  seen: Seen,
  all: readonly Announcement[],
  now: number,
  reported: Readonly<Record<string, number>> = {},
): ShownCatalog['announcements'] {
  return all.flatMap((announcement): ShownCatalog['announcements'] => {
    const { id, kind, name, text, issueKey } = announcement;
    const shown = shownAt(announcement, now);
    if (shown === null || !isFor(announcement, viewer)) return [];
    const about = aboutOf(announcement, seen);
    const told = kind === 'knownIssue' && issueKey !== undefined ? { issueKey } : {};
    const count = reported[id];
    const many = count === undefined ? {} : { reported: count };
    return about === null ? [] : [{ id, kind, name, text, ...told, ...many, ...shown, ...about }];
  });
}

/** Of what it is about what they see, of a catalog its categories at the top; `null` where that is nothing. */
function aboutOf({ catalogs, categories, items }: Announcement, seen: Seen) {
  const about = {
    everywhere: catalogs.length + categories.length + items.length === 0,
    categoryIds: [
      ...new Set([
        ...catalogs.flatMap((id) => seen.catalogs.get(id) ?? []),
        ...categories.filter((id) => seen.categories.has(id)),
      ]),
    ],
    itemIds: items.filter((id) => seen.items.has(id)),
  };
  return about.everywhere || about.categoryIds.length + about.itemIds.length > 0 ? about : null;
}
