/** What screens ask of this subject. */
import * as v from 'valibot';
import { notFound } from '../kernel/errors';
import { judgingDefinitions, readDisplay } from '../sla';
import { call, needs } from '../platform/identity/caller';
import { askJiraBriefly, securityLevelsOf } from './ask-jira';
import {
  type EditedItem,
  editedItemAnswer,
  itemsAnswer,
  levelsAnswer,
  movedAnswer,
  optionPartAnswer,
  optionsAnswer,
  pictureAnswer,
  pictureLabelAnswer,
  savedItemAnswer,
  searchesAnswer,
  setUsesAnswer,
  slasAnswer,
  structureAnswer,
  viewedAnswer,
  wordsAnswer,
} from './domain/call-answers';
import type { Item } from './domain/model';
import { revSchema as rev } from './domain/parts-schema';
import { MOST_LISTED, optionPartSchema, partLabelsSchema } from './domain/form/option-list';
import { pictureLabelSchema, pictureSchema } from './domain/picture';
import { itemContentSchema } from './domain/schema';
import { STRUCTURE_KEYS, structureSection } from './domain/sections';
import { accountSchema, idSchema } from './domain/texts/text-schema';
import {
  catalogStanding,
  mayDelete,
  mayEdit,
  mayKeepOptions,
  mayMove,
  mayPlace,
  mayRead,
  maySave,
  structureStanding,
} from './items/editing';
import { usersOf } from './items/field-sets';
import { askerFor, askingFor } from './visitor/for-whom';
import { searchWords } from './portal/home';
import { itemProblems } from './items/item-problems';
import { readItem } from './records/item-store';
import { listItems } from './items/list-items';
import { publishItem } from './items/publish-item';
import { retireItem } from './items/retire-item';
import { saveItem } from './items/save-item';
import { moveItems } from './items/move-items';
import { findOptions, offeredOptions, saveOptions } from './assets/option-lists';
import { editedPicture, offeredPicture, savePicture } from './assets/pictures';
import { agreementsAbout, readCatalog, servicesAlone } from './portal/read-catalog';
import { forgetSearch } from './records/searches';
import { toldSearches } from './portal/told-searches';
import { deleteMember } from './structure';
import { viewAs } from './visitor/view-as';

const nothing = v.object({});
const pictureName = v.object({ itemId: idSchema, label: pictureLabelSchema });
/** What of a list is asked for: what was typed, after how many, and how many at most. */
const optionSearch = {
  typed: v.pipe(v.string(), v.maxLength(200)),
  from: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(MOST_LISTED)),
  most: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(500)),
};
const jiraId = v.pipe(v.string(), v.regex(/^\d{1,20}$/));

const edited = (item: Item): { readonly item: EditedItem } => {
  const { rev, state, dirty, updatedAt, updatedBy, content } = item;
  return { item: { rev, state, dirty, updatedAt, updatedBy, content } };
};

