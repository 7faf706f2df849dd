/** What the rest of the app may ask of the catalog. */
import { publishedItem } from './find-item';
import { readVersion } from './item-store';
import type { CatalogStructure, PublishedItem, Tile } from './domain/model';
import type { LocalizedText } from '../kernel/text';
import { readHead, structureOf, tilesOf } from './store';

export { askJira } from './ask-jira';
export { findItem, publishedItem } from './find-item';
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
export type { Editor } from './save-item';
export { type AskJira, publishItem, surroundings } from './publish-item';
export { changeCatalog, services } from './store';
export { tidyCatalog } from './tidy';
export { isFor, type Visitor } from './visible-items';

/** Catalogs, categories and services. */
export const readStructure = async (): Promise<CatalogStructure> => structureOf(await readHead());

/** Every published item as far as lists need it, by id. */
export const readTiles = async (): Promise<readonly Tile[]> => tilesOf(await readHead());

/** The item in this version, else as it is published now; `null` when there is none at all. */
export const itemFor = async (id: string, version: number): Promise<PublishedItem | null> =>
  (await readVersion(id, version)) ?? publishedItem(id);

/** Names of the published items that show the promise of a metric. */
export const itemsPromising = async (metricId: string): Promise<readonly LocalizedText[]> =>
  (await readTiles()).filter(({ metrics }) => metrics.includes(metricId)).map(({ name }) => name);

/** Who answers for an item, as published: nobody for an unknown one. */
export async function ownersOfItem(id: string): Promise<readonly string[]> {
  const owner = (await publishedItem(id))?.content.owner;
  return owner ? [owner] : [];
}
