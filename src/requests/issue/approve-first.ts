/** *Approve first, create the work item after*: what becomes of such a request until it has one. */
import type { PublishedItem } from '../../catalog/domain/model';
import { conflict } from '../../kernel/errors';
import { transact } from '../../platform/storage/transact';
import type { StepRow } from '../../work/step';
import { stepWrite } from '../../work/steps';
import { isToBeMade, mayWithdraw } from '../domain/before-issue';
import type { RequestDocument } from '../domain/model';
import { finishHalfMade } from './finish-half-made';
import { itemOf } from '../records/item-of';
import { type Attempt, beingSent, makeIssueOnce } from './make-issue-once';
import { onBehalfWrites, openRequest } from './open-request';
import type { CreatePorts, Person, RequestPorts } from '../ports';
import { withdrawn } from '../records/settle';
import { readRequest, requestWrites, revised } from '../records/store';
import { updateRequest } from '../records/update-request';

type MakePorts = CreatePorts & Pick<RequestPorts, 'itemInVersion' | 'now'>;

/**
 * The request waits for its approval, and nothing is made. What follows (`row`) is noted with it. Answers the request as it then
 * stands, whoever wrote it. @throws AppFailure CONFLICT when somebody else writes it at the same moment, BEING_SENT when another one is
 * sent that counts against the same limit.
 */
export async function waitForApproval(
  { known, wanted, row, also = [] }: Attempt & { readonly row: StepRow },
  item: PublishedItem,
): Promise<RequestDocument> {
  const waiting = revised(known, { ...wanted, rev: wanted.rev + 1, state: 'open' });
  const writes = [
    ...requestWrites(known, waiting),
    ...onBehalfWrites(waiting, item),
    stepWrite(row),
    ...also,
  ];
  if ((await transact(writes)) === 'done') return waiting;
  const stored = await readRequest(wanted.id);
  if (stored && stored.state !== 'creating') return stored;
  if (stored === null) throw beingSent();
  throw conflict('request');
}

/**
 * Makes the work item of an approved request, as the app, with whom it is for as reporter: at most one, whatever was lost on the way.
 * One that has it, or was taken back meanwhile, stays as it is.
 * @throws AppFailure BEING_SENT while another attempt runs; JiraUnavailable while it is not certain what became of the last one;
 * JiraRefused with Jira's reason.
 */
export async function makeApproved(id: string, ports: MakePorts): Promise<RequestDocument | null> {
  const request = await finishHalfMade(await readRequest(id), ports.now(), ports);
  if (request === null || !isToBeMade(request)) return request;
  const item = await itemOf(request, ports);
  const attempt = { known: request, wanted: request, row: null };
  return makeIssueOnce(attempt, item, ports.now(), ports, (noted, issue) => openRequest(noted, issue, item));
}

/**
 * Its requester takes it back before there is a work item. Once one is being made it is too late.
 * @throws AppFailure CONFLICT then, or when it has ended already.
 */
export const withdraw = (
  id: string,
  reason: string,
  item: PublishedItem,
  { accountId, now }: Person,
): Promise<void> =>
  updateRequest(id, (request) => {
    if (!request || !mayWithdraw(request)) throw conflict('request');
    const by = { by: accountId, reason, at: new Date(now).toISOString() };
    return { ...withdrawn(request, by, item), answer: undefined };
  });
