import type { PublishedItem, Stage } from '../../catalog/domain/model';
import { priceOf } from '../../catalog/domain/form/price';
import { sharedQuestion } from '../../catalog/domain/form/joining';
import { isToldPrice } from '../../catalog/domain/audience/told-price';
import type { IssueNow } from '../../platform/jira/issues/issues-now';
import type { PublicComment } from '../../platform/jira/issues/comments';
import { notFound } from '../../kernel/errors';
import type { RequestView } from '../domain/answers';
import { plainText } from '../../kernel/adf';
import { currentApproval, waitsStill } from '../domain/approval';
import { hasNoIssue, mayWithdraw, stageBefore } from '../domain/before-issue';
import type { RequestApproval, RequestDocument } from '../domain/model';
import { isForOther, isPartyOf } from '../domain/parties';
import { accountsIn, readableAnswers } from '../domain/readable';
import { asksRequester, endedUnapproved, mayReopen } from '../domain/stages';
import { joins } from '../own/joins';
import type { ListPorts } from './list-requests';
import { promisedIfApproved } from './promised-if-approved';
import type { Person, RequestPorts } from '../ports';
import { readRequest } from '../records/store';
import { filesView } from '../files/files-view';
import { MOST_OF_REQUEST, toFollow } from '../files/places';
import { filesOf } from '../files/sent-files';
import { rowOf, stageNow, toldPromises } from '../records/view';
import { withheldIssues } from '../records/withheld';

export type ViewPorts = ListPorts & Pick<RequestPorts, 'publicComments'>;

export interface OwnRequest {
  readonly request: RequestDocument;
  /** Empty while it has none. */
  readonly issueId: string;
  readonly item: PublishedItem;
  readonly issue: IssueNow | undefined;
  readonly stage: Stage;
  /** Jira does not show the issue to who asked any more. */
  readonly withheld: boolean;
}

/**
 * A request of the caller's own (asked by them, or for them), with its issue as it stands.
 * @throws AppFailure NOT_FOUND for everybody else's.
 */
export async function ownRequest(
  id: string,
  person: Pick<Person, 'accountId'>,
  ports: ListPorts,
): Promise<OwnRequest> {
  const request = await readRequest(id);
  if (!request || !isPartyOf(request, person.accountId) || request.state === 'creating')
    throw notFound('This request');
  const { issueId = '' } = request;
  const [item, issues] = await Promise.all([
    ports.itemInVersion(request.itemId, request.itemVersion),
    issueId === '' ? NO_ISSUES : ports.issuesNow([issueId]),
  ]);
  if (!item) throw notFound('The item of this request');
  const issue = issues.get(issueId);
  const withheld = (await withheldIssues([request], issues, ports.mayBrowse)).has(issueId);
  const stage = hasNoIssue(request) ? stageBefore(request) : stageNow(item, issue);
  return { request, issueId, item, issue, stage, withheld };
}

/** The request as its requester sees it: stages in plain words, who acts, the promise, public messages only. */
export async function getRequest(id: string, person: Person, ports: ViewPorts): Promise<RequestView> {
  const own = await ownRequest(id, person, ports);
  const { request, item, issue, issueId, withheld } = own;
  const approval = withheld ? undefined : approvalNow(own);
  const approvers = approval?.approvers ?? [];
  const isShared = sharedQuestion(item.content) !== null;
  // Without a work item that is still to be made, its files go nowhere.
  const isOver = hasNoIssue(request) && request.state === 'closed';
  const joined = isShared ? await joins.peopleOf(id) : [];
  const [promises, later, comments, files, names] = await Promise.all([
    withheld || issueId === '' ? NO_PROMISES : ports.promisesOf([issueId]),
    promisedIfApproved(request, item, person.now),
    issue && !withheld ? ports.publicComments(issueId) : [],
    withheld || isOver ? [] : filesView(request, filesOf(item.content.form, request.answers)),
    ports.namesOf([
      ...accountsIn(item.content.form, request.answers),
      ...approvers,
      ...joined,
      ...(isForOther(request) ? [request.requester, request.beneficiary] : []),
    ]),
  ]);
  const price = (await isToldPrice(item.content, person)) ? priceOf(item.content, request.answers) : null;
  const told = toldPromises(item, promises.get(issueId) ?? later);
  const actions = actionsOf(own, person.now);
  return {
    ...rowOf(request, item, issue, told, names, withheld),
    issueId,
    stages: stagesOf(own),
    answers: readableAnswers(item.content, request.answers, names),
    ...(price && { price }),
    promises: told,
    files: [...files],
    messages: comments.map((comment) => messageOf(comment, person.accountId)),
    approval: approval
      ? {
          state: approval.state,
          approverNames: approvers.map((approver) => names.get(approver) ?? approver),
          decisions: approval.decisions,
        }
      : null,
    ...(isShared && { joined: joined.map((each) => names.get(each) ?? each) }),
    actions,
    ...(actions.addFiles && { adding: addingTo(own, files) }),
    ...(request.confirmedAt && { confirmedAt: request.confirmedAt }),
  };
}

