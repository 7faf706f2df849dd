/** What screens ask of this subject. */
import * as v from 'valibot';
import { notFound } from '../kernel/errors';
import { anyone, call, type Caller, holds, needs } from '../platform/identity/caller';
import { deleteMetric } from '../sla';
import { metricDeletedAnswer } from '../sla/definitions/domain/answers/definitions';
import { askJira } from './ask-jira';
import {
  categoriesAnswer,
  type EditedItem,
  editedItemAnswer,
  itemsAnswer,
  serviceAnswer,
  wordsAnswer,
} from './domain/call-answers';
import type { Item } from './domain/model';
import { categorySchema, itemContentSchema, serviceSchema } from './domain/schema';
import { idSchema } from './domain/text-schema';
import { searchWords } from './home';
import { itemsPromising } from './items-promising';
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

export const catalogCalls = {
  /** Of the items that the caller may order. */
  'portal.words': call({
    payload: nothing,
    answer: wordsAnswer,
    authorise: anyone,
    run: async (_, caller) => ({ words: await searchWords(caller) }),
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

  /**
   * Deletes a metric that never had a cycle; retires any other: it keeps its name and its past, and `open` says what
   * becomes of cycles under way. Asked here, as the catalog knows which items promise it.
   */
  'sla.deleteMetric': call({
    payload: v.object({
      version: rev,
      metricId: v.pipe(v.string(), v.minLength(1), v.maxLength(255)),
      open: v.picklist(['finish', 'cancel']),
    }),
    answer: metricDeletedAnswer,
    authorise: needs('slaManager'),
    run: (wanted, caller) => deleteMetric(wanted, caller, itemsPromising),
  }),
};
