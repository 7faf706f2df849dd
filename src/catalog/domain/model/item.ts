/** A catalog item, as it is edited and as it is published. */
import type { ItemKind } from '../kinds';
import type { Entitlement, People } from './entitlement';
import type { Destination, FormCondition, FormField, FormRule } from './form';
import type { ApprovalStep, Fulfilment, RequesterActions, Stage } from './fulfilment';
import type { AccountId, Text } from './text';

/** Lets people join an open request of a colleague in the place of sending one more. */
export interface Joining {
  /** The question for a text whose answer colleagues are shown, and by which alone requests are compared. */
  readonly shows: string;
}

/** Lets people order for somebody else: the form's question (a person) that says for whom, and what that person needs. */
export interface OnBehalf {
  readonly field: string;
  /** `restricted`: they must be entitled themselves; `delegated`: that the requester is, is enough. */
  readonly access: 'restricted' | 'delegated';
}

export interface ItemPrice {
  readonly amount: number;
  /** ISO 4217. */
  readonly currency: string;
  readonly recurring?: { readonly amount: number; readonly period: 'month' | 'quarter' | 'year' };
  /** Told to approvers alone, and to `shownTo`. */
  readonly hidden?: true;
  readonly shownTo?: People;
}

/** Shown on the item's page. What it shows is stored under a key of its own. */
export interface ItemPicture {
  /** A digest: another picture has another. */
  readonly label: string;
  /** Pixels. */
  readonly width: number;
  readonly height: number;
  /** What is read out in its place. */
  readonly alt: Text;
}

/** How many somebody orders with one request: the answer to a question for a number, whose limits are the question's own. */
export interface ItemQuantity {
  readonly field: string;
  /** At most so many for one person, in all their requests that were not cancelled. */
  readonly perPerson?: number;
}

export interface BundlePart {
  readonly itemId: string;
  /** Always, when left out. */
  readonly when?: FormCondition;
}

export type ItemState = 'draft' | 'published' | 'retired';

/** What an editor edits and publishing freezes into a version. */
export interface ItemContent {
  /** A request when left out. */
  readonly kind?: ItemKind;
  /** What an item without a form opens. */
  readonly opens?: Destination;
  /** The items of a bundle, each while its condition over the form holds. */
  readonly bundle?: readonly BundlePart[];
  readonly name: Text;
  readonly summary: Text;
  readonly description: Text;
  readonly included: Text;
  readonly audience: Text;
  /** What a requester must have or do before. */
  readonly prerequisites?: Text;
  /** What a requester reads once the form is sent. */
  readonly receipt?: Text;
  readonly categoryIds: readonly string[];
  readonly serviceId: string;
  readonly icon: string;
  readonly picture?: ItemPicture;
  readonly keywords: readonly string[];
  /** Offered to those whose search finds nothing: what they searched for answers its first question for a text. */
  readonly catchAll?: true;
  readonly owner: AccountId;
  readonly price?: ItemPrice;
  /** One with each request when left out. */
  readonly quantity?: ItemQuantity;
  readonly entitlement: Entitlement;
  /** Who may order it is said by its own lists alone, whatever its categories say. */
  readonly ownCriteria?: true;
  /** Nobody may order for others when left out. */
  readonly onBehalf?: OnBehalf;
  /** Nobody is shown anything of a colleague's request, or joins one, when left out. */
  readonly joining?: Joining;
  readonly form: readonly FormField[];
  /** In the order in which they hold; none when left out. */
  readonly rules?: readonly FormRule[];
  readonly fulfilment: Fulfilment;
  readonly stages: readonly Stage[];
  readonly actions: RequesterActions;
  /** Who must say yes before work begins, one step after the other; empty for none. */
  readonly approvals: readonly ApprovalStep[];
  /** Confluence page ids, curated, best first. */
  readonly articles: readonly { readonly pageId: string; readonly title: string }[];
  /** Where a search for more may look: space keys and labels; empty is everywhere. */
  readonly knowledgeScope: { readonly spaceKeys: readonly string[]; readonly labels: readonly string[] };
  /** The metrics whose promise the item page shows: first reply, delivery. */
  readonly promise: { readonly firstResponseMetricId?: string; readonly deliveryMetricId?: string };
}

export interface Item {
  readonly schema: 1;
  readonly id: string;
  /** Grows with every write: for conditional writes. */
  readonly rev: number;
  readonly state: ItemState;
  /** The published version, 0 before the first. */
  readonly version: number;
  readonly content: ItemContent;
  /** True when content differs from the published version. */
  readonly dirty: boolean;
  readonly updatedAt: string;
  readonly updatedBy: AccountId;
  readonly publishedAt?: string;
  /** Shown to those who follow an old link. */
  readonly replacedBy?: string;
}

/** What lists and other subjects ask of an item without reading what is in it: about a kilobyte at most. */
export interface ItemHead extends Omit<Item, 'content'> {
  readonly name: Text;
  readonly categoryIds: readonly string[];
  readonly serviceId: string;
  readonly owner: AccountId;
  /** Errors of the content itself: those of what it refers to are found where that is known. */
  readonly errors: number;
  /** The field sets it has questions or rules of; left out where it has none. */
  readonly sets?: readonly string[];
  /** A digest of the content: two that are equal say the same. */
  readonly digest: string;
  /** Some version of it had a long list of options: housekeeping looks which ones are still named. */
  readonly lists?: true;
  /** The revision whose save wrote the content. */
  readonly draft: number;
}

export interface PublishedItem {
  readonly id: string;
  readonly version: number;
  readonly publishedAt: string;
  readonly content: ItemContent;
}
