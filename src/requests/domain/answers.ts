/** What the calls of this subject answer. */
import * as v from 'valibot';
import { draftLineAnswer } from '../../catalog/domain/call-answers';
import { priceAnswer } from '../../catalog/domain/price-answer';
import { KINDS } from '../../catalog/domain/field-types';
import { FILE_KINDS } from '../../catalog/domain/files/file-kinds';
import type { AnswerKind, Answers, OtherAnswer } from '../../catalog/domain/model';
import { whole } from '../../kernel/answers';
import { textAnswer } from '../../kernel/text-schema';
import type { AnswerOf } from '../../kernel/call';
import { promiseAnswer } from '../../sla/clocks/domain/promise-answer';

const rowAnswer = v.object({
  id: v.string(),
  issueKey: v.string(),
  itemId: v.string(),
  itemName: textAnswer,
  /** What its work item is called, in the words of its answers; empty where it says no more than the item’s name. */
  title: v.string(),
  stage: v.object({
    id: v.string(),
    name: textAnswer,
    kind: v.picklist(['open', 'resolved', 'closed', 'cancelled']),
  }),
  /**
   * Who acts now. Of the provider: `queued` before anybody is assigned, `working` once somebody is and work has begun,
   * `paused` while the promise waits for somebody else (its reason says for whom), else `provider`.
   */
  actor: v.picklist(['provider', 'queued', 'working', 'paused', 'requester', 'approver', 'nobody']),
  promise: v.nullable(promiseAnswer),
  /** Names of who asked and for whom, where these are two people. */
  onBehalf: v.optional(v.object({ by: v.string(), of: v.string() })),
  /** Another promise that is late while this one is not. */
  late: v.nullable(promiseAnswer),
  receivedAt: v.string(),
  updatedAt: v.string(),
  /** Jira shows the work item to others than this person now: its words, messages and actions are left out. */
  withheld: v.optional(v.boolean()),
});
export type RequestRow = AnswerOf<typeof rowAnswer>;

export const rowsAnswer = v.object({ rows: v.array(rowAnswer), cursor: v.optional(v.string()) });

const readableAnswer = v.object({
  label: textAnswer,
  value: v.string(),
  kind: v.optional(v.picklist(Object.keys(KINDS) as readonly AnswerKind[])),
  valueText: v.optional(textAnswer),
});

/** What sending a form would make. */
export const triedAnswer = v.object({
  /** As they would be kept, with the facts that go with them. */
  answers: whole<Answers>(),
  beneficiary: v.string(),
  /** Of the work item, as Jira would be given them. */
  fields: v.record(v.string(), v.unknown()),
  /** What options are called that stand there by their ids, by `field:id`. */
  named: v.record(v.string(), v.string()),
  /** The lines of its description before the answers. */
  intro: v.array(v.string()),
  rows: v.array(v.object({ ...readableAnswer.entries, isMapped: v.boolean() })),
  /** Who would be asked: `null` where no approval is needed, nobody where nobody is left to ask. */
  approvers: v.nullable(v.array(v.string())),
  /** What these are told. */
  notice: textAnswer,
});
export type TriedRequest = AnswerOf<typeof triedAnswer>;

const decision = v.picklist(['approved', 'declined']);
const approvalState = v.picklist(['pending', 'approved', 'declined', 'void']);

