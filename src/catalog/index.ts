/** What the rest of the app may ask of the catalog. */
import { items, readPublished, readVersion } from './store';
import type { PublishedItem } from './domain/model';

export { askJira } from './ask-jira';
export { portalHome } from './home';
export { itemPage } from './item-page';
export { findItem } from './find-item';
export { keepPopular } from './popular';
export { allItems, listItems } from './list-items';
export { saveItem, type Editor } from './save-item';
export { type AskJira, publishItem, surroundings } from './publish-item';
export { retireItem } from './retire-item';
export { saveService } from './save-service';
export { saveCategories } from './save-categories';
export { changeCatalog, items, readPublished, readVersion, services, versionWrites } from './store';
export { visibleItems, type Visitor } from './visible-items';

/** An item of any state as its editors see it; `null` when there is none. */
export const readItem = (id: string) => items.get(id);

/** The item in this version, else as it is published now; `null` when there is none at all. */
export async function itemFor(id: string, version: number): Promise<PublishedItem | null> {
  return (
    (await readVersion(id, version)) ?? (await readPublished()).items.find((item) => item.id === id) ?? null
  );
}

/** Names of the published items that show the promise of a metric. */
export async function itemsPromising(metricId: string): Promise<readonly string[]> {
  return (await readPublished()).items
    .filter(({ content }) => Object.values(content.promise).includes(metricId))
    .map(({ content }) => content.name.en);
}

/** Who answers for an item, as published: nobody for an unknown one. */
export async function ownersOfItem(id: string): Promise<readonly string[]> {
  const item = (await readPublished()).items.find((candidate) => candidate.id === id);
  return item?.content.owner ? [item.content.owner] : [];
}
