import { type Actor } from '../../../kernel/types.ts';
import { type Cause } from '../../shared/events.ts';
import { forbidden } from '../../shared/product-error.ts';
import { accountOf } from '../../users/directory.ts';
import { project } from '../catalog/catalog.ts';
import { allFields } from '../fields/definitions.ts';
import { asList } from '../fields/kind.ts';
import { type IssueRow, storedIn } from '../issues/row.ts';
import { takeTransition } from '../issues/transition.ts';
import { type Transition, transitionsFrom } from '../issues/workflow.ts';
import { type Site } from '../site.ts';
import { stamped } from './bean.ts';

export type Decision = 'approved' | 'declined';

/** An approval a request waits for: whom it asks, and where each decision leads. One decision is enough. */
export interface Approval {
  readonly id: string;
  readonly approvers: readonly string[];
  readonly ways: Readonly<Partial<Record<Decision, Transition>>>;
}

/** The approval of the status a request of Service Management is in; undefined where the status has none. */
export function pendingApproval(site: Site, issue: IssueRow): Approval | undefined {
  if (project(site, String(issue.project_id))?.type !== 'service_desk') return undefined;
  const ways = transitionsFrom(site, issue).flatMap((one) => (one.approval ? [[one.approval, one]] : []));
  if (ways.length === 0) return undefined;
  const field = allFields(site).find(({ name, kind }) => name === 'Approvers' && kind === 'users');
  const approvers = field ? asList(storedIn(issue, field)).map(String) : [];
  return { id: '1', approvers, ways: Object.fromEntries(ways) as Approval['ways'] };
}

const asks = ({ approvers }: Approval, actor: Actor): boolean => approvers.includes(accountOf(actor) ?? '');

/** An approval as REST shows it to the actor. */
export const approvalBean = (
  site: Site,
  actor: Actor,
  issue: IssueRow,
  approval: Approval,
  decision: Decision | 'pending' = 'pending',
): object => ({
  id: approval.id,
  name: 'Waiting for approval',
  finalDecision: decision,
  canAnswerApproval: decision === 'pending' && asks(approval, actor),
  approvers: approval.approvers.map((accountId) => ({
    approver: { accountId, displayName: site.users.get(accountId)?.displayName ?? 'Former user' },
    approverDecision: accountId === accountOf(actor) ? decision : 'pending',
  })),
  createdDate: stamped(issue.status_changed),
  ...(decision === 'pending' ? {} : { completedDate: stamped(site.clock.now()) }),
  _links: { self: `${site.baseUrl}/rest/servicedeskapi/request/${issue.id}/approval/${approval.id}` },
});

/** Decides as one of the approvers: the request goes where the decision leads. Throws 403 for everybody else. */
export function answer(
  site: Site,
  actor: Actor,
  issue: IssueRow,
  approval: Approval,
  decision: Decision,
  cause: Cause,
): object {
  if (!asks(approval, actor)) throw forbidden('You are not an approver of this request.');
  const way = approval.ways[decision];
  if (way) takeTransition(site, issue, way, [], cause);
  return approvalBean(site, actor, issue, approval, decision);
}