export const catalogCalls = {
  /** Of the items that the caller may order. */
  'portal.words': call({
    payload: v.object({ ...askingFor }),
    answer: wordsAnswer,
    authorise: (caller, asked) => askerFor(caller, asked.for),
    run: async (_payload, _caller, asker) => ({ words: await searchWords(asker) }),
  }),

  /** The picture of an item that the caller may order, as it is published; any other is not found. */
  'portal.picture': call({
    payload: v.object({ ...pictureName.entries, ...askingFor }),
    answer: pictureAnswer,
    authorise: (caller, asked) => askerFor(caller, asked.for),
    run: (name, _caller, asker) => offeredPicture(name, asker),
  }),

  /** A page of the options of a question with a long list, those that fit what was typed, of an item that the caller may order. */
  'portal.options': call({
    payload: v.object({ itemId: idSchema, field: idSchema, ...optionSearch, ...askingFor }),
    answer: optionsAnswer,
    authorise: (caller, asked) => askerFor(caller, asked.for),
    run: (wanted, _caller, asker) => offeredOptions(wanted, asker),
  }),

  /** The same of any list, by the labels of its parts, which nobody guesses. */
  'catalog.options': call({
    payload: v.object({ parts: partLabelsSchema, ...optionSearch }),
    answer: optionsAnswer,
    authorise: catalogStanding,
    run: ({ parts, ...wanted }) => findOptions(parts, wanted),
  }),

  /** Keeps a part of a list, and answers its label. One that nothing is then saved with goes after an hour. */
  'catalog.saveOptions': call({
    payload: v.object({ options: optionPartSchema }),
    answer: optionPartAnswer,
    authorise: mayKeepOptions,
    run: async ({ options }, { now }) => ({ label: await saveOptions(options, now) }),
  }),

  'catalog.picture': call({
    payload: pictureName,
    answer: pictureAnswer,
    authorise: mayRead,
    run: (name) => editedPicture(name),
  }),

  /** Keeps a picture for an item as it is edited, which may be new. One that no item is then saved with goes after a day. */
  'catalog.savePicture': call({
    payload: v.object({ itemId: idSchema, categoryIds: v.array(idSchema), picture: pictureSchema }),
    answer: pictureLabelAnswer,
    authorise: (caller, { itemId, categoryIds }) =>
      maySave(caller, { itemId, content: { categoryIds, fulfilment: { projectId: '' } } }),
    run: async ({ itemId, picture }, { now }) => ({ label: await savePicture(itemId, picture, now) }),
  }),

  /** A page of the items that the caller may edit, or of all for those who manage or audit the catalog. */
  'catalog.items': call({
    payload: v.object({ cursor: v.optional(v.pipe(v.string(), v.maxLength(2_000))) }),
    answer: itemsAnswer,
    authorise: catalogStanding,
    run: ({ cursor }, _caller, standing) => listItems(standing, cursor),
  }),

  'catalog.item': call({
    payload: v.object({ itemId: idSchema }),
    answer: editedItemAnswer,
    authorise: mayRead,
    run: async ({ itemId }) => {
      const item = await readItem(itemId);
      if (!item) throw notFound(`The item ${itemId}`);
      return edited(item);
    },
  }),

  /** The security levels that the app may give to new work items of a space and type; none where Jira's form has no such field. */
  'catalog.securityLevels': call({
    payload: v.object({ projectId: jiraId, issueTypeId: jiraId }),
    answer: levelsAnswer,
    authorise: mayPlace,
    run: async (place) => ({ levels: await securityLevelsOf(place) }),
  }),

  /** The SLAs that work items of items are judged by, without whom they reach and who answers for them. */
  'catalog.slas': call({
    payload: nothing,
    answer: slasAnswer,
    authorise: catalogStanding,
    run: async () => ({
      definitions: await judgingDefinitions(),
      languages: (await readDisplay()).languages,
    }),
  }),

  /**
   * Creates when `itemId` is new (rev 0), and tells what stops it from being published, unless the screen saves it by itself. CONFLICT
   * when `rev` is not the stored one.
   */
  'catalog.saveItem': call({
    payload: v.object({
      itemId: idSchema,
      rev,
      content: itemContentSchema,
      byItself: v.optional(v.boolean(), false),
    }),
    answer: savedItemAnswer,
    authorise: maySave,
    run: async (wanted, caller) => {
      const saved = edited(await saveItem(wanted, caller));
      // Field sets put into it what they say now.
      const { content } = saved.item;
      return {
        ...saved,
        problems: wanted.byItself ? [] : await itemProblems(wanted.itemId, content, askJiraBriefly),
      };
    },
  }),

  'catalog.publishItem': call({
    payload: v.object({ itemId: idSchema, rev }),
    answer: editedItemAnswer,
    authorise: mayEdit,
    run: async ({ itemId, rev }, caller) => edited(await publishItem(itemId, rev, caller, askJiraBriefly)),
  }),

  'catalog.retireItem': call({
    payload: v.object({ itemId: idSchema, rev, replacedBy: v.optional(idSchema) }),
    answer: editedItemAnswer,
    authorise: mayEdit,
    run: async (wanted, caller) => edited(await retireItem(wanted, caller)),
  }),

  /** Into a category or to another service; the caller must be allowed each of them at its new place. */
  'catalog.moveItems': call({
    payload: v.object({
      ids: v.pipe(v.array(idSchema), v.minLength(1), v.maxLength(10)),
      categoryId: v.optional(idSchema),
      serviceId: v.optional(idSchema),
    }),
    answer: movedAnswer,
    authorise: mayMove,
    run: ({ ids, ...to }, caller) => moveItems(ids, to, caller),
  }),

  /** Catalogs, categories, services and offerings. Whoever only manages SLAs is answered services. */
  'catalog.structure': call({
    payload: nothing,
    answer: structureAnswer,
    authorise: structureStanding,
    run: (_payload, _caller, standing) => (standing === null ? servicesAlone() : readCatalog(standing)),
  }),

  /** What somebody would see of the catalog, and what hides the rest from them: of the items that `catalog.items` answers the caller. */
  'catalog.viewAs': call({
    payload: v.object({ person: accountSchema, catalog: v.optional(idSchema) }),
    answer: viewedAnswer,
    authorise: catalogStanding,
    run: async (wanted, caller, standing) => ({ items: await viewAs(wanted, caller, standing) }),
  }),

  /** What people searched for, for whoever edits something of the catalog. */
  'catalog.searches': call({
    payload: nothing,
    answer: searchesAnswer,
    authorise: catalogStanding,
    run: toldSearches,
  }),

  'catalog.forgetSearch': call({
    payload: v.object({ words: v.pipe(v.string(), v.maxLength(200)) }),
    answer: nothing,
    authorise: needs('catalogManager'),
    run: async ({ words }) => {
      await forgetSearch(words);
      return {};
    },
  }),

  /** The items that use a field set: those whose drafts a change of it reaches. */
  'catalog.setUses': call({
    payload: v.object({ id: idSchema }),
    answer: setUsesAnswer,
    authorise: needs('catalogManager', 'auditor'),
    run: async ({ id }) => ({ items: (await usersOf(id)).map(({ id: own, name }) => ({ id: own, name })) }),
  }),

  /** CONFLICT when `rev` is not the stored one; refused while something refers to it. */
  'catalog.delete': call({
    payload: v.object({ section: v.picklist(STRUCTURE_KEYS), id: idSchema, rev }),
    answer: nothing,
    authorise: mayDelete,
    run: async ({ section, ...member }, caller) => {
      const agreements = section === 'service' ? await agreementsAbout(member.id) : [];
      await deleteMember(structureSection(section), member, caller, agreements);
      return {};
    },
  }),
};
