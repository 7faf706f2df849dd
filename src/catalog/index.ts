/** What the rest of the app may ask of the catalog. */
import { publishedItem } from './find-item';
import { readVersion } from './item-store';
import type { CatalogStructure, PublishedItem, Tile } from './domain/model';
import { readHead, structureOf, tilesOf } from './store';

export { type AskJira, askJira } from './ask-jira';
export { findItem, publishedItem } from './find-item';
export { portalHome } from './home';
export { itemPage } from './item-page';
export { exportedItems, importItems } from './import-items';
export { itemsPromising } from './items-promising';
export { keepPopular } from './popular';
export {
  allHeads,
  dropFormer,
  itemsOf,
  itemWrites,
  MAX_ITEMS,
  readItem,
  readVersion,
  versionWrites,
} from './item-store';
export { publishItem, surroundings } from './publish-item';
export { changeCatalog } from './store';
export { mergeStructure, saveMember, structureGroup } from './structure';
export { tidyCatalog } from './tidy';
export { isFor, type Visitor } from './visible-items';

/** Catalogs, categories and services. */
export const readStructure = async (): Promise<CatalogStructure> => structureOf(await readHead());

/** Every published item as far as lists need it, by id. */
export const readTiles = async (): Promise<readonly Tile[]> => tilesOf(await readHead());

/** The item in this version, else as it is published now; `null` when there is none at all. */
export const itemFor = async (id: string, version: number): Promise<PublishedItem | null> =>
  (await readVersion(id, version)) ?? publishedItem(id);

/** Who answers for an item, as published: nobody for an unknown one. */
export async function ownersOfItem(id: string): Promise<readonly string[]> {
  const owner = (await publishedItem(id))?.content.owner;
  return owner ? [owner] : [];
}
