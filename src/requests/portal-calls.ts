/** What the portal asks of an item and of the home: the catalog's part with what is somebody's own. For everybody: each shows only what its caller is entitled to. */
import * as v from 'valibot';
import { factsOf, findItem, itemPage, portalHome } from '../catalog';
import { factsAnswer, homeAnswer, itemPageAnswer } from '../catalog/domain/call-answers';
import { accountSchema, idSchema } from '../catalog/domain/text-schema';
import { anyone, call } from '../platform/identity/caller';
import { namesOf } from '../platform/jira/people/people';
import { promiseDefinitions, readDisplay } from '../sla';
import { watchedFields } from '../sla/engine/history';
import { openDraft } from './drafts';
import { homeOf } from './home';
import { requestPorts } from './forge-ports';

export const portalCalls = {
  /** `known`: the key of the catalog that the browser has already; `catalog`: one that is opened by its own address. */
  'portal.home': call({
    payload: v.object({
      known: v.optional(v.pipe(v.string(), v.maxLength(100))),
      catalog: v.optional(idSchema),
    }),
    answer: homeAnswer,
    authorise: anyone,
    run: (asked, caller) =>
      portalHome(asked, caller, {
        standing: () => caller.standing(),
        own: () => homeOf(caller, requestPorts),
        confluence: caller.confluence,
      }),
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
        firstDay: async () => (await readDisplay()).firstDay,
      }),
  }),

  /** Of somebody an item may be asked for: what its conditions name, and nothing where it is only for oneself. */
  'portal.facts': call({
    payload: v.object({ itemId: idSchema, person: accountSchema }),
    answer: factsAnswer,
    authorise: anyone,
    run: async ({ itemId, person: beneficiary }, caller) => {
      const { content } = await findItem(itemId, caller);
      const isFor = content.onBehalf !== undefined;
      return { facts: isFor ? await factsOf(content, { requester: caller.accountId, beneficiary }) : {} };
    },
  }),
};
