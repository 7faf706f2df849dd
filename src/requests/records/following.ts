/** What follows a submission, a decision or an action of the requester, in the order in which it must happen. */
import type { PublishedItem } from '../../catalog/domain/model';
import { digestOf } from '../../platform/digest';
import type { Step, StepRow } from '../../work/step';
import { newRow } from '../../work/steps';
import { currentApproval } from '../domain/approval';
import { asksFirst, hasNoIssue } from '../domain/before-issue';
import type { RequestDocument } from '../domain/model';
import { isForOther } from '../domain/parties';
import type { Person } from '../ports';

/** The id of what follows the submission of a request: one a request, whoever tries how often. */
export const submissionId = (requestId: string): string => `${requestId}:sent`;

/** Its issue is found where the answer was lost; the SLA hears of the approval, the issue waits, the approvers are told. */
export function afterSubmission(request: RequestDocument, item: PublishedItem, now: number): StepRow {
  const approval = currentApproval(request);
  const ask = approval
    ? [
        fact('requested', request.requester, Date.parse(approval.startedAt)),
        ...(approval.waitingStatusId ? [move(approval.waitingStatusId, { whileApproval: 'pending' })] : []),
        { kind: 'ask', data: {} },
      ]
    : [];
  // Without a work item there is nothing to find, to move or to write on: who is asked has it in the portal.
  const made = asksFirst(item) && approval ? [] : [{ kind: 'finish', data: {} }, ...ask];
  const steps = [...made, ...(made.length > 0 ? watched(request) : []), { kind: 'dropDraft', data: {} }];
  return newRow({ ...named(request, item), id: submissionId(request.id), steps }, now);
}

/** Jira mails the reporter, whom a request is for; who asked for them watches the issue, and so is mailed the same. */
const watched = (request: RequestDocument): readonly Pick<Step, 'kind' | 'data'>[] =>
  isForOther(request) ? [{ kind: 'watch', data: {} }] : [];

/** The issue is made where it was to be approved first; the SLA hears of the decision, the issue goes on, and the issue says who decided. */
export function afterDecision(
  request: RequestDocument,
  item: PublishedItem | null,
  decision: 'approved' | 'declined',
  comment: string,
  { accountId, now }: Person,
): StepRow {
  const { approvedToStatusId, declinedToStatusId } = item?.content.approvals[0] ?? {};
  const target = decision === 'approved' ? approvedToStatusId : declinedToStatusId;
  const name = item?.content.name ?? { en: request.itemId };
  const steps = [
    ...(hasNoIssue(request) ? [{ kind: 'make', data: {} }, ...watched(request)] : []),
    fact(decision, accountId, now),
    ...(target === undefined ? [] : [move(target, { whileApproval: decision })]),
    { kind: 'tell', data: { decision, by: accountId, comment, item: name } },
  ];
  return newRow({ ...named(request, item), id: `${request.id}:decided:${now}`, steps }, now);
}

/** Who decides now instead of somebody who left is told. */
export const afterPassingOn = (request: RequestDocument, item: PublishedItem, now: number): StepRow =>
  newRow(
    { ...named(request, item), id: `${request.id}:passed:${now}`, steps: [{ kind: 'ask', data: {} }] },
    now,
  );

/** Who has not decided is reminded of an approval that began at `since` (ISO). */
export const afterReminding = (
  request: RequestDocument,
  item: PublishedItem,
  since: string,
  now: number,
): StepRow =>
  newRow(
    {
      ...named(request, item),
      id: `${request.id}:remind:${now}`,
      steps: [{ kind: 'remind', data: { since } }],
    },
    now,
  );

export interface Action {
  readonly kind: 'comment' | 'confirm' | 'reopen' | 'cancel';
  readonly text: string;
  /** The status the issue goes to, from the one it has. */
  readonly to?: string;
  readonly from?: string;
}

/**
 * What the requester does to their request. A message is said before anything moves; a reason is given for what has happened.
 * The id stays the same for the same action of the same revision: doing it again goes on with what is left of it.
 */
export function afterAction(
  request: RequestDocument,
  item: PublishedItem,
  { kind, text, to, from }: Action,
  { accountId, now }: Person,
): StepRow {
  const say = text === '' ? [] : [{ kind: 'say', data: { text, by: accountId } }];
  const goes =
    to === undefined ? [] : [move(to, { from: from ?? '', ...(kind !== 'comment' && { first: true }) })];
  const at = new Date(now).toISOString();
  const settled = { kind: 'settle', data: { change: kind, by: accountId, reason: text, at } };
  const steps = kind === 'comment' ? [...say, ...goes] : [...goes, settled, ...say];
  return newRow({ ...named(request, item), id: `${request.id}:${kind}:${digestOf(text)}`, steps }, now);
}

const fact = (decision: string, by: string, at: number) => ({ kind: 'fact', data: { decision, by, at } });

interface Meant {
  /** Only while the approval stands so, and the issue still waits for it. */
  readonly whileApproval?: string;
  /** Only while the issue is in this status. */
  readonly from?: string;
  readonly first?: boolean;
}

const move = (to: string, { first, ...meant }: Meant) => ({
  kind: first ? 'moveFirst' : 'move',
  data: { to, ...meant },
});

const named = (request: RequestDocument, item: PublishedItem | null) => ({
  subject: `request:${request.id}`,
  about: {
    requestId: request.id,
    item: item?.content.name.en ?? request.itemId,
    itemId: request.itemId,
    owner: item?.content.owner ?? '',
    requester: request.requester,
  },
});
