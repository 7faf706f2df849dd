/** What the calls of this subject answer. */
import * as v from 'valibot';
import { SHOWN } from '../../sla/definitions/domain/display/schema';
import { whole } from '../../kernel/answers';
import { textAnswer } from '../../kernel/text-schema';
import type { AnswerOf } from '../../kernel/call';
import type { Finding } from '../../kernel/finding';
import type { Role } from '../../kernel/names';
import type { SlaDefinitions } from '../../sla/engine/model';
import { ITEM_KIND_NAMES } from './kinds';
import type {
  Answers,
  ApprovalStep,
  CatalogStructure,
  Draft,
  FormField,
  Fulfilment,
  ItemContent,
  RequesterPart,
} from './model';
import { priceAnswer } from './price-answer';
import { itemStateSchema } from './schema';
import { shownCatalogSchema } from './shown-catalog';
import { hiddenSchema } from './audience/why-hidden';

export type ShownCatalog = AnswerOf<typeof shownCatalogSchema>;
/** An item as the portal lists it. */
export type ItemCard = ShownCatalog['items'][number];

const ROLES: readonly Role[] = ['admin', 'catalogManager', 'slaManager', 'knowledgeManager', 'auditor'];

/** Who orders for somebody, or for whom: an account, and the days where there are any. */
const orderingAnswer = v.object({
  id: v.string(),
  from: v.optional(v.string()),
  until: v.optional(v.string()),
});

/** A draft as lists tell of it. */
export const draftLineAnswer = v.object({
  clientToken: v.string(),
  itemId: v.string(),
  for: v.optional(v.string()),
  itemName: textAnswer,
  number: v.number(),
  name: v.optional(v.string()),
  updatedAt: v.string(),
  reason: v.picklist(['saved', 'submitFailed']),
});
export type ToldDraft = AnswerOf<typeof draftLineAnswer>;

/** The portal's home in one invocation. */
export const homeAnswer = v.object({
  me: v.object({
    accountId: v.string(),
    roles: v.array(v.picklist(ROLES)),
    jiraAdmin: v.boolean(),
    /** Owns or manages something of the catalog. */
    edits: v.boolean(),
    /** Without access to Jira the catalog can be read and nothing asked for. */
    jira: v.boolean(),
  }),
  /** `null`: what the browser has is still right. */
  catalog: v.nullable(shownCatalogSchema),
  /** Items this person ordered last, whether or not they may still order them. */
  recent: v.array(v.string()),
  /** Items with this person's star, and requests that wait for what they say. */
  favourites: v.array(v.string()),
  waiting: v.array(
    v.object({
      requestId: v.string(),
      issueKey: v.string(),
      itemId: v.string(),
      why: v.picklist(['answer', 'confirm']),
    }),
  ),
  /** Known problems that this person wants to hear of; those of them that were solved, and joined requests that are over. */
  following: v.array(v.string()),
  solved: v.array(v.object({ id: v.string(), name: textAnswer, undone: v.optional(v.literal(true)) })),
  /** Works on requests of others: may be assigned work items in some space. */
  serves: v.boolean(),
  /** Who orders for this person, and for whom they order now. */
  assistants: v.array(orderingAnswer),
  ordersFor: v.array(orderingAnswer),
  /** Of whom it is shown for, nobody tells all that decides: what hangs on that is left out. */
  untold: v.optional(v.boolean()),
  /** Which forms were begun, those of items that are not offered any more too; their answers come with the item. */
  drafts: v.array(draftLineAnswer),
  openRequests: v.number(),
  pendingApprovals: v.number(),
  confluence: v.boolean(),
  /** Whether a catalog has been set up at all. */
  configured: v.boolean(),
});
export type PortalHome = AnswerOf<typeof homeAnswer>;

export const followingAnswer = v.object({ following: v.array(v.string()) });
export const favouritesAnswer = v.object({ favourites: v.array(v.string()) });

/** The bytes of a picture, base64; what they are is told by the bytes alone. */
export const pictureAnswer = v.object({ picture: v.string() });
/** What an item names it by. */
export const pictureLabelAnswer = v.object({ label: v.string() });

/** A page of a long list of options; how many fit in all, and where the next page begins. */
export const optionsAnswer = v.object({
  options: v.array(v.object({ id: v.string(), label: textAnswer })),
  total: v.number(),
  next: v.optional(v.number()),
});
export type FoundOptions = AnswerOf<typeof optionsAnswer>;
/** What a list names its part by. */
export const optionPartAnswer = v.object({ label: v.string() });

/** What a search finds the items of the home by beside their cards. */
export const wordsAnswer = v.object({
  words: v.array(
    v.object({
      id: v.string(),
      words: v.string(),
      owner: v.string(),
      /** Ids of pages: what they are called is told by Confluence, to those who may read them. */
      pages: v.array(v.string()),
    }),
  ),
});
export type SearchWords = AnswerOf<typeof wordsAnswer>['words'];

