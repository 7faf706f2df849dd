/** What the rest of the app may ask of the catalog. */
import { publishedItem } from './visitor/find-item';
import { readVersion } from './records/item-store';
import type { PublishedItem, Tile } from './domain/model';
import { readHead, structureOf, tilesOf } from './records/store';
import { visibleTiles } from './visitor/visible-items';
import type { Visitor } from './visitor/visitor';

export { noteViewedAs, personOr } from './visitor/as-person';
export { type AskJira, askJira } from './ask-jira';
export { catalogStanding, editsSomething, mayChange, mayEdit, mayRead } from './items/editing';
export { deleteItem } from './items/delete-item';
export { factsOf } from './visitor/facts-of';
export { fieldSetStore } from './items/field-sets';
export { askerFor, askingFor } from './visitor/for-whom';
export { draftAsPublished, findItem, publishedItem } from './visitor/find-item';
export { portalHome } from './portal/home';
export { exportedOptions, importOptions, offeredOptions, withChosenOptions } from './assets/option-lists';
export { withOptionsOfJira } from './portal/options-of-jira';
export { itemPage, type ItemPagePorts, itemPreview } from './portal/item-page';
export { exportedItems, importItems } from './items/import-items';
export { lackingOf } from './assets/lacking';
export { type KnownProblem, knownProblems, refuseUnknownProblem } from './portal/known-problems';
export { namesOfParts, namesUsing } from './items/names-using';
export { keepPopular } from './portal/popular';
export { keepReported } from './portal/reported';
export {
  allHeads,
  dropFormer,
  itemsOf,
  itemWrites,
  MAX_ITEMS,
  readItem,
  readVersion,
  versionWrites,
} from './records/item-store';
export { idsOf, publishItem, surroundings } from './items/publish-item';
export { requesterOf } from './visitor/requester-of';
export { responsiblePeople } from './responsible-people';
export { retireItem } from './items/retire-item';
export { setupsStore } from './records/setups-store';
export { changeCatalog, readStructure } from './records/store';
export { mergeStructure, saveMember, structureGroup } from './structure';
export { tidyCatalog, tidyOptions, tidyPictures } from './tidy';
export { maySee, maySeeIfTold } from './visitor/visible-items';
export type { Visitor } from './visitor/visitor';

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
