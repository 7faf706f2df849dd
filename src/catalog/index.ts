/** What the rest of the app may ask of the catalog. */
import { publishedItem } from './find-item';
import { readVersion } from './item-store';
import type { PublishedItem, Tile } from './domain/model';
import { readHead, structureOf, tilesOf } from './store';
import { type Visitor, visibleTiles } from './visible-items';

export { noteViewedAs, personOr } from './as-person';
export { type AskJira, askJira } from './ask-jira';
export { catalogStanding, editsSomething, mayChange, mayEdit, mayRead } from './editing';
export { deleteItem } from './delete-item';
export { factsOf } from './facts-of';
export { fieldSetStore } from './field-sets';
export { askerFor, askingFor } from './for-whom';
export { draftAsPublished, findItem, publishedItem } from './find-item';
export { portalHome } from './home';
export { exportedOptions, importOptions, offeredOptions, withChosenOptions } from './option-lists';
export { withOptionsOfJira } from './options-of-jira';
export { itemPage, type ItemPagePorts, itemPreview } from './item-page';
export { exportedItems, importItems } from './import-items';
export { lackingOf } from './lacking';
export { type KnownProblem, knownProblems, refuseUnknownProblem } from './known-problems';
export { namesOfParts, namesUsing } from './names-using';
export { keepPopular } from './popular';
export { keepReported } from './reported';
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
export { idsOf, publishItem, surroundings } from './publish-item';
export { requesterOf } from './requester-of';
export { responsiblePeople } from './responsible-people';
export { retireItem } from './retire-item';
export { setupsStore } from './setups-store';
export { changeCatalog, readStructure } from './store';
export { mergeStructure, saveMember, structureGroup } from './structure';
export { tidyCatalog, tidyOptions, tidyPictures } from './tidy';
export { maySee, maySeeIfTold, type Visitor } from './visible-items';

/** Every published item as far as lists need it, by id. */
export const readTiles = async (): Promise<readonly Tile[]> => tilesOf(await readHead());

/** The same, and which of them someone may see and order. */
export async function tilesFor(visitor: Visitor) {
  const head = await readHead();
  const [tiles, { categories }] = await Promise.all([tilesOf(head), structureOf(head)]);
  return { tiles, visible: new Set(await visibleTiles(tiles, categories, visitor)) };
}

/** The item in this version, else as it is published now; `null` when there is none at all. */
export const itemFor = async (id: string, version: number): Promise<PublishedItem | null> =>
  (await readVersion(id, version)) ?? publishedItem(id);

/** Who answers for an item, as published: nobody for an unknown one. */
export async function ownersOfItem(id: string): Promise<readonly string[]> {
  const owner = (await publishedItem(id))?.content.owner;
  return owner ? [owner] : [];
}
