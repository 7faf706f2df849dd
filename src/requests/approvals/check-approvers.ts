import type { PublishedItem } from '../../catalog/domain/model';
import { readable } from '../../platform/storage/entities';
import type { StepRow } from '../../work/step';
import { orLogged } from '../../work/or-logged';
import { stepWrite } from '../../work/steps';
import { type ApprovalRow, approvalRows } from '../records/approval-rows';
import { auditRequest } from '../records/audit-request';
import { currentApproval, type Gone, withApproval, withoutGone } from '../domain/approval';
import type { RequestApproval, RequestDocument, RequestHead } from '../domain/model';
import { mayRemind } from '../domain/reminder';
import { isPartyOf } from '../domain/parties';
import { afterPassingOn } from '../records/following';
import { type LeftApproval, noteLeftApprovals } from './left-approvals';
import type { RequestPorts } from '../ports';
import { planReminder, type PlanPorts } from './remind-approvers';
import { heads } from '../records/store';
import { updateRequest } from '../records/update-request';

/** Rows looked through a day; a few people approve most of them. */
const AT_MOST = 2_000;
interface CheckPorts extends PlanPorts, Pick<RequestPorts, 'peopleGone' | 'carryOut'> {
  /** Whether anybody is reminded, as the policy is now. */
  readonly reminds: () => Promise<boolean>;
  readonly now: number;
  readonly appAccountId: () => Promise<string>;
}

/**
 * Passes on what waits for people who have left, or whose own request it has become: to who stands in for them and the others
 * who are asked, else to the item's owner; whoever is new is told. Where nobody is left it waits, and is shown. Daily; answers how many approvals waited so.
 */
export async function checkApprovers(ports: CheckPorts): Promise<number> {
  const waiting = await approvalRows.queryAll({ index: 'by-state', partition: ['pending'] }, AT_MOST);
  const gone = await ports.peopleGone(waiting.map(({ approver }) => approver));
  const known = readable(await heads.getMany(waiting.map(({ requestId }) => requestId)));
  const cannot = ({ requestId, approver }: ApprovalRow): boolean => {
    const head = known.get(requestId);
    return gone.has(approver) || (head !== undefined && isPartyOf(head, approver));
  };
  const ids = new Set(waiting.filter(cannot).map(({ requestId }) => requestId));
  const found: LeftApproval[] = [];
  // One that can't be read keeps none of the others waiting for who has left.
  for (const id of ids)
    found.push(...(await orLogged('approvers.passOn', () => passOn(id, gone, ports), [])));
  await noteLeftApprovals(found);
  if (await ports.reminds()) await planMissing([...known.values()], ports);
  return found.length;
}

/** Asked before anybody was reminded, or by nobody who could write it down: reminded from now on. */
async function planMissing(heads: readonly RequestHead[], ports: PlanPorts): Promise<void> {
  const missing = heads.filter((head) => {
    const approval = currentApproval(head);
    return approval !== undefined && mayRemind(approval) && approval.remindAt === undefined;
  });
  for (const { id } of missing) await orLogged('approvers.plan', () => planReminder(id, ports), undefined);
}

async function passOn(id: string, gone: Gone, ports: CheckPorts): Promise<readonly LeftApproval[]> {
  const head = await heads.get(id);
  const item = head && (await ports.itemInVersion(head.itemId, head.itemVersion));
  if (!head || !item) return [];
  const [by, ownerGone] = await Promise.all([ports.appAccountId(), ports.peopleGone([item.content.owner])]);
  // Whoever stands in for those whose own request it is would decide for them.
  const parties = [head.requester, head.beneficiary].map((id) => [id, null] as const);
  const left: Gone = new Map([...gone, ...ownerGone, ...parties]);
  const passed = await updateRequest<Passed | null>(id, (request) => {
    const approval = request && currentApproval(request);
    if (!request || approval?.state !== 'pending') return { answer: null };
    const next = withoutGone(approval, left, { ...request, owner: item.content.owner });
    if (next === null) return { answer: { left: 'nobody', row: null } };
    const fresh = next.approvers.filter((each) => !approval.approvers.includes(each));
    const row = fresh.length > 0 ? afterPassingOn(request, item, ports.now) : null;
    return {
      next: withApproval(request, next),
      also: [auditOf(request, item, approval, next, by, ports.now), ...(row ? [stepWrite(row)] : [])],
      answer: { left: leftTo(fresh, item), row },
    };
  });
  if (passed === null) return [];
  if (passed.row) await ports.carryOut(passed.row);
  return [
    {
      requestId: id,
      itemId: head.itemId,
      item: item.content.name.en,
      ...(head.issueKey && { issueKey: head.issueKey }),
      left: passed.left,
    },
  ];
}

const leftTo = (fresh: readonly string[], { content }: PublishedItem): LeftApproval['left'] => {
  if (fresh.length === 0) return 'others';
  return fresh.includes(content.owner) ? 'owner' : 'standIn';
};

interface Passed {
  readonly left: LeftApproval['left'];
  readonly row: StepRow | null;
}

const auditOf = (
  request: RequestDocument,
  { content }: PublishedItem,
  before: RequestApproval,
  after: RequestApproval,
  by: string,
  now: number,
) =>
  auditRequest(request, content.name, {
    at: new Date(now).toISOString(),
    by,
    action: 'request.passedOn',
    changes: [{ path: 'approvers', before: before.approvers, after: after.approvers }],
  });