/** What was searched for, without who searched. */
export const searchesAnswer = v.object({
  /** Since the first search that was counted, and how many of them found no item. */
  searches: v.number(),
  without: v.number(),
  /** Searches that found no item, the most frequent first; `times` is `null` where these are too few to tell. */
  missed: v.array(v.object({ words: v.string(), times: v.nullable(v.number()), lastAt: v.string() })),
  /** Requests of the last ninety days for items that are for everything no other is for; left out where there is no such item. */
  otherwise: v.optional(v.nullable(v.number())),
});
export type ShownSearches = AnswerOf<typeof searchesAnswer>;

const form = whole<readonly FormField[]>();

/** An item as somebody is shown it who may order it: what its page draws and computes, and nothing its owners keep to themselves. */
const offeredContent = v.object({
  kind: v.optional(v.picklist(ITEM_KIND_NAMES)),
  opens: v.optional(whole<NonNullable<ItemContent['opens']>>()),
  name: textAnswer,
  summary: textAnswer,
  description: textAnswer,
  included: textAnswer,
  audience: textAnswer,
  /** Whom the page names: the browser asks Jira for the name, as its user. */
  owner: v.string(),
  prerequisites: v.optional(textAnswer),
  receipt: v.optional(textAnswer),
  picture: v.optional(whole<NonNullable<ItemContent['picture']>>()),
  /** Left out where it is not told. */
  price: v.optional(priceAnswer),
  quantity: v.optional(v.object({ field: v.string(), perPerson: v.optional(v.number()) })),
  form,
  rules: v.optional(whole<NonNullable<ItemContent['rules']>>()),
  /** The question that says for whom the request is. */
  onBehalf: v.optional(v.object({ field: v.string() })),
  /** The question whose answers colleagues are shown of each other's open requests, which they may join. */
  joining: v.optional(v.object({ shows: v.string() })),
  /** The questions for a day by which it is needed. */
  neededBy: v.optional(v.array(v.string())),
  /** What the work item will be, as far as its promise depends on it. */
  fulfilment: v.object({
    projectId: v.string(),
    issueTypeId: v.string(),
    mappings: whole<Fulfilment['mappings']>(),
    labels: v.array(v.string()),
  }),
  stages: v.array(
    v.object({
      id: v.string(),
      name: textAnswer,
      actor: v.picklist(['provider', 'requester', 'approver', 'nobody']),
      kind: v.picklist(['open', 'resolved', 'closed', 'cancelled']),
    }),
  ),
  /** The status a work item begins in, where no approval is waited for. */
  startStatusId: v.optional(v.string()),
  approvals: v.array(
    v.object({
      when: v.optional(whole<NonNullable<ApprovalStep['when']>>()),
      waitingStatusId: v.optional(v.string()),
      /** The manager of whom the request is for is asked. */
      manager: v.optional(v.literal(true)),
    }),
  ),
  /** Pages to recommend. Their titles are told by Confluence, to those who may read them. */
  articles: v.array(v.object({ pageId: v.string() })),
  knowledgeScope: v.object({ spaceKeys: v.array(v.string()), labels: v.array(v.string()) }),
  promise: v.object({
    firstResponseMetricId: v.optional(v.string()),
    deliveryMetricId: v.optional(v.string()),
  }),
});
export type OfferedContent = AnswerOf<typeof offeredContent>;

const offeredItem = v.object({
  id: v.string(),
  version: v.number(),
  publishedAt: v.string(),
  content: offeredContent,
});
export type OfferedItem = AnswerOf<typeof offeredItem>;

export const itemPageAnswer = v.object({
  item: offeredItem,
  serviceName: v.nullable(textAnswer),
  /** The items that its form may lead to, of those that this person may order. */
  ledTo: v.optional(v.array(v.object({ id: v.string(), name: textAnswer }))),
  /** The draft that its form goes on with. */
  draft: v.nullable(whole<Draft>()),
  /** The form the draft was begun with, where it is not the item's any more. */
  draftForm: v.optional(form),
  /** All drafts of the item, the newest first. */
  drafts: v.array(draftLineAnswer),
  /** The draft that was asked for is not there: it was sent as this request, or it is gone. */
  missed: v.optional(v.object({ requestId: v.optional(v.string()) })),
  /** Only what the promise needs; the browser computes it live. */
  definitions: whole<SlaDefinitions>(),
  /** What its conditions may know of who looks at it. */
  facts: whole<Answers>(),
  /** What its form begins with of who looks at it, and of what they answered last time; left out where it does not. */
  requester: v.optional(whole<Readonly<Partial<Record<RequesterPart, string>>>>()),
  previous: v.optional(whole<Answers>()),
  /** The work items it begins with, by question. */
  found: v.optional(v.record(v.string(), v.string())),
  /** Of the week, in its form's calendars; left out where it has none. */
  firstDay: v.optional(SHOWN.firstDay.wrapped),
  confluence: v.boolean(),
  approverNames: v.array(v.string()),
  /** How long it usually takes, of the last ninety days; each left out where too few tell. Milliseconds. */
  usual: v.optional(
    v.object({
      approval: v.optional(v.number()),
      /** Of working time. */
      delivery: v.optional(v.object({ count: v.number(), p50: v.number(), p85: v.number() })),
      /** In each stage, by its id. */
      stages: v.optional(v.record(v.string(), v.number())),
    }),
  ),
});
export type ItemPage = AnswerOf<typeof itemPageAnswer>;

