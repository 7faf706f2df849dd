/** What a form asks, and what depends on answers. */
import type { Condition } from '../../../kernel/condition';
import type { FIELD_TYPES, KINDS, MEASURES, REQUESTER_PARTS } from '../field-types';
import type { FileKind } from '../files/file-kinds';
import type { Text } from './text';

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
