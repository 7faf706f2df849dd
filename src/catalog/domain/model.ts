/** The words of the catalog: services, items, forms. All texts a requester reads are translatable. */
import type { Condition } from '../../kernel/condition';
import type { LocalizedText } from '../../kernel/text';
import type { Fields } from '../../sla/engine/model';
import type { Announcement } from './announcement';
import type { ApprovalRule } from './approval-rules';
import type { FIELD_TYPES, REQUESTER_PARTS, KINDS, MEASURES } from './field-types';
import type { FileKind } from './files/file-kinds';
import type { ItemKind } from './kinds';

export type Text = LocalizedText;

export type AccountId = string;

// ---------------------------------------------------------------- structure

export interface Catalog {
  readonly id: string;
  /** Grows with every save; so it does for categories and services. */
  readonly rev?: number;
  readonly name: Text;
  /** May edit its categories and items, and no other catalog's. */
  readonly managers: readonly AccountId[];
  /** Whether the portal shows it; any other is opened by its own address alone. */
  readonly inPortal: boolean;
}

export interface Category {
  readonly id: string;
  readonly rev?: number;
  readonly catalogId: string;
  readonly parentId?: string;
  readonly name: Text;
  readonly description: Text;
  /** Name of a glyph the screens know. */
  readonly icon: string;
  /** Among those beside it, the smallest first. */
  readonly order: number;
  /** Who may order what is in it and below it; everybody when left out. */
  readonly entitlement?: Entitlement;
}

export interface Service {
  readonly schema: 1;
  readonly id: string;
  readonly rev: number;
  readonly name: Text;
  readonly description: Text;
  readonly department: string;
  readonly owner: AccountId;
  readonly status: 'pipeline' | 'active' | 'retired';
}

/** A service with the agreed levels for those who consume it; without an agreement it is offered, and nothing is promised. */
export interface Offering {
  readonly id: string;
  readonly rev?: number;
  readonly name: Text;
  readonly serviceId: string;
  readonly consumers: People;
  /** Of the SLA definitions. */
  readonly agreementId?: string;
}

/** Groups by name or id, and people. */
export interface People {
  readonly groups: readonly string[];
  readonly users: readonly AccountId[];
}

// ---------------------------------------------------------------- entitlement

/** People by group and name, and by what People and their profiles say of them: each entry adds its own. */
export interface Audience extends People {
  readonly places?: readonly string[];
  readonly departments?: readonly string[];
  readonly teams?: readonly string[];
  /** Those who work for one of these. */
  readonly managers?: readonly AccountId[];
  /** `ru`, `pt`: without the region. */
  readonly languages?: readonly string[];
  /** IANA, of their profiles. */
  readonly zones?: readonly string[];
  /** Those who hold one of these roles. */
  readonly roles?: readonly SpaceRole[];
  /** JQL: those who find a work item with one of these. */
  readonly searches?: readonly string[];
}

/** A role that people hold in a space. */
export interface SpaceRole {
  readonly projectId: string;
  readonly roleId: string;
}

/** Who may see and order: not-available wins; empty `availableFor` is everybody. */
export interface Entitlement {
  readonly availableFor: Audience;
  readonly notAvailableFor: Audience;
  /** The first and the last day (UTC, `YYYY-MM-DD`) on which anybody may. */
  readonly dates?: { readonly from?: string; readonly to?: string };
  /** The calendar in whose working hours alone anybody may. */
  readonly hours?: string;
}

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

// ---------------------------------------------------------------- forms

export type FieldType = keyof typeof FIELD_TYPES;
/** Types of which each reader's screen writes the plain value (ISO, digits) in its own way. */
export type AnswerKind = keyof typeof KINDS;
/** Types whose answers are numbers. */
export type MeasureType = keyof typeof MEASURES;

export interface ChoiceOption {
  readonly id: string;
  readonly label: Text;
  /** Added to the item's price. */
  readonly price?: number;
  /** Only who is in one of these groups, by name or id, is offered it; everybody when left out. */
  readonly groups?: readonly string[];
}

