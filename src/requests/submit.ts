import type { Answers, PublishedItem } from '../catalog/domain/model';
import { ANY_DATE } from '../catalog/domain/answer-rules';
import { checkAnswers } from '../catalog/domain/answers';
import { beneficiaryOf } from '../catalog/domain/beneficiary';
import { isEntitled, needsGroups } from '../catalog/domain/entitlement';
import { AppFailure, badRequest, conflict, JiraRefused, JiraUnavailable } from '../kernel/errors';
import { error } from '../kernel/finding';
import { sameValues } from '../kernel/same-values';
import type { IssueRef } from '../platform/jira/create-issue';
import type { StepRow } from '../work/step';
import { withDone } from '../work/claim-row';
import { stepRows, stepWrite } from '../work/steps';
import type { RequestDocument } from './domain/model';
import { keepUnsent } from './drafts';
import { afterSubmission } from './following';
import { issueOfAttempt, makeIssueOnce } from './make-issue-once';
import type { CarryOut, CreatePorts, FindItem, ItemInVersion, PeopleGone, Person } from './ports';
import { asRefusal, plainRefusal } from './refusal';
import { openRequest } from './open-request';
import { startApprovals } from './start-approvals';
import { removeDraftOf } from './draft-store';
import { readRequest } from './store';

export interface Submission {
  readonly clientToken: string;
  readonly itemId: string;
  readonly itemVersion: number;
  readonly answers: Answers;
}

export interface Submitted {
  readonly requestId: string;
  readonly issueKey: string;
  readonly issueId: string;
}

export interface SubmitPorts extends CreatePorts {
  readonly carryOut: CarryOut;
  readonly findItem: FindItem;
  readonly itemInVersion: ItemInVersion;
  readonly groupsOf: (accountId: string) => Promise<readonly string[]>;
  readonly peopleGone: PeopleGone;
  /** Today plus so many working days on the item's calendar, as a date there. */
  readonly earliestDate?: (
    item: PublishedItem,
    now: number,
  ) => Promise<((workingDays: number) => string) | undefined>;
}

/**
 * Turns a filled form into a request and its Jira issue, once: the client's token makes every retry of the same form
 * the same request, whatever was lost on the way. For whom it is comes from the form's own answer.
 * @throws AppFailure NOT_FOUND, ITEM_RETIRED, INVALID_ANSWERS with the fields, FORM_CHANGED when the form is another
 * now, ALREADY_SENT with `key` when the token's request is in with another content, REQUEST_REFUSED by Jira,
 * BEING_SENT, JIRA_UNAVAILABLE and STORAGE_BUSY to be tried again.
 */
export async function submit(submission: Submission, person: Person, ports: SubmitPorts): Promise<Submitted> {
  const known = await readRequest(submission.clientToken);
  if (known && known.requester !== person.accountId)
    throw badRequest('This form was sent by somebody else. Reload it.');
  const sent = known && (await sentBefore(known, submission, person, ports));
  if (sent) {
    if (!(await isSameForm(sent, submission, ports))) throw alreadySent(sent);
    await removeDraftOf(person.accountId, sent.itemId, sent.id);
    return submitted(sent);
  }

  const item = await ports.findItem(submission.itemId, person);
  if (!(await isFormOf(item, submission, ports))) throw formChanged(item);
  const answers = await validAnswers(item, submission.answers, person, ports);
  const beneficiary = beneficiaryOf(item.content, answers, person.accountId);
  await keepingDraft(submission, person, null, ports, () =>
    refuseUnlessFor(item, beneficiary, person, ports),
  );
  const asked = { item, answers, requester: person.accountId, beneficiary, at: person.now };
  const approvals = await startApprovals(asked, ports.peopleGone);

  const wanted: RequestDocument = {
    schema: 1,
    id: submission.clientToken,
    rev: known?.rev ?? 0,
    itemId: item.id,
    itemVersion: item.version,
    ...(submission.itemVersion !== item.version && { formVersion: submission.itemVersion }),
    requester: person.accountId,
    beneficiary,
    channel: 'portal',
    receivedAt: known?.receivedAt ?? new Date(person.now).toISOString(),
    answers,
    state: 'creating',
    approvals,
  };
  return keepingDraft(submission, person, item, ports, async () => {
    const former = await rowFor(wanted, item, person.now, known !== null);
    const row = { ...former, rev: former.rev + 1 };
    return makeIssueOnce({ known, wanted, row }, item, person.now, ports, async (request, issue) =>
      submitted(await open(request, issue, item, row, ports)),
    );
  });
}

// ---------------------------------------------------------------- what the token stands for

/**
 * The request this token has made, `null` while it has made none. An attempt whose answer was lost may have made the
 * issue: the request is then finished with the answers that issue holds.
 */
async function sentBefore(
  known: RequestDocument,
  submission: Submission,
  person: Person,
  ports: SubmitPorts,
): Promise<RequestDocument | null> {
  if (known.state !== 'creating') return known;
  return keepingDraft(submission, person, null, ports, async () => {
    const issue = await issueOfAttempt(known, person.now, ports);
    if (!issue) return null;
    const item = await itemOf(known, person, ports);
    return open(known, issue, item, await rowFor(known, item, person.now, true), ports);
  });
}

