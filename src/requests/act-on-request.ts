import { AppFailure, conflict, JiraRefused } from '../kernel/errors';
import type { CarriedOut } from '../work/carry-out';
import { claim, dropRow } from '../work/claim-row';
import { asksRequester } from './domain/stages';
import type { StepRow } from '../work/step';
import { stepRows } from '../work/steps';
import { withdraw } from './issue/approve-first';
import { type Action, afterAction } from './records/following';
import { actionsOf, ownRequest, type OwnRequest, type ViewPorts } from './reading/get-request';
import type { ListPorts } from './reading/list-requests';
import type { Person, RequestPorts } from './ports';
import { stepRefusal } from './sending/refusal';
import { doneLater } from './steps';

export type ActionPorts = ViewPorts & Pick<RequestPorts, 'carryOut'>;

/** Says something on the request; when it waits for the requester, it goes on. */
export async function commentOnRequest(
  id: string,
  text: string,
  person: Person,
  ports: ActionPorts,
): Promise<void> {
  const own = await allowed(id, 'comment', person, ports);
  const isAnswer = asksRequester(own.stage);
  const to = isAnswer ? own.item.content.actions.answeredToStatusId : undefined;
  const { left, error } = await act(own, { kind: 'comment', text, to }, person, ports);
  const [said] = left?.steps ?? [];
  if (!left || said?.state === 'done') return;
  if (!(error instanceof JiraRefused)) throw doneLater();
  await dropRow(left);
  throw error;
}

/** The requester has what they asked for. */
export async function confirmRequest(id: string, person: Person, ports: ActionPorts): Promise<void> {
  const own = await allowed(id, 'confirm', person, ports);
  await move(
    own,
    { kind: 'confirm', text: '', to: own.item.content.actions.confirmToStatusId },
    person,
    ports,
  );
}

/** It was not done after all: work goes on, and the reason is said where the agents read it. */
export async function reopenRequest(
  id: string,
  reason: string,
  person: Person,
  ports: ActionPorts,
): Promise<void> {
  const own = await allowed(id, 'reopen', person, ports);
  await move(
    own,
    { kind: 'reopen', text: reason, to: own.item.content.actions.reopenToStatusId },
    person,
    ports,
  );
}

/** Not needed any more. A pending approval is void with it. */
export async function cancelRequest(
  id: string,
  reason: string,
  person: Person,
  ports: ActionPorts,
): Promise<void> {
  const own = await allowed(id, 'cancel', person, ports);
  const text = reason.trim();
  if (own.issueId === '') return withdraw(id, text, own.item, person);
  await move(own, { kind: 'cancel', text, to: own.item.content.actions.cancelToStatusId }, person, ports);
}

/** @throws AppFailure STEP_REFUSED, with the item's owner, when Jira has no such way or does not let them go it. */
async function move(own: OwnRequest, action: Action, person: Person, ports: ActionPorts): Promise<void> {
  const { left, error } = await act(own, action, person, ports);
  if (!left) return;
  // What Jira refuses at the first step has not happened; what has begun is ended later.
  const [first] = left.steps;
  if (!(error instanceof JiraRefused) || first?.state !== 'failed') throw doneLater();
  await dropRow(left);
  throw await stepRefusal(error, own.item, ports);
}

/**
 * Notes what the person wants, and does it as far as it goes now. The same wish again goes on with what is left of the first.
 * @throws AppFailure DONE_LATER while the first is still being done.
 */
async function act(own: OwnRequest, action: Action, person: Person, ports: ActionPorts): Promise<CarriedOut> {
  const row = afterAction(own.request, own.item, { ...action, from: own.issue?.status.id }, person);
  if ((await stepRows.put(row.id, row, 'absent')) === 'done') return ports.carryOut(row);
  const again = await claimAgain(row.id, person.now);
  if (again === null) throw doneLater();
  return ports.carryOut(again);
}

async function claimAgain(id: string, now: number): Promise<StepRow | null> {
  const row = await stepRows.get(id);
  if (!row || (row.held && row.at > new Date(now).toISOString())) return null;
  return claim(row, now);
}

/** A request of the caller's own, where they may do this now. @throws AppFailure NOT_FOUND, ACCESS_WITHDRAWN, CONFLICT */
export async function allowed(
  id: string,
  action: keyof ReturnType<typeof actionsOf>,
  person: Person,
  ports: ListPorts,
): Promise<OwnRequest> {
  const own = await ownRequest(id, person, ports);
  if (actionsOf(own, person.now)[action]) return own;
  if (own.withheld)
    throw new AppFailure('ACCESS_WITHDRAWN', 'Jira does not show this work item to the caller any more.');
  throw conflict('request');
}