/** A draft as somebody would see it, and what would keep them from it. */
export const itemPreviewAnswer = v.object({
  page: itemPageAnswer,
  hidden: v.nullable(hiddenSchema),
});
export type ItemPreview = AnswerOf<typeof itemPreviewAnswer>;

/** A published item as the catalog is looked at for somebody: what hides it from them, `null` where they see it. */
const viewedItem = v.object({
  id: v.string(),
  name: textAnswer,
  categoryIds: v.array(v.string()),
  hidden: v.nullable(hiddenSchema),
});
export type ViewedItem = AnswerOf<typeof viewedItem>;
export const viewedAnswer = v.object({ items: v.array(viewedItem) });

/** What its conditions may know of somebody else for whom it is asked. */
export const factsAnswer = v.object({ facts: whole<Answers>() });

/** What items are sorted into, as the settings show it; how many published items are in each category and of each service. */
export const structureAnswer = v.object({
  catalogs: whole<CatalogStructure['catalogs']>(),
  categories: whole<CatalogStructure['categories']>(),
  services: whole<CatalogStructure['services']>(),
  offerings: whole<CatalogStructure['offerings']>(),
  pins: whole<CatalogStructure['pins']>(),
  announcements: whole<CatalogStructure['announcements']>(),
  /** Of the SLA definitions, as far as services and offerings name them. */
  agreements: v.array(v.object({ id: v.string(), name: v.string(), serviceId: v.optional(v.string()) })),
  /** Ids of the catalogs whose categories and items the caller edits. */
  managed: v.array(v.string()),
  inCategory: v.record(v.string(), v.number()),
  ofService: v.record(v.string(), v.number()),
});
export type ShownStructure = AnswerOf<typeof structureAnswer>;

export const setUsesAnswer = v.object({ items: v.array(v.object({ id: v.string(), name: textAnswer })) });

/** An item as the settings list it. */
const itemRow = v.object({
  id: v.string(),
  name: textAnswer,
  state: itemStateSchema,
  version: v.number(),
  dirty: v.boolean(),
  serviceId: v.string(),
  categoryIds: v.array(v.string()),
  owner: v.string(),
  updatedAt: v.string(),
  /** Errors that stop it from being published. */
  problems: v.number(),
  /** In the last ninety days. */
  orders: v.number(),
  mayEdit: v.boolean(),
});
export type ItemRow = AnswerOf<typeof itemRow>;

/** A page of the list; `next` where there are more. */
export const itemsAnswer = v.object({ items: v.array(itemRow), next: v.optional(v.string()) });
export type ItemPageOfList = AnswerOf<typeof itemsAnswer>;

export const movedAnswer = v.object({
  moved: v.array(v.string()),
  /** Moved in their drafts alone: they have other changes that are not published, or can't be published. */
  drafts: v.array(v.string()),
  /** Changed or gone meanwhile. */
  refused: v.array(v.string()),
});
export type MovedItems = AnswerOf<typeof movedAnswer>;

/** What the pages of an item are given of the rest of the catalog. */
export interface CatalogList {
  readonly items: readonly Pick<ItemRow, 'id' | 'name' | 'state'>[];
  readonly services: readonly Pick<ShownStructure['services'][number], 'id' | 'name' | 'owner'>[];
  readonly categories: readonly Pick<ShownStructure['categories'][number], 'id' | 'name'>[];
}

export const levelsAnswer = v.object({ levels: v.array(v.object({ id: v.string(), name: v.string() })) });
export const slasAnswer = v.object({
  definitions: whole<SlaDefinitions>(),
  /** What texts may be written in beside English and Russian. */
  languages: v.array(v.string()),
});

/** An item as its editors see it. */
const editedItem = v.object({
  rev: v.number(),
  state: itemStateSchema,
  dirty: v.boolean(),
  /** Who wrote the draft, and when. */
  updatedAt: v.string(),
  updatedBy: v.string(),
  content: whole<ItemContent>(),
});
export type EditedItem = AnswerOf<typeof editedItem>;
export const editedItemAnswer = v.object({ item: editedItem });
/** With what is wrong with it, as far as that can be told now; nothing where it was saved by itself. */
export const savedItemAnswer = v.object({ item: editedItem, problems: whole<readonly Finding[]>() });
export type SavedItem = AnswerOf<typeof savedItemAnswer>;
