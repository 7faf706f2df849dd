import { AppFailure, JiraRefused } from '../kernel/errors';
import { auditWrite } from '../platform/storage/audit';
import type { Write } from '../platform/storage/transact';
import { textDocument } from './domain/adf';
import type { RequestDocument } from './domain/model';
import { actionsOf, ownRequest, type OwnRequest, type ViewPorts } from './get-request';
import type { MoveTo, Person } from './ports';
import { mover } from './mover';
import { stepRefusal } from './refusal';
import { updateRequest } from './store';

export interface ActionPorts extends ViewPorts {
  readonly moveTo: MoveTo;
  readonly moveAsUser: MoveTo;
  /** `false` when Jira does not let this person comment. */
  readonly commentAsUser: (issueId: string, body: object) => Promise<boolean>;
  readonly commentFor: (issueId: string, body: object, by: string) => Promise<void>;
}

/** Says something on the request; when it waits for the requester, it goes on. */
export async function commentOnRequest(
  id: string,
  text: string,
  person: Person,
  ports: ActionPorts,
): Promise<void> {
  const own = await allowed(id, 'comment', person, ports);
  await say(own.issueId, text, person, ports);
  const { answeredToStatusId } = own.item.content.actions;
  if (own.stage.actor === 'requester' && own.stage.kind === 'open' && answeredToStatusId !== undefined) {
    await moveOn(own, answeredToStatusId, ports);
  }
}

/** The requester has what they asked for. */
export async function confirmRequest(id: string, person: Person, ports: ActionPorts): Promise<void> {
  const own = await allowed(id, 'confirm', person, ports);
  const { confirmToStatusId } = own.item.content.actions;
  if (confirmToStatusId !== undefined) await moveOn(own, confirmToStatusId, ports);
  const at = new Date(person.now).toISOString();
  await keep(own.request, (request) => ({ ...request, state: 'closed', confirmedAt: at, closedAt: at }), []);
}

/** It was not done after all: work goes on, and the reason is said where the agents read it. */
export async function reopenRequest(
  id: string,
  reason: string,
  person: Person,
  ports: ActionPorts,
): Promise<void> {
  const own = await allowed(id, 'reopen', person, ports);
  const { reopenToStatusId } = own.item.content.actions;
  if (reopenToStatusId !== undefined) await moveOn(own, reopenToStatusId, ports);
  const reopened = (request: RequestDocument): RequestDocument => {
    const {
      resolvedAt: _resolved,
      closesAt: _closes,
      closedAt: _closed,
      confirmedAt: _confirmed,
      ...rest
    } = request;
    return { ...rest, state: 'open' };
  };
  await keep(own.request, reopened, [audit('request.reopened', own, person, reason)]);
  await say(own.issueId, reason, person, ports);
}

/** Not needed any more. A pending approval is void with it. */
export async function cancelRequest(
  id: string,
  reason: string,
  person: Person,
  ports: ActionPorts,
): Promise<void> {
  const own = await allowed(id, 'cancel', person, ports);
  const { cancelToStatusId } = own.item.content.actions;
  if (reason.trim() !== '') await say(own.issueId, reason, person, ports);
  if (cancelToStatusId !== undefined) await moveOn(own, cancelToStatusId, ports);
  const at = new Date(person.now).toISOString();
  const voided = { because: 'withdrawn', by: person.accountId, at } as const;
  const cancelled = (request: RequestDocument): RequestDocument => ({
    ...request,
    approvals: request.approvals.map((each) =>
      each.state === 'pending' ? { ...each, state: 'void', voided } : each,
    ),
    state: 'closed',
    closedAt: at,
  });
  await keep(own.request, cancelled, [audit('request.cancelled', own, person, reason)]);
}

/** @throws AppFailure STEP_REFUSED, with the item's owner, when Jira has no such way or does not let them go it. */
async function moveOn(
  { request, item, issueId, issue }: OwnRequest,
  statusId: string,
  ports: ActionPorts,
): Promise<void> {
  try {
    await mover(request, ports)(issueId, statusId, issue?.status.id);
  } catch (error) {
    throw error instanceof JiraRefused ? await stepRefusal(error, item, ports) : error;
  }
}

async function allowed(
  id: string,
  action: keyof ReturnType<typeof actionsOf>,
  person: Person,
  ports: ActionPorts,
): Promise<OwnRequest> {
  const own = await ownRequest(id, person, ports);
  if (actionsOf(own, person.now)[action]) return own;
  if (own.withheld)
    throw new AppFailure('ACCESS_WITHDRAWN', 'Jira does not show this work item to the caller any more.');
  throw new AppFailure(
    'CONFLICT',
    `That is not possible at this stage (${own.stage.name.en}). Reload the request.`,
    {
      params: { stage: own.stage.name.en, action },
    },
  );
}

/** As the person where Jira lets them comment, else by the app for them. */
async function say(issueId: string, text: string, person: Person, ports: ActionPorts): Promise<void> {
  const body = textDocument(text);
  if (!(await ports.commentAsUser(issueId, body))) await ports.commentFor(issueId, body, person.accountId);
}

/**
 * Jira has been told already, so a write that meets another one is made again of the newest revision, with what the other
 * wrote: a decision is not lost by a request that is cancelled at the same moment.
 */
async function keep(
  before: RequestDocument,
  change: (request: RequestDocument) => RequestDocument,
  more: readonly Write[],
): Promise<void> {
  await updateRequest(before.id, (request) =>
    request ? { next: change(request), also: more, answer: undefined } : { answer: undefined },
  );
}

const audit = (action: string, { request, item }: OwnRequest, person: Person, reason: string): Write =>
  auditWrite({
    at: new Date(person.now).toISOString(),
    by: person.accountId,
    action,
    subject: `request:${request.id}`,
    subjectName: `${request.issueKey ?? request.id} ${item.content.name.en}`,
    changes: [],
    reason,
  });