/** Options that are too many for the item: they are kept in parts, each under its own digest. */
export interface OptionList {
  /** Labels of the parts, in their order. */
  readonly parts: readonly string[];
  /** Of its options. */
  readonly count: number;
}

/** Compared with the answer: option ids, `true`/`false`, text, numbers as text. */
export type FormCondition = Condition<AnswerTest>;
export type AnswerTest =
  | { readonly field: string; readonly op: 'is' | 'isNot' | 'contains'; readonly value: string }
  | { readonly field: string; readonly op: 'filled' | 'empty' }
  | { readonly field: string; readonly op: 'gt' | 'lt'; readonly value: number }
  /** With the answer to another question; one that is missing compares with nothing. Of times, the later is the greater. */
  | { readonly field: string; readonly op: 'is' | 'isNot' | 'gt' | 'lt'; readonly other: string };

/** A column of a table: what it is called, and what its cells are. */
export interface TableColumn {
  readonly id: string;
  readonly label: Text;
  readonly type: 'text' | 'number';
  /** No row may leave it empty. */
  readonly required?: boolean;
}

/** What the whole answer must match, and what is said where it does not. */
export interface AnswerPattern {
  readonly regex: string;
  readonly message: Text;
  /** Capital and small letters are the same. */
  readonly ignoreCase?: boolean;
}

/** What a field starts with. */
export type FieldDefault =
  | { readonly kind: 'static'; readonly value: Answer }
  /** Who asks, or something that is known of them. */
  | { readonly kind: 'requester'; readonly what?: RequesterPart }
  /** What they answered when they last asked for the item. */
  | { readonly kind: 'previous' }
  /** The first work item that a query finds for who asks. */
  | { readonly kind: 'found'; readonly jql: string }
  /** The requester's day, or so many days after it: of the item's calendar where they are working days. */
  | { readonly kind: 'today'; readonly days?: number; readonly working?: boolean };

/** What is known of a requester beside the account. */
export type RequesterPart = (typeof REQUESTER_PARTS)[number];

/** What fields of some types may be set: each type says which (`field-types`). */
export interface FieldSettings {
  /** What stands in the empty input. */
  readonly placeholder?: Text;
  readonly options?: readonly ChoiceOption[];
  /** Of a choice: the field of Jira whose options it offers in the place of its own, empty until it is chosen. */
  readonly jiraField?: string;
  /** Of a choice: a long list in the place of its own options. Answers have the option's id and words. */
  readonly optionList?: OptionList;
  /** The columns of a table. */
  readonly cells?: readonly TableColumn[];
  /** Of a table: so many rows; of files, so many of them. */
  readonly min?: number;
  readonly max?: number;
  /** Of files: the most megabytes of each, and of which kinds they may be; of any when left out. */
  readonly maxSize?: number;
  readonly kinds?: readonly FileKind[];
  /** ISO 4217: `EUR`. */
  readonly currency?: string;
  /** Of a section: how many fields stand side by side where there is room; one when left out. */
  readonly columns?: number;
  /** Only so many steps from `min`, or from nought. */
  readonly step?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly pattern?: AnswerPattern;
  /** Not before today plus so many working days of the item's calendar. */
  readonly minWorkingDays?: number;
  /** Of a work item: only those that this query finds for who asks. */
  readonly jql?: string;
  /** What is calculated, or the text with `{{field.<id>}}` that is put together. */
  readonly formula?: string;
  /** Paragraphs, lists, links and bold words: `static/portal/form/rich-text.tsx` draws them. */
  readonly body?: Text;
}
export type FieldSetting = keyof FieldSettings;

export interface FormField extends FieldSettings {
  readonly id: string;
  readonly type: FieldType;
  readonly label: Text;
  readonly help?: Text;
  readonly required: boolean;
  /** Shown only while this holds; a hidden field's answer is not submitted. */
  readonly visibleWhen?: FormCondition;
  readonly requiredWhen?: FormCondition;
  readonly default?: FieldDefault;
  /** The field set it is of. */
  readonly set?: string;
  /** What the item says itself of a question of a set. */
  readonly own?: readonly ('label' | 'required' | 'default')[];
}

