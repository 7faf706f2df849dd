import type { Answers, PublishedItem } from '../catalog/domain/model';
import { checkAnswers } from '../catalog/domain/answers';
import { isEntitled, needsGroups } from '../catalog/domain/entitlement';
import {
  AppFailure,
  badRequest,
  conflict,
  JiraRefused,
  JiraUnavailable,
  notFound,
} from '../shared/domain/errors';
import { pointerKey, pointers } from '../platform/storage/issue-pointer';
import { transact } from '../platform/storage/transact';
import { problemsInForm } from './domain/issue-fields';
import type { RequestDocument } from './domain/model';
import { makeIssueOnce } from './make-issue-once';
import type { CreatePorts, FindItem, PeopleGone, Person } from './ports';
import { askApprovers, type ApprovalPorts } from './ask-approvers';
import { pointerTo } from './request-of-issue';
import { startApproval } from './start-approval';
import { pendingWrites, removeDraft, requests, writeDraft } from './store';

export interface Submission {
  readonly clientToken: string;
  readonly itemId: string;
  readonly itemVersion: number;
  readonly answers: Answers;
  readonly requestedFor?: string;
}

export interface Submitted {
  readonly requestId: string;
  readonly issueKey: string;
  readonly issueId: string;
}

export interface SubmitPorts extends CreatePorts, ApprovalPorts {
  readonly findItem: FindItem;
  readonly groupsOf: (accountId: string) => Promise<readonly string[]>;
  readonly peopleGone: PeopleGone;
  /** Today plus so many working days on the item's calendar, as a date there. */
  readonly earliestDate?: (
    item: PublishedItem,
    now: number,
  ) => Promise<((workingDays: number) => string) | undefined>;
}

/**
 * Turns a filled form into a request and its Jira issue, once: the client's token makes every retry the same request,
 * whatever was lost on the way.
 * @throws AppFailure NOT_FOUND, ITEM_RETIRED, INVALID_ANSWERS with the fields, CONFLICT when the form has changed,
 * JIRA_REFUSED with the form's fields, JIRA_UNAVAILABLE and STORAGE_BUSY to be tried again (the draft is kept).
 */
export async function submit(submission: Submission, person: Person, ports: SubmitPorts): Promise<Submitted> {
  const known = await requests.get(submission.clientToken);
  if (known && known.requester !== person.accountId)
    throw badRequest('This form was sent by somebody else. Reload it.');
  if (known && known.state !== 'creating') return submitted(known);

  const item = await ports.findItem(submission.itemId, person);
  if (item.version !== submission.itemVersion) throw conflict(`The form of ${item.content.name.en}`);
  const requestedFor = submission.requestedFor ?? person.accountId;
  await refuseUnlessFor(item, requestedFor, person, ports);
  const answers = await validAnswers(item, submission.answers, person, ports);
  const asked = { item, answers, requester: person.accountId, requestedFor, at: person.now };
  const approval = await startApproval(asked, ports.peopleGone);

  const wanted: RequestDocument = {
    schema: 1,
    id: submission.clientToken,
    rev: known?.rev ?? 0,
    itemId: item.id,
    itemVersion: item.version,
    requester: person.accountId,
    requestedFor,
    answers,
    state: 'creating',
    createdAt: known?.createdAt ?? new Date(person.now).toISOString(),
    ...(known?.attempt && { attempt: known.attempt }),
    ...(approval && { approval }),
  };
  try {
    const opened = await makeIssueOnce(wanted, item, person.now, ports, (request, issue) =>
      open(request, issue, item),
    );
    await afterwards(opened, item, person, ports);
    return submitted(opened);
  } catch (error) {
    if (isFailure(error)) await keepDraft(submission, answers, person);
    if (error instanceof JiraRefused) throw inForm(error, item);
    throw error;
  }
}

const isFailure = (error: unknown): boolean =>
  error instanceof JiraRefused || error instanceof JiraUnavailable;

async function refuseUnlessFor(
  item: PublishedItem,
  target: string,
  person: Person,
  ports: SubmitPorts,
): Promise<void> {
  if (target === person.accountId) return;
  const { entitlement } = item.content;
  const groups = needsGroups(entitlement) ? await ports.groupsOf(target) : [];
  if (!isEntitled(entitlement, { accountId: target, groups })) throw notFound('This item, for that person,');
}

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
  throw new AppFailure('INVALID_ANSWERS', 'Some answers need another look.', { fields: checked.problems });
}

/** Where the day is oldest: the browser, which knows the requester's zone, is stricter. */
const todayAnywhere = (now: number): string => new Date(now - 12 * 3_600_000).toISOString().slice(0, 10);

async function open(
  request: RequestDocument,
  issue: { readonly id: string; readonly key: string },
  item: PublishedItem,
): Promise<RequestDocument> {
  const { attempt: _, ...rest } = request;
  const opened: RequestDocument = {
    ...rest,
    rev: request.rev + 1,
    state: 'open',
    issueId: issue.id,
    issueKey: issue.key,
  };
  const writes = [
    requests.write(opened.id, opened, { rev: request.rev }),
    pointers.write(pointerKey(issue.id), pointerTo(opened, item), 'any'),
    ...pendingWrites(opened),
  ];
  if ((await transact(writes)) === 'done') return opened;
  const stored = await requests.get(request.id);
  if (stored && stored.state !== 'creating') return stored;
  throw conflict('This request');
}

async function afterwards(
  request: RequestDocument,
  item: PublishedItem,
  person: Person,
  ports: SubmitPorts,
): Promise<void> {
  await askApprovers(request, item, ports);
  await removeDraft(person.accountId, item.id);
}

async function keepDraft(submission: Submission, answers: Answers, person: Person): Promise<void> {
  await writeDraft(person.accountId, {
    schema: 1,
    itemId: submission.itemId,
    itemVersion: submission.itemVersion,
    answers: { ...submission.answers, ...answers },
    updatedAt: new Date(person.now).toISOString(),
    reason: 'submitFailed',
    clientToken: submission.clientToken,
  });
}

function inForm(error: JiraRefused, item: PublishedItem): AppFailure {
  const message = `Jira did not accept the request. ${error.messages.join(' ')} Your answers are kept as a draft.`;
  return new AppFailure('JIRA_REFUSED', message.replace(/\s+/g, ' '), {
    params: error.params,
    fields: problemsInForm(item, error.jiraFields),
    cause: error,
  });
}

function submitted(request: RequestDocument): Submitted {
  if (request.issueId === undefined || request.issueKey === undefined) throw conflict('This request');
  return { requestId: request.id, issueId: request.issueId, issueKey: request.issueKey };
}