const NO_ISSUES: ReadonlyMap<string, IssueNow> = new Map();
const NO_PROMISES: ReadonlyMap<string, RequestView['promises']> = new Map();

/** What the requester may do now: nothing, once Jira has closed the issue to them. */
export function actionsOf(own: OwnRequest, now: number): RequestView['actions'] {
  if (own.withheld) return { confirm: false, reopen: false, cancel: false, comment: false, addFiles: false };
  const { request, item, issue, stage } = own;
  const { actions } = item.content;
  // Whatever the stage is called: going on from there would be work that nobody approved.
  const unapproved = endedUnapproved(request);
  return {
    confirm: stage.kind === 'resolved' && request.confirmedAt === undefined && !unapproved,
    reopen:
      issue !== undefined && !unapproved && mayReopen(item.content, stage, endedAt({ request, issue }), now),
    cancel: hasNoIssue(request)
      ? mayWithdraw(request)
      : issue !== undefined && stage.kind === 'open' && actions.cancelToStatusId !== undefined,
    comment: issue !== undefined && stage.kind !== 'cancelled',
    addFiles:
      request.state === 'open' &&
      (hasNoIssue(request) || (issue !== undefined && ['open', 'resolved'].includes(stage.kind))),
  };
}

/** Where files may follow: the questions that were answered so, and how many more the request takes. */
const addingTo = (
  { request, item }: OwnRequest,
  files: readonly unknown[],
): NonNullable<RequestView['adding']> => ({
  room: Math.max(0, MOST_OF_REQUEST - files.length),
  questions: toFollow(item.content.form, request.answers).map(({ id, label, kinds, max, maxSize }) => ({
    id,
    label,
    ...(kinds && { kinds: [...kinds] }),
    ...(max !== undefined && { max }),
    ...(maxSize !== undefined && { maxSize }),
  })),
});

const endedAt = ({ request, issue }: Pick<OwnRequest, 'request' | 'issue'>): string | undefined =>
  request.resolvedAt ?? request.closedAt ?? issue?.statusSince;

/** Nobody is waited for once the issue has gone on or ended without them, though no decision has found that out yet. */
function approvalNow({ request, issue }: OwnRequest): RequestApproval | undefined {
  const approval = currentApproval(request);
  const isPassed = approval?.state === 'pending' && issue !== undefined && !waitsStill(approval, issue);
  return isPassed ? { ...approval, state: 'void' } : approval;
}

/**
 * Steps under way and the ordinary end. What comes to pass only if it has to (an approval that was not asked for, a question to
 * the requester) is a step while it is the current one: whether it was passed is not known. Of a cancelled request: what it surely went through, and that it was cancelled.
 * Whether work had begun is not known, and nothing comes of the rest.
 */
function stagesOf({ request, item, stage: current }: OwnRequest): RequestView['stages'] {
  if (hasNoIssue(request)) return stagesBefore(item, request, current);
  const { stages } = item.content;
  const at = stages.findIndex((stage) => stage.id === current.id);
  const waiting = currentApproval(request)?.waitingStatusId;
  const isShown = (stage: Stage, index: number): boolean => {
    if (stage.id === current.id) return true;
    if (current.kind !== 'cancelled') return stage.kind !== 'cancelled' && isCertain(stage, request);
    if (index === 0) return true;
    return waiting !== undefined && stage.statusIds.includes(waiting) && index < at;
  };
  return stages
    .map((stage, index) => ({ stage, index }))
    .filter(({ stage, index }) => isShown(stage, index))
    .map(({ stage, index }) => ({
      id: stage.id,
      name: stage.name,
      reached: at >= 0 && index <= at,
      current: stage.id === current.id,
    }));
}

const isCertain = (stage: Stage, { approvals }: RequestDocument): boolean =>
  !asksRequester(stage) && (stage.kind !== 'open' || stage.actor !== 'approver' || approvals.length > 0);

/** Its approval, and what comes of it; nothing does once it was declined or taken back. */
function stagesBefore(
  { content }: PublishedItem,
  request: RequestDocument,
  current: Stage,
): RequestView['stages'] {
  const { id, name, kind } = current;
  const left =
    kind === 'cancelled'
      ? []
      : content.stages.filter((stage) => stage.kind !== 'cancelled' && isCertain(stage, request));
  return [
    { id, name, reached: true, current: true },
    ...left.map((stage) => ({ id: stage.id, name: stage.name, reached: false, current: false })),
  ];
}

const messageOf = (comment: PublicComment, me: string): RequestView['messages'][number] => ({
  id: comment.id,
  author: comment.author.name,
  mine: (comment.onBehalfOf ?? comment.author.accountId) === me,
  at: comment.created,
  text: plainText(comment.body),
});
