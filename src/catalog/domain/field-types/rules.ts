import { error, type Finding } from '../../../kernel/finding';
import type {
  Answer,
  AnswerTest,
  FieldDefault,
  FieldSetting,
  FormField,
  FormRule,
  RequesterPart,
  Text,
} from '../model';

/** What is known of a requester beside the account: of their profile, and of People. */
export const REQUESTER_PARTS = [
  'name',
  'email',
  'language',
  'zone',
  'place',
  'department',
  'team',
  'costCentre',
  'manager',
] as const;

/** Those that are texts. */
export const TEXT_PARTS = REQUESTER_PARTS.filter((part) => part !== 'manager');

/** What checking needs to know beyond the form. */
export interface AnswerRules {
  /** The form's own. */
  readonly rules?: readonly FormRule[] | undefined;
  /** Today where the requester is, `YYYY-MM-DD`. */
  readonly today: string;
  /** Today plus so many working days of the item's calendar, `YYYY-MM-DD`; calendar days when left out. */
  readonly earliestDate?: (workingDays: number) => string;
}

/** For checks that are not about when: every date is late enough. */
export const ANY_DATE: AnswerRules = { today: '', earliestDate: () => '' };

/** The answers to other questions, as they are, and in English words for the text of a work item. */
export interface Others {
  readonly answer: (id: string) => Answer;
  readonly words: (id: string) => string;
}

/** What a type of field means: all that differs between questions, but for how they look. */
export interface FieldRules {
  /** What its fields may be set beside what every question has. */
  readonly settings: readonly FieldSetting[];
  /** What it may start with beside an answer that its editor gives and that of a former request. */
  readonly defaults?: readonly Exclude<FieldDefault['kind'], 'static' | 'previous'>[];
  /** What of a requester it may start with; the account is no part. */
  readonly parts?: readonly RequesterPart[];
  /** How its answer may be tested in conditions; nothing of what asks nothing. */
  readonly operators: readonly AnswerTest['op'][];
  /** What is wrong with a given (non-empty) answer, or `null`. */
  readonly check: (field: FormField, answer: Answer, rules: AnswerRules) => Finding | null;
  /** Of a text: the most characters it takes where its field does not say. */
  readonly maxLength?: number;
  /** Its answer is written in sentences. */
  readonly isProse?: true;
  /** Its answer follows from others and is nobody's to give. */
  readonly compute?: (formula: string, others: Others) => Answer;
  /** It is answered by its default, rules and addresses alone; nobody sees it in the form. */
  readonly isHidden?: true;
  /** Shown as dots to everybody: only the Jira field that it is mapped to is given it. */
  readonly isSecret?: true;
  /** Its answer names what was uploaded for it: nobody can give it in words. */
  readonly isUploaded?: true;
  /** Its answer is an account, or a list of them. */
  readonly people?: 'one' | 'several';
  /** What of an answer a changed question can still take, `null` for nothing; all of it when left out. */
  readonly fit?: (answer: Answer, field: FormField) => Answer;
  /** The answer as people read it; the plain value when left out. `names` are those of people by account. */
  readonly read?: (answer: NonNullable<Answer>, field: FormField, names: ReadonlyMap<string, string>) => Text;
  /** The plain value in English for whoever reads the work item: of types that each reader's screen writes in its own way. */
  readonly write?: (plain: string) => string;
  /** What a Jira field that people read is given; the plain value when left out, as all other Jira fields are. */
  readonly inText?: (plain: string) => string;
}

export const unless = (fine: boolean, field: FormField, code: string): Finding | null =>
  fine ? null : error(code, field.id);