const itemOf = async (request: RequestDocument, person: Person, ports: SubmitPorts): Promise<PublishedItem> =>
  (await ports.itemInVersion(request.itemId, request.itemVersion)) ?? ports.findItem(request.itemId, person);

/** Whether the request is what this form asks for: the same item, a form that asks the same, the same answers. */
async function isSameForm(
  sent: RequestDocument,
  { itemId, itemVersion, answers }: Submission,
  ports: SubmitPorts,
): Promise<boolean> {
  if (sent.itemId !== itemId) return false;
  const item = await ports.itemInVersion(itemId, sent.itemVersion);
  if (![sent.itemVersion, sent.formVersion].includes(itemVersion)) {
    // The page may have been loaded anew since, with a version that was published only then.
    const filled = await ports.itemInVersion(itemId, itemVersion);
    if (!item || !filled || asks(item) !== asks(filled)) return false;
  }
  return sameValues(
    sent.answers,
    item ? checkAnswers(item.content.form, answers, ANY_DATE).answers : answers,
  );
}

const alreadySent = (sent: RequestDocument): AppFailure =>
  new AppFailure('ALREADY_SENT', 'This form was sent already, with another content.', {
    params: { key: sent.issueKey ?? '', requestId: sent.id },
  });

/** A version published since that asks the same at the same price is no other form to who fills it. */
async function isFormOf(item: PublishedItem, submission: Submission, ports: SubmitPorts): Promise<boolean> {
  if (item.version === submission.itemVersion) return true;
  const filled = await ports.itemInVersion(item.id, submission.itemVersion);
  return filled !== null && asks(filled) === asks(item);
}

const asks = ({ content: { form, price, onBehalf } }: PublishedItem): string =>
  JSON.stringify([form, price ?? null, onBehalf ?? null]);

const formChanged = (item: PublishedItem): AppFailure =>
  new AppFailure('FORM_CHANGED', `The form of ${item.content.name.en} was changed meanwhile.`);

// ---------------------------------------------------------------- whether it may be asked for

async function refuseUnlessFor(
  item: PublishedItem,
  target: string,
  person: Person,
  ports: SubmitPorts,
): Promise<void> {
  const { entitlement, onBehalf } = item.content;
  if (target === person.accountId || onBehalf?.access === 'delegated') return;
  const groups = needsGroups(entitlement) ? await ports.groupsOf(target) : [];
  if (isEntitled(entitlement, { accountId: target, groups })) return;
  throw invalidAnswers([error('notForThem', onBehalf?.field ?? '')]);
}

const invalidAnswers = (fields: AppFailure['fields']): AppFailure =>
  new AppFailure('INVALID_ANSWERS', 'Some answers need another look.', { fields });

async function validAnswers(
  item: PublishedItem,
  answers: Answers,
  person: Person,
  ports: SubmitPorts,
): Promise<Answers> {
  const earliestDate = await ports.earliestDate?.(item, person.now);
  const checked = checkAnswers(item.content.form, answers, {
    today: todayAnywhere(person.now),
    earliestDate,
  });
  if (checked.problems.length === 0) return checked.answers;
  throw invalidAnswers(checked.problems);
}

/** Where the day is oldest: the browser, which knows the requester's zone, is stricter. */
const todayAnywhere = (now: number): string => new Date(now - 12 * 3_600_000).toISOString().slice(0, 10);

// ---------------------------------------------------------------- once Jira has the issue

/** What follows the submission, to be stored after what is stored of it: an earlier attempt has noted the same. */
async function rowFor(
  request: RequestDocument,
  item: PublishedItem,
  now: number,
  isKnown: boolean,
): Promise<StepRow> {
  const row = afterSubmission(request, item, now);
  return { ...row, rev: isKnown ? ((await stepRows.get(row.id))?.rev ?? 0) : 0 };
}

/** The request is open, and what follows (`row`, as it is stored) is carried out as far as it goes: the rest is done later. */
async function open(
  request: RequestDocument,
  issue: IssueRef,
  item: PublishedItem,
  row: StepRow,
  ports: SubmitPorts,
): Promise<RequestDocument> {
  const next = withDone(row, 'finish');
  const opened = await openRequest(request, issue, item, [stepWrite(next)]);
  await ports.carryOut(next);
  return opened;
}

/** What Jira refuses or can't take now is kept as a draft, so that nothing typed is lost. */
async function keepingDraft<T>(
  submission: Submission,
  person: Person,
  item: PublishedItem | null,
  ports: SubmitPorts,
  send: () => Promise<T>,
): Promise<T> {
  try {
    return await send();
  } catch (error) {
    const refused = error instanceof JiraRefused;
    if (refused || error instanceof JiraUnavailable) await keepUnsent(submission, person, ports);
    if (!refused) throw error;
    throw item ? await asRefusal(error, item, submission.answers, person.now, ports) : plainRefusal(error);
  }
}

function submitted(request: RequestDocument): Submitted {
  if (request.issueId === undefined || request.issueKey === undefined) throw conflict('request');
  return { requestId: request.id, issueId: request.issueId, issueKey: request.issueKey };
}