/** What a rule does while its condition holds. */
export type RuleEffect =
  | { readonly do: 'show' | 'hide' | 'require' | 'readOnly' | 'clear' | 'keep'; readonly field: string }
  /** The field has this answer and no other. */
  | { readonly do: 'set'; readonly field: string; readonly value: Answer }
  /** Of the field's options only these are offered. */
  | { readonly do: 'offer'; readonly field: string; readonly options: readonly string[] }
  | { readonly do: 'relabel' | 'help'; readonly field: string; readonly text: Text }
  /** The field's answer is not taken; the text says why. */
  | { readonly do: 'refuse'; readonly field: string; readonly text: Text }
  /** The form can't be sent; the text says why. */
  | { readonly do: 'block'; readonly text: Text }
  /** In the place of sending, people are told the text and led on; the text alone is an answer too. */
  | { readonly do: 'lead'; readonly to?: Destination; readonly text: Text };

/** What of a form depends on answers. Where two rules disagree, the one that comes first in the list holds. */
export interface FormRule {
  readonly id: string;
  readonly name: string;
  /** Always, when left out. */
  readonly when?: FormCondition;
  readonly then: readonly RuleEffect[];
  /** The field set it is of. */
  readonly set?: string;
}

/** Questions and rules that many items share. */
export interface FieldSet {
  readonly id: string;
  readonly name: Text;
  readonly form: readonly FormField[];
  readonly rules?: readonly FormRule[];
}

/** Language-neutral: option ids, ISO dates, account ids. */
export type Answer = string | number | boolean | readonly string[] | null;
export type Answers = Readonly<Record<string, Answer>>;

/** What people are led to. A page is one of Confluence; its title is as its editor saw it, and told to editors alone. */
export type Destination =
  | { readonly kind: 'item'; readonly id: string }
  | { readonly kind: 'page'; readonly id: string; readonly title?: string }
  | { readonly kind: 'url'; readonly url: string };

// ---------------------------------------------------------------- fulfilment

/** Where a value of the new issue comes from. */
export type ValueSource =
  | { readonly kind: 'answer'; readonly field: string }
  | { readonly kind: 'constant'; readonly value: string }
  /** `{{requester}}`, `{{item}}`, `{{field.<id>}}`. */
  | { readonly kind: 'template'; readonly template: string }
  /** By two answers together, as impact and urgency give a priority: `values` by `cellOf` the two. */
  | {
      readonly kind: 'matrix';
      readonly rows: string;
      readonly columns: string;
      readonly values: Readonly<Record<string, string>>;
    }
  /** By what People says of whom it is for: `values` by its words, `otherwise` for all others. */
  | {
      readonly kind: 'fact';
      readonly fact: '@place' | '@department' | '@team' | '@costCentre';
      readonly values: Readonly<Record<string, string>>;
      readonly otherwise?: string;
    };

export interface FieldMapping {
  /** A Jira field id: `priority`, `duedate`, `labels`, `customfield_10010`, …. */
  readonly jiraField: string;
  readonly source: ValueSource;
  /** Answer (option id) → Jira value id, where the two differ. */
  readonly valueMap?: Readonly<Record<string, string>>;
}

export interface Fulfilment {
  readonly projectId: string;
  readonly projectKey: string;
  readonly issueTypeId: string;
  readonly summary: string;
  readonly mappings: readonly FieldMapping[];
  readonly labels: readonly string[];
}

/** A stage in the requester's words, and the Jira statuses it stands for. */
export interface Stage {
  readonly id: string;
  readonly name: Text;
  readonly statusIds: readonly string[];
  /** Who acts in this stage. */
  readonly actor: 'provider' | 'requester' | 'approver' | 'nobody';
  readonly kind: 'open' | 'resolved' | 'closed' | 'cancelled';
}

/** Jira transitions the requester's own actions need, by target status. */
export interface RequesterActions {
  readonly confirmToStatusId?: string;
  readonly reopenToStatusId?: string;
  readonly cancelToStatusId?: string;
  /** After an answer to *Waiting for requester*. */
  readonly answeredToStatusId?: string;
  readonly reopenWithinDays: number;
}

