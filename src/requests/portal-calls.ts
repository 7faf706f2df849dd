/** What the portal asks of an item and of the home: the catalog's part with what is somebody's own. For everybody: each shows only what its caller is entitled to. */
import * as v from 'valibot';
import {
  askerFor,
  askingFor,
  factsOf,
  findItem,
  itemPage,
  type ItemPagePorts,
  itemPreview,
  mayRead,
  noteViewedAs,
  personOr,
  portalHome,
  refuseUnknownProblem,
} from '../catalog';
import {
  factsAnswer,
  favouritesAnswer,
  followingAnswer,
  homeAnswer,
  itemPageAnswer,
  itemPreviewAnswer,
} from '../catalog/domain/call-answers';
import { MOST_SEARCHES, searchedSchema } from '../catalog/domain/searched';
import { accountSchema, idSchema } from '../catalog/domain/texts/text-schema';
import { anyone, call, type Caller, holds } from '../platform/identity/caller';
import { ifJiraTells } from '../platform/jira/if-told';
import { mayBeAssigned } from '../platform/jira/issues/issue-access';
import { createFields } from '../platform/jira/issues/create-fields';
import { namesOf } from '../platform/jira/people/people';
import { profileOf } from '../platform/jira/people/profile';
import { firstIssue } from '../platform/jira/search/finds-issue';
import { remembered } from '../platform/remembered';
import { promiseDefinitions, readDisplay } from '../sla';
import { watchedFields } from '../sla/engine/history';
import { NO_DRAFT } from './domain/draft-list';
import { tokenSchema } from './domain/schema';
import { openDrafts } from './drafts/open-drafts';
import { previousAnswers } from './reading/previous-answers';
import { setFavourite } from './own/favourites';
import { setFollow } from './own/follows';
import { refuseUnlessFor } from './sending/check-submission';
import { homeFor, homeOf } from './home';
import { profileFor, requestPorts } from './forge-ports';
import { readUsual } from './records/usual-times';

const pagePorts = ({
  confluence,
}: Caller): Omit<ItemPagePorts, 'drafts' | 'profile' | 'previous' | 'firstIssue'> => ({
  promiseDefinitions,
  fieldsOf: watchedFields,
  createFields: (...place) => remembered(`create fields ${place.join(' ')}`, () => createFields(...place)),
  namesOf,
  confluence,
  usual: async (itemId) => (await remembered('usual times', readUsual))[itemId] ?? {},
  firstDay: async () => (await readDisplay()).firstDay,
});

export const portalCalls = {
  /** `known`: the key of the catalog that the browser has already; `catalog`: one that is opened by its own address. */
  'portal.home': call({
    payload: v.object({
      known: v.optional(v.pipe(v.string(), v.maxLength(100))),
      catalog: v.optional(idSchema),
      searched: v.optional(v.pipe(v.array(searchedSchema), v.maxLength(MOST_SEARCHES)), []),
      ...askingFor,
    }),
    answer: homeAnswer,
    authorise: (caller, asked) => askerFor(caller, asked.for),
    run: (asked, caller, asker) =>
      portalHome(asked, asker, {
        standing: () => caller.standing(),
        own: async () =>
          homeFor(
            await homeOf(caller, {
              issuesNow: requestPorts.issuesNow,
              mayBeAssigned: async () => (await ifJiraTells(mayBeAssigned())) ?? false,
            }),
            asker,
          ),
        confluence: caller.confluence,
      }),
  }),

  /** A star of the caller's own, for an item that they may order; any may be taken away. Answers all their stars. */
  'portal.favourite': call({
    payload: v.object({ itemId: idSchema, isOn: v.boolean() }),
    answer: favouritesAnswer,
    authorise: async (caller, { itemId, isOn }) => {
      if (isOn) await findItem(itemId, caller);
    },
    run: async ({ itemId, isOn }, { accountId }) => ({
      favourites: await setFavourite(accountId, itemId, isOn),
    }),
  }),

  /** The caller is told when a known problem that they are shown is solved, or no longer wants to be. Answers all that they follow. */
  'portal.follow': call({
    payload: v.object({ announcementId: idSchema, isOn: v.boolean() }),
    answer: followingAnswer,
    authorise: async (caller, { announcementId, isOn }) => {
      if (isOn) await refuseUnknownProblem(announcementId, caller);
    },
    run: async ({ announcementId, isOn }, { accountId }) => ({
      following: await setFollow(accountId, announcementId, isOn),
    }),
  }),

  /**
   * Not found and not entitled look the same. A retired item answers ITEM_RETIRED with `params.replacedBy`. `draft` names the one to go
   * on with, or `new` for none; the newest where it is left out.
   */
  'portal.item': call({
    payload: v.object({
      itemId: idSchema,
      draft: v.optional(v.union([v.literal(NO_DRAFT), tokenSchema])),
      ...askingFor,
    }),
    answer: itemPageAnswer,
    authorise: (caller, asked) => askerFor(caller, asked.for),
    run: ({ itemId, draft }, caller, asker) =>
      itemPage(itemId, asker, {
        ...pagePorts(caller),
        drafts: async () => {
          const opened = await openDrafts(asker, itemId, draft);
          return { ...opened, drafts: opened.drafts.map(({ saved: _, ...told }) => told) };
        },
        // What a search finds is the searcher's own.
        ...(asker === caller && { firstIssue }),
        profile: () => profileFor(asker),
        previous: () => previousAnswers(asker, itemId),
      }),
  }),

  /** The item's draft as one of its editors sees it, or as `person` would, which is audited. */
  'portal.preview': call({
    payload: v.object({ itemId: idSchema, person: v.optional(accountSchema) }),
    answer: itemPreviewAnswer,
    authorise: mayRead,
    run: async ({ itemId, person }, caller) => {
      const visitor = personOr(caller, person);
      const readsAll = visitor === caller || holds(await caller.standing(), ['catalogManager', 'auditor']);
      const ports: ItemPagePorts = {
        ...pagePorts(caller),
        profile: () => profileOf(visitor.accountId),
        // Nobody finds what somebody else would.
        ...(visitor === caller && { firstIssue }),
      };
      const preview = await itemPreview(itemId, visitor, ports, readsAll ? undefined : caller);
      if (visitor !== caller)
        // It is asked for again with every change: one entry for ten minutes of work tells as much.
        await remembered(['viewed', caller.accountId, visitor.accountId, itemId].join(' '), () =>
          noteViewedAs(caller, visitor.accountId, preview.page.item.content.name),
        );
      return preview;
    },
  }),

  /**
   * Of somebody an item may be asked for: what its conditions name, and nothing where it is only for oneself. Of whom it is not for,
   * nothing is told but that.
   */
  'portal.facts': call({
    payload: v.object({ itemId: idSchema, person: accountSchema }),
    answer: factsAnswer,
    authorise: anyone,
    run: async ({ itemId, person: beneficiary }, caller) => {
      const item = await findItem(itemId, caller);
      const { content } = item;
      if (content.onBehalf !== undefined) await refuseUnlessFor(item, beneficiary, caller, requestPorts);
      return {
        facts: content.onBehalf
          ? await factsOf(content, { requester: caller.accountId, beneficiary, visitor: caller })
          : {},
      };
    },
  }),
};
