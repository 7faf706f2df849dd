import * as v from 'valibot';
import {
  askJira,
  type Editor,
  itemPage,
  listItems,
  portalHome,
  publishItem,
  readItem,
  retireItem,
  saveCategories,
  saveItem,
  saveService,
} from '../../catalog';
import type { CatalogCalls } from '../../catalog/contract';
import { categorySchema, itemContentSchema, serviceSchema } from '../../catalog/domain/schema';
import { idSchema } from '../../catalog/domain/text-schema';
import { issuesNow } from '../../platform/jira/track-issue';
import { namesOf } from '../../platform/jira/users';
import { openDraft, ownSummary, readDrafts, waitingRequests } from '../../requests';
import { notFound } from '../../kernel/errors';
import { promiseDefinitions } from '../../sla';
import { anyone, type Caller, holds, needs } from '../../platform/identity/caller';
import { handleUndeclared as handle, type HandlersOf } from './handle';

const nothing = v.object({});
const rev = v.pipe(v.number(), v.integer(), v.minValue(0));

const editor = (caller: Caller): Editor => ({ accountId: caller.accountId, now: caller.now });
const manages = needs('catalogManager');

/** The portal's calls are for everybody: each shows only what its caller is entitled to. */
export const catalogResolvers: HandlersOf<CatalogCalls> = {
  'portal.home': handle({
    name: 'portal.home',
    payload: nothing,
    authorise: anyone,
    run: (_, caller) =>
      portalHome(caller, {
        standing: () => caller.standing(),
        ownSummary: () => ownSummary(caller),
        drafts: () => readDrafts(caller.accountId),
        pendingApprovals: async () => (await waitingRequests(caller, { issuesNow })).length,
        confluence: caller.confluence,
      }),
  }),

  'portal.item': handle({
    name: 'portal.item',
    payload: v.object({ itemId: idSchema }),
    authorise: anyone,
    run: ({ itemId }, caller) =>
      itemPage(itemId, caller, {
        promiseDefinitions,
        draft: () => openDraft(caller.accountId, itemId),
        namesOf,
        confluence: caller.confluence,
      }),
  }),

  'catalog.items': handle({
    name: 'catalog.items',
    payload: nothing,
    // SLA managers choose among services in agreements.
    authorise: needs('catalogManager', 'auditor', 'slaManager'),
    run: async (_, caller) => listItems(holds(await caller.standing(), ['catalogManager', 'auditor'])),
  }),

  'catalog.item': handle({
    name: 'catalog.item',
    payload: v.object({ itemId: idSchema }),
    authorise: needs('catalogManager', 'auditor'),
    run: async ({ itemId }) => {
      const item = await readItem(itemId);
      if (!item) throw notFound(`The item ${itemId}`);
      return { item, versions: Array.from({ length: item.version }, (_, index) => index + 1) };
    },
  }),

  'catalog.saveItem': handle({
    name: 'catalog.saveItem',
    payload: v.object({ itemId: idSchema, rev, content: itemContentSchema }),
    authorise: manages,
    run: async (wanted, caller) => ({ item: await saveItem(wanted, editor(caller)) }),
  }),

  'catalog.publishItem': handle({
    name: 'catalog.publishItem',
    payload: v.object({ itemId: idSchema, rev }),
    authorise: manages,
    run: async ({ itemId, rev }, caller) => ({
      item: await publishItem(itemId, rev, editor(caller), askJira),
    }),
  }),

  'catalog.retireItem': handle({
    name: 'catalog.retireItem',
    payload: v.object({ itemId: idSchema, rev, replacedBy: v.optional(idSchema) }),
    authorise: manages,
    run: async (wanted, caller) => ({ item: await retireItem(wanted, editor(caller)) }),
  }),

  'catalog.saveService': handle({
    name: 'catalog.saveService',
    payload: v.object({ service: serviceSchema }),
    authorise: manages,
    run: async ({ service }, caller) => ({ service: await saveService(service, editor(caller)) }),
  }),

  'catalog.saveCategories': handle({
    name: 'catalog.saveCategories',
    payload: v.object({ categories: v.pipe(v.array(categorySchema), v.maxLength(300)) }),
    authorise: manages,
    run: async ({ categories }, caller) => ({ categories: await saveCategories(categories, editor(caller)) }),
  }),
};