export const requestAnswer = v.object({
  ...rowAnswer.entries,
  issueId: v.string(),
  stages: v.array(v.object({ id: v.string(), name: textAnswer, reached: v.boolean(), current: v.boolean() })),
  answers: v.array(readableAnswer),
  /** As it was when it was sent; left out where it is not told. */
  price: v.optional(priceAnswer),
  promises: v.array(promiseAnswer),
  messages: v.array(
    v.object({ id: v.string(), author: v.string(), mine: v.boolean(), at: v.string(), text: v.string() }),
  ),
  /** What was sent with it, each with where it is: on its way to the work item, there, or given up. */
  files: v.array(
    v.object({
      id: v.string(),
      name: v.string(),
      size: v.number(),
      type: v.string(),
      state: v.picklist(['waiting', 'retrying', 'added', 'failed', 'unknown']),
    }),
  ),
  /** The step that matters now: the one that waits, else the last. */
  approval: v.nullable(
    v.object({
      state: approvalState,
      approverNames: v.array(v.string()),
      decisions: v.array(v.object({ by: v.string(), decision, comment: v.string(), at: v.string() })),
    }),
  ),
  /** Names of the colleagues who joined it, of the first hundred; left out where the item lets nobody. */
  joined: v.optional(v.array(v.string())),
  /** Where files may follow: questions that were answered so, and how many more files it takes in all; left out where none may. */
  adding: v.optional(
    v.object({
      room: v.number(),
      questions: v.array(
        v.object({
          id: v.string(),
          label: textAnswer,
          kinds: v.optional(v.array(v.picklist(FILE_KINDS))),
          max: v.optional(v.number()),
          maxSize: v.optional(v.number()),
        }),
      ),
    }),
  ),
  actions: v.object({
    confirm: v.boolean(),
    reopen: v.boolean(),
    cancel: v.boolean(),
    comment: v.boolean(),
    addFiles: v.boolean(),
  }),
  confirmedAt: v.optional(v.string()),
});
export type RequestView = AnswerOf<typeof requestAnswer>;

/** An open request of a colleague as far as its item shares it: nothing else of it is told, and of the promise no words. */
const sharedRow = v.object({
  id: v.string(),
  itemId: v.string(),
  itemName: textAnswer,
  /** The one answer that is shared. */
  summary: v.string(),
  stage: rowAnswer.entries.stage,
  actor: rowAnswer.entries.actor,
  promise: v.nullable(promiseAnswer),
  receivedAt: v.string(),
  /** The caller joined it. */
  joined: v.boolean(),
  /** How many joined it; left out where they are too few to tell. */
  count: v.optional(v.number()),
  /** Its work item and who asked, for those whom Jira lets open it. */
  issueKey: v.optional(v.string()),
  by: v.optional(v.string()),
});
export type SharedRow = AnswerOf<typeof sharedRow>;
export const sharedRowsAnswer = v.object({ rows: v.array(sharedRow) });

const askedAnswer = v.object({
  requestId: v.string(),
  issueKey: v.string(),
  itemName: textAnswer,
  requesterName: v.string(),
  /** For whom they ask, where that is somebody else. */
  forName: v.optional(v.string()),
  summary: textAnswer,
  answers: v.array(readableAnswer),
  price: v.optional(priceAnswer),
  startedAt: v.string(),
});
/** What waits for somebody's decision. */
export type AskedRow = AnswerOf<typeof askedAnswer>;

export const askedRowsAnswer = v.object({ rows: v.array(askedAnswer) });
export const decidedAnswer = v.object({ state: approvalState });

export const sentAnswer = v.object({
  requestId: v.string(),
  issueKey: v.optional(v.string()),
  issueId: v.optional(v.string()),
});

/** An open request of one's own that says nearly what is typed. */
const ownLike = v.object({
  id: v.string(),
  title: v.string(),
  stage: rowAnswer.entries.stage,
  receivedAt: v.string(),
});
export type OwnLike = AnswerOf<typeof ownLike>;

const formNowAnswer = v.object({
  /** How the item is offered now: `changed` where it asks something else, or at another price; `gone` where it is not for them. */
  offered: v.picklist(['same', 'changed', 'retired', 'gone']),
  /** What takes the place of a retired one. */
  replacedBy: v.optional(v.string()),
  /** Somebody else whom the form names: why it can't be asked for them, else what its conditions know of them. */
  whom: v.optional(
    v.object({
      accountId: v.string(),
      problem: v.optional(v.string()),
      facts: v.optional(whole<Answers>()),
    }),
  ),
  /** What was asked already; left out where nothing was compared. */
  similar: v.optional(v.object({ own: v.array(ownLike), colleagues: v.array(sharedRow) })),
});
/** What has become of a form that is open. */
export type FormNow = AnswerOf<typeof formNowAnswer>;

const line = { ...draftLineAnswer.entries, saved: v.object({ by: v.string(), turn: v.number() }) };
export const draftAnswer = v.object({ draft: v.object(line) });
export const savedDraftAnswer = v.object({ ...draftAnswer.entries, form: formNowAnswer });
/** What somebody wrote, without the item. */
export const readDraftAnswer = v.object({
  draft: v.object(line),
  answers: whole<readonly OtherAnswer[]>(),
});
export type ReadDraft = AnswerOf<typeof readDraftAnswer>;
