/** What screens ask of this subject. */
import * as v from 'valibot';
import { notFound } from '../kernel/errors';
import { anyone, call, type Caller, holds, needs } from '../platform/identity/caller';
import { namesOf } from '../platform/jira/people';
import { homeOf, openDraft } from '../requests';
import { promiseDefinitions } from '../sla';
import { watchedFields } from '../sla/domain/history';
import { askJira } from './ask-jira';
import {
  categoriesAnswer,
  type EditedItem,
  editedItemAnswer,
  homeAnswer,
  itemPageAnswer,
  itemsAnswer,
  serviceAnswer,
  wordsAnswer,
} from './domain/call-answers';
import type { Item } from './domain/model';
import { categorySchema, itemContentSchema, serviceSchema } from './domain/schema';
import { idSchema } from './domain/text-schema';
import { portalHome, searchWords } from './home';
import { itemPage } from './item-page';
import { readItem } from './item-store';
import { listItems } from './list-items';
import { publishItem } from './publish-item';
import { retireItem } from './retire-item';
import { saveCategories } from './save-categories';
import { type Editor, saveItem } from './save-item';
import { saveService } from './save-service';

const nothing = v.object({});
const rev = v.pipe(v.number(), v.integer(), v.minValue(0));

const editor = (caller: Caller): Editor => ({ accountId: caller.accountId, now: caller.now });
const manages = needs('catalogManager');
const edited = ({ rev, state, dirty, content }: Item): { readonly item: EditedItem } => ({
  item: { rev, state, dirty, content },
});

/** The portal's calls are for everybody: each shows only what its caller is entitled to. */
export const catalogCalls = {
  /** `known`: the key of the catalog that the browser has already. */
  'portal.home': call({
    payload: v.object({ known: v.optional(v.pipe(v.string(), v.maxLength(100))) }),
    answer: homeAnswer,
    authorise: anyone,
    run: ({ known }, caller) =>
      portalHome(known, caller, {
        standing: () => caller.standing(),
        own: () => homeOf(caller),
        confluence: caller.confluence,
      }),
  }),

  'portal.words': call({
    payload: nothing,
    answer: wordsAnswer,
    authorise: anyone,
    run: async (_, caller) => ({ words: await searchWords(caller) }),
  }),

  /** Not found and not entitled look the same. A retired item answers ITEM_RETIRED with `params.replacedBy`. */
  'portal.item': call({
    payload: v.object({ itemId: idSchema }),
    answer: itemPageAnswer,
    authorise: anyone,
    run: ({ itemId }, caller) =>
      itemPage(itemId, caller, {
        promiseDefinitions,
        fieldsOf: watchedFields,
        draft: () => openDraft(caller.accountId, itemId),
        namesOf,
        confluence: caller.confluence,
      }),
  }),

  /** Whoever only manages SLAs is answered services, which agreements choose among, and no items. */
  'catalog.items': call({
    payload: nothing,
    answer: itemsAnswer,
    authorise: needs('catalogManager', 'auditor', 'slaManager'),
    run: async (_, caller) => listItems(holds(await caller.standing(), ['catalogManager', 'auditor'])),
  }),

  'catalog.item': call({
    payload: v.object({ itemId: idSchema }),
    answer: editedItemAnswer,
    authorise: needs('catalogManager', 'auditor'),
    run: async ({ itemId }) => {
      const item = await readItem(itemId);
      if (!item) throw notFound(`The item ${itemId}`);
      return edited(item);
    },
  }),

  /** Creates when `itemId` is new (rev 0). CONFLICT when `rev` is not the stored one. */
  'catalog.saveItem': call({
    payload: v.object({ itemId: idSchema, rev, content: itemContentSchema }),
    answer: editedItemAnswer,
    authorise: manages,
    run: async (wanted, caller) => edited(await saveItem(wanted, editor(caller))),
  }),

  'catalog.publishItem': call({
    payload: v.object({ itemId: idSchema, rev }),
    answer: editedItemAnswer,
    authorise: manages,
    run: async ({ itemId, rev }, caller) => edited(await publishItem(itemId, rev, editor(caller), askJira)),
  }),

  'catalog.retireItem': call({
    payload: v.object({ itemId: idSchema, rev, replacedBy: v.optional(idSchema) }),
    answer: editedItemAnswer,
    authorise: manages,
    run: async (wanted, caller) => edited(await retireItem(wanted, editor(caller))),
  }),

  'catalog.saveService': call({
    payload: v.object({ service: serviceSchema }),
    answer: serviceAnswer,
    authorise: manages,
    run: async ({ service }, caller) => ({ service: await saveService(service, editor(caller)) }),
  }),

  'catalog.saveCategories': call({
    payload: v.object({ categories: v.pipe(v.array(categorySchema), v.maxLength(300)) }),
    answer: categoriesAnswer,
    authorise: manages,
    run: async ({ categories }, caller) => ({ categories: await saveCategories(categories, editor(caller)) }),
  }),
};
