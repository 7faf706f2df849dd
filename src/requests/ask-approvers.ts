import type { PublishedItem } from '../catalog/domain/model';
import { log } from '../platform/log';
import { doc, mention, paragraph, text } from './domain/adf';
import { currentApproval } from './domain/approval';
import type { RequestDocument } from './domain/model';
import type { MoveTo, NamesOf, Notice, RecordApproval } from './ports';

export interface ApprovalPorts {
  readonly namesOf: NamesOf;
  readonly moveTo: MoveTo;
  readonly notice: Notice;
  readonly recordApproval: RecordApproval;
}

/**
 * Starts the approval of a fresh request: the SLA pauses, the issue waits, the approvers are told by Jira. The request
 * itself is stored already and its approvers see it in the portal, so that a step failing here is logged, not fatal.
 */
export async function askApprovers(
  request: RequestDocument,
  item: PublishedItem,
  ports: ApprovalPorts,
): Promise<void> {
  const { issueId } = request;
  const approval = currentApproval(request);
  if (!approval || issueId === undefined) return;
  const steps: readonly (() => Promise<void>)[] = [
    () => ports.recordApproval(issueId, 'requested', request.requester, Date.parse(approval.startedAt)),
    async () =>
      approval.waitingStatusId === undefined ? undefined : ports.moveTo(issueId, approval.waitingStatusId),
    () => tellApprovers(issueId, approval.approvers, item, ports),
  ];
  for (const step of steps) {
    try {
      await step();
    } catch (error) {
      log.error('approval.start', error, { requestId: request.id });
    }
  }
}

async function tellApprovers(
  issueId: string,
  approvers: readonly string[],
  item: PublishedItem,
  ports: ApprovalPorts,
) {
  const names = await ports.namesOf(approvers);
  const mentions = approvers.flatMap((id) => [mention(id, names.get(id) ?? id), text(' ')]);
  const words = `please approve or decline this request for ${item.content.name.en} under Approvals in the service catalog.`;
  await ports.notice(issueId, doc([paragraph(...mentions, text(words))]), 'approval');
}