export interface ApprovalStep {
  readonly approvers: readonly AccountId[];
  /** Or the account in this answer (a user field). */
  readonly approverField?: string;
  /** And the manager of whom the request is for, as People says. */
  readonly manager?: true;
  readonly rule: ApprovalRule;
  /** Of a rule that counts: how many must say yes. */
  readonly needed?: number;
  readonly when?: FormCondition;
  /** The work item is made once the request is approved; nothing waits in a status. */
  readonly beforeIssue?: true;
  readonly waitingStatusId?: string;
  readonly approvedToStatusId?: string;
  readonly declinedToStatusId?: string;
}

// ---------------------------------------------------------------- the item

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

/** What items are sorted into. */
export interface CatalogStructure {
  readonly catalogs: readonly Catalog[];
  readonly categories: readonly Category[];
  readonly services: readonly Service[];
  readonly offerings: readonly Offering[];
  readonly pins: readonly Pins[];
  readonly announcements: readonly Announcement[];
}

/** Items that the portal shows before all others to some people, in this order. */
export interface Pins {
  readonly id: string;
  readonly rev?: number;
  readonly name: Text;
  readonly items: readonly string[];
  /** Who sees them, of those who may order them; everybody when left out. */
  readonly entitlement?: Entitlement;
}

/** What the portal's lists, entitlement and other subjects need of every published item: a few hundred bytes. */
export interface Tile {
  readonly id: string;
  readonly version: number;
  readonly name: Text;
  readonly summary: Text;
  readonly categoryIds: readonly string[];
  readonly serviceId: string;
  readonly owner: AccountId;
  readonly icon: string;
  readonly keywords: readonly string[];
  /** The question that words answer for which nothing was found; left out where the item is not offered for them. */
  readonly catchAll?: string;
  /** The least that it costs; left out where no price is told. */
  readonly price?: Pick<ItemPrice, 'amount' | 'currency' | 'recurring'> & { readonly varies?: true };
  /** Nothing is told of its requests: neither that it is popular. */
  readonly confidential?: true;
  /** For everybody when left out. */
  readonly entitlement?: Entitlement;
  readonly ownCriteria?: true;
  /** Confluence pages pinned to it. */
  readonly pages: readonly string[];
  /** Metrics whose promise it shows. */
  readonly metrics: readonly string[];
  /** What its delivery is promised by: left out where it is not. */
  readonly promised?: PromisedBy;
}

export interface PromisedBy {
  readonly metricId: string;
  /** Of a work item of a form without answers, as far as the item sets them. */
  readonly fields: Fields;
  /** Fields that answers set: a promise that looks at one of them may be another. */
  readonly asked: readonly string[];
}

export interface PublishedItem {
  readonly id: string;
  readonly version: number;
  readonly publishedAt: string;
  readonly content: ItemContent;
}

/** An answer that has no place in the form any more, with the question it was given to. */
export interface OtherAnswer {
  readonly field: FormField;
  readonly answer: Answer;
}

/** Which save of a draft it is: the form that made it, and how many that form had tried by then. */
export interface DraftSave {
  readonly by: string;
  readonly turn: number;
}

/** What is told of a draft where drafts are listed. Its id is the token that it will be sent with. */
export interface DraftLine {
  readonly clientToken: string;
  readonly itemId: string;
  /** Whom its form was filled in for, where that is somebody who lets others make requests for them. */
  readonly for?: string | undefined;
  /** The item as whoever fills its form last saw it called. */
  readonly itemName: Text;
  /** Among the drafts of the item, from 1: what it is called by without a name. */
  readonly number: number;
  /** Its own; no other draft of the item has it. */
  readonly name?: string | undefined;
  readonly updatedAt: string;
  /** Why it was kept: saved while it was filled in, or a sending that failed. */
  readonly reason: 'saved' | 'submitFailed';
  readonly saved: DraftSave;
}

/** A form that was begun and not sent. */
export interface Draft extends DraftLine {
  readonly itemVersion: number;
  readonly answers: Answers;
  /** Given to questions that the form does not ask any more: kept until they are taken away. */
  readonly others: readonly OtherAnswer[];
}
