/** What screens ask of this subject. */
import * as v from 'valibot';
import { notFound } from '../kernel/errors';
import { anyone, call, holds, needs } from '../platform/identity/caller';
import { askJiraBriefly } from './ask-jira';
import {
  type EditedItem,
  editedItemAnswer,
  itemsAnswer,
  savedItemAnswer,
  structureAnswer,
  wordsAnswer,
} from './domain/call-answers';
import type { Item } from './domain/model';
import { revSchema as rev } from './domain/parts-schema';
import { itemContentSchema } from './domain/schema';
import { STRUCTURE_KEYS, structureSection } from './domain/sections';
import { idSchema } from './domain/text-schema';
import { searchWords } from './home';
import { itemProblems } from './item-problems';
import { readItem } from './item-store';
import { listItems } from './list-items';
import { publishItem } from './publish-item';
import { retireItem } from './retire-item';
import { saveItem } from './save-item';
import { agreementsAbout, readCatalog } from './read-catalog';
import { deleteMember } from './structure';

const nothing = v.object({});

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

  /** Creates when `itemId` is new (rev 0), and tells what stops it from being published. CONFLICT when `rev` is not the stored one. */
  'catalog.saveItem': call({
    payload: v.object({ itemId: idSchema, rev, content: itemContentSchema }),
    answer: savedItemAnswer,
    authorise: manages,
    run: async (wanted, caller) => {
      const saved = edited(await saveItem(wanted, caller));
      return { ...saved, problems: await itemProblems(wanted.content, askJiraBriefly) };
    },
  }),

  'catalog.publishItem': call({
    payload: v.object({ itemId: idSchema, rev }),
    answer: editedItemAnswer,
    authorise: manages,
    run: async ({ itemId, rev }, caller) => edited(await publishItem(itemId, rev, caller, askJiraBriefly)),
  }),

  'catalog.retireItem': call({
    payload: v.object({ itemId: idSchema, rev, replacedBy: v.optional(idSchema) }),
    answer: editedItemAnswer,
    authorise: manages,
    run: async (wanted, caller) => edited(await retireItem(wanted, caller)),
  }),

  /** Catalogs, categories, services and offerings. Whoever only manages SLAs is answered services. */
  'catalog.structure': call({
    payload: nothing,
    answer: structureAnswer,
    authorise: needs('catalogManager', 'auditor', 'slaManager'),
    run: async (_, caller) => readCatalog(holds(await caller.standing(), ['catalogManager', 'auditor'])),
  }),

  /** CONFLICT when `rev` is not the stored one; refused while something refers to it. */
  'catalog.delete': call({
    payload: v.object({ section: v.picklist(STRUCTURE_KEYS), id: idSchema, rev }),
    answer: nothing,
    authorise: manages,
    run: async ({ section, ...member }, caller) => {
      const agreements = section === 'service' ? await agreementsAbout(member.id) : [];
      await deleteMember(structureSection(section), member, caller, agreements);
      return {};
    },
  }),
};
