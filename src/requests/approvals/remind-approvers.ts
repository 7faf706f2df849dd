/** Approvers who have not decided are reminded, as the policy says, and decided anew each time. */
import type { PublishedItem } from '../../catalog/domain/model';
import { stepWrite } from '../../work/steps';
import { currentApproval, waitsStill, withApproval } from '../domain/approval';
import type { RequestApproval, RequestDocument } from '../domain/model';
import { mayRemind, waitsSince } from '../domain/reminder';
import { afterReminding } from '../records/following';
import { itemOf } from '../records/item-of';
import type { RequestPorts } from '../ports';
import { readRequest } from '../records/store';
import { updateRequest } from '../records/update-request';

export type PlanPorts = Pick<RequestPorts, 'itemInVersion' | 'remindAt'>;

export type RemindPorts = PlanPorts & Pick<RequestPorts, 'now' | 'issuesNow' | 'carryOut'>;

interface Waiting {
  readonly request: RequestDocument;
  readonly approval: RequestApproval;
  readonly item: PublishedItem;
}

/** Says when the approvers of a request are reminded next, as the policy is now. Safe to repeat. */
export async function planReminder(id: string, ports: PlanPorts): Promise<void> {
  const waiting = await waitingFor(id, ports);
  if (waiting === null) return;
  const remindAt = await ports.remindAt(waiting.item);
  await plan(waiting, remindAt(waitsSince(waiting.approval)));
}

/**
 * Reminds those who have not decided, where it is time: the note of it, when they are reminded next and what is to be said are one
 * transaction. Where the policy is another meanwhile, or the work item waits no longer, only the next time is put down.
 * @throws AppFailure NOT_FOUND where the request's item is gone, JIRA_UNAVAILABLE while Jira can't say whether it waits.
 */
export async function remindApprovers(id: string, ports: RemindPorts): Promise<void> {
  const now = ports.now();
  const waiting = await waitingFor(id, ports);
  if (waiting === null || !isDue(waiting.approval, now)) return;
  const { request, approval, item } = waiting;
  const remindAt = await ports.remindAt(item);
  const due = remindAt(waitsSince(approval));
  if (due === null || due > now) return plan(waiting, due);
  const next = remindAt(now);
  const { issueId = '' } = request;
  if (!waitsStill(approval, (await ports.issuesNow([issueId])).get(issueId))) return plan(waiting, next);

  const row = afterReminding(request, item, approval.startedAt, now);
  const reminded = [...(approval.reminded ?? []), new Date(now).toISOString()];
  const isOurs = await changeWhileSame(waiting, (pending) => withTime({ ...pending, reminded }, next), [
    stepWrite(row),
  ]);
  if (isOurs) await ports.carryOut(row);
}

const isDue = ({ remindAt }: RequestApproval, now: number): boolean =>
  remindAt !== undefined && Date.parse(remindAt) <= now;

/** The request with the approval that its approvers may be reminded of; `null` where there is none. */
async function waitingFor(id: string, ports: PlanPorts): Promise<Waiting | null> {
  const request = await readRequest(id);
  // A reminder stands on the work item.
  const isOpen = request?.state === 'open' && request.issueId !== undefined;
  const approval = isOpen ? currentApproval(request) : undefined;
  if (!request || !approval || !mayRemind(approval)) return null;
  return { request, approval, item: await itemOf(request, ports) };
}

async function plan(waiting: Waiting, at: number | null): Promise<void> {
  if (withTime(waiting.approval, at).remindAt === waiting.approval.remindAt) return;
  await changeWhileSame(waiting, (pending) => withTime(pending, at));
}

/** When an approval is reminded of next: nothing once that was often enough. */
function withTime(approval: RequestApproval, at: number | null): RequestApproval {
  const { remindAt: _former, ...rest } = approval;
  return at === null || !mayRemind(rest) ? rest : { ...rest, remindAt: new Date(at).toISOString() };
}

/** Changes the approval unless it is another, or was reminded of, meanwhile. Answers whether it did. */
const changeWhileSame = (
  { request: { id }, approval }: Waiting,
  change: (pending: RequestApproval) => RequestApproval,
  also: readonly ReturnType<typeof stepWrite>[] = [],
): Promise<boolean> =>
  updateRequest<boolean>(id, (request) => {
    const pending = request && currentApproval(request);
    const isSame =
      pending?.state === 'pending' &&
      pending.startedAt === approval.startedAt &&
      pending.remindAt === approval.remindAt;
    if (!request || !isSame) return { answer: false };
    const { putOff: _, ...rest } = request;
    return { next: withApproval(rest, change(pending)), also, answer: true };
  });
