/** Somebody sent the work item of a request to where it waits for an approval, and nobody is asked. */
import type { ApprovalStep, PublishedItem } from '../../catalog/domain/model';
import { auditRequest } from '../records/audit-request';
import type { RequestDocument } from '../domain/model';
import type { RequestPorts } from '../ports';
import { type ApproverPorts, startStep } from './start-approvals';
import { readRequest } from '../records/store';
import { updateRequest } from '../records/update-request';

type AskPorts = Pick<RequestPorts, 'itemInVersion' | 'issuesNow'> & ApproverPorts;

interface Waiting {
  readonly request: RequestDocument;
  readonly item: PublishedItem;
  readonly step: ApprovalStep;
}

/** What waits for an approval still, as Jira says; `null` when it has gone on, or somebody else is asked already. */
async function stillWaiting(id: string, since: string, ports: AskPorts): Promise<Waiting | null> {
  const request = await readRequest(id);
  if (request === null || !mayAsk(request, since)) return null;
  const { issueId = '', itemId, itemVersion } = request;
  const [item, issues] = await Promise.all([
    ports.itemInVersion(itemId, itemVersion),
    ports.issuesNow([issueId]),
  ]);
  const statusId = issues.get(issueId)?.status.id;
  const step = item?.content.approvals.find(({ waitingStatusId }) => waitingStatusId === statusId);
  return item && step && statusId !== undefined ? { request, item, step } : null;
}

/** Nobody is asked, or those who have been asked for this very wait. */
const mayAsk = ({ state, approvals }: RequestDocument, since: string): boolean =>
  state === 'open' && approvals.every((each) => each.state !== 'pending' || each.startedAt === since);

/** Whether somebody must be asked because of a wait that began at `since` (ISO). */
export const waitsUnasked = async (id: string, since: string, ports: AskPorts): Promise<boolean> =>
  (await stillWaiting(id, since, ports)) !== null;

/**
 * Asks those whom the item names, or its owner where nobody of them is left; writes it down with its audit. Safe to repeat.
 * @throws AppFailure NO_APPROVER when nobody is left who could be asked.
 */
export async function askAgain(id: string, since: string, ports: AskPorts): Promise<void> {
  const waiting = await stillWaiting(id, since, ports);
  if (waiting === null) return;
  const { request, item, step } = waiting;
  const { owner, name } = item.content;
  const asked = await startStep(step, { ...request, owner, startedAt: since }, ports);
  const audit = auditRequest(request, name, {
    at: since,
    by: owner,
    action: 'request.askedAgain',
    changes: [{ path: 'approvers', before: '', after: asked.approvers.join(', ') }],
  });
  await updateRequest<void>(id, (now) =>
    now === null || !mayAsk(now, since) || now.approvals.at(-1)?.startedAt === since
      ? { answer: undefined }
      : {
          next: { ...now, approvals: [...now.approvals, asked] },
          also: [audit],
          answer: undefined,
        },
  );
}
