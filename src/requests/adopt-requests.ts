import * as v from 'valibot';
import { log } from '../platform/log';
import { type IssueRow, issueRowKey, issueRows } from '../platform/storage/issue-row';
import { transact } from '../platform/storage/transact';
import { orLogged } from '../work/or-logged';
import { ANY_DATE } from '../catalog/domain/field-types';
import { checkAnswers } from '../catalog/domain/answers/answers';
import { withPrice } from '../catalog/domain/form/price';
import { withoutFacts } from '../catalog/domain/form/facts';
import type { Answers, PublishedItem } from '../catalog/domain/model';
import { JiraRefused } from '../kernel/errors';
import type { AdoptableIssue } from '../sla';
import { ruleOf } from './domain/approval';
import type { RequestApproval, RequestDocument } from './domain/model';
import { requestPropertySchema } from './domain/schema';
import { withStatus } from './domain/stages';
import type { RequestPorts } from './ports';
import { issueRowOf } from './records/request-of-issue';
import { approversNow } from './approvals/start-approvals';
import { dropCounts } from './records/popularity';
import { requestWrites } from './records/store';

export interface AdoptPorts
  extends
    Pick<RequestPorts, 'groupsOf' | 'peopleGone' | 'maySee'>,
    Partial<Pick<RequestPorts, 'factsOf' | 'managerOf'>> {
  readonly now: number;
  /** The item in this version, or as it is published now; `null` when there is none at all. */
  readonly itemFor: (itemId: string, version: number) => Promise<PublishedItem | null>;
  readonly appAccountId: () => Promise<string>;
}

/**
 * Makes requests of issues that carry the app's property but have none: after a reinstall, or with issues that were
 * brought from elsewhere. Only the app's own issues are taken, where the item makes such issues and their reporter,
 * who becomes the requester, may order it; nothing else that the property says is believed. Moves nothing. Safe to
 * repeat. Answers how many were adopted.
 */
export async function adoptRequests(issues: readonly AdoptableIssue[], asked: AdoptPorts): Promise<number> {
  if (issues.length === 0) return 0;
  const app = await asked.appAccountId();
  const ports = { ...asked, groupsOf: onceEach(asked.groupsOf) };
  const received: string[] = [];
  for (const issue of issues.filter(({ creator }) => creator === app)) {
    const at = await orLogged('requests.adopt', () => adoptOne(issue, ports), null);
    if (at !== null) received.push(at);
  }
  if (received.length > 0) {
    await dropCounts(received);
    log.info('requests.adopted', { adopted: received.length });
  }
  return received.length;
}

/** When its request was received; `null` where none is made of it. */
async function adoptOne(issue: AdoptableIssue, ports: AdoptPorts): Promise<string | null> {
  const found = await requestFrom(issue, ports);
  if (found === null) return null;
  const { request, issueRow } = found;
  const writes = [...requestWrites(null, request), issueRows.write(issueRowKey(issue.id), issueRow, 'any')];
  if ((await transact(writes)) === 'done') return request.receivedAt;
  // The request is known; its issue may not be, when it was made before issues knew their requests.
  await issueRows.put(issueRowKey(issue.id), issueRow, 'absent');
  return null;
}

/** A few people order most of what a page holds. */
function onceEach(groupsOf: AdoptPorts['groupsOf']): AdoptPorts['groupsOf'] {
  const known = new Map<string, ReturnType<typeof groupsOf>>();
  return (accountId) => {
    const groups = known.get(accountId) ?? groupsOf(accountId);
    known.set(accountId, groups);
    return groups;
  };
}

interface Adopted {
  readonly request: RequestDocument;
  readonly issueRow: IssueRow;
}

async function requestFrom(issue: AdoptableIssue, ports: AdoptPorts): Promise<Adopted | null> {
  const parsed = v.safeParse(requestPropertySchema, issue.property);
  if (!parsed.success || issue.reporter === null) return null;
  const { itemId, itemVersion, requestId, answers } = parsed.output;
  const item = await ports.itemFor(itemId, itemVersion);
  if (!item || !makes(item, issue) || !(await mayOrder(item, issue.reporter, ports))) return null;
  const approval = await approvalUnderWay(item, issue, issue.reporter, ports);
  const fit = fitting(item, {
    ...withoutFacts(answers),
    ...(await ports.factsOf?.(item.content, { requester: issue.reporter, beneficiary: issue.reporter })),
  });
  const base: RequestDocument = {
    schema: 1,
    id: requestId,
    rev: 1,
    itemId,
    itemVersion: item.version,
    requester: issue.reporter,
    beneficiary: issue.reporter,
    answers: withPrice(item.content, fit),
    state: 'open',
    issueId: issue.id,
    issueKey: issue.key,
    channel: 'portal',
    receivedAt: new Date(issue.createdAt).toISOString(),
    adopted: true,
    approvals: approval ? [approval] : [],
  };
  return {
    request: withStatus(base, item.content, issue.status, issue.statusSince, ports.now),
    issueRow: issueRowOf(base, item),
  };
}

/** Whether the item makes issues of this space and type. */
const makes = ({ content: { fulfilment } }: PublishedItem, issue: AdoptableIssue): boolean =>
  fulfilment.projectId === issue.projectId && fulfilment.issueTypeId === issue.issueTypeId;

/** Nobody, where Jira does not tell the app the groups it depends on. */
async function mayOrder(item: PublishedItem, accountId: string, ports: AdoptPorts): Promise<boolean> {
  try {
    return (await ports.maySee(item, { accountId, groups: () => ports.groupsOf(accountId) })) === true;
  } catch (error) {
    if (error instanceof JiraRefused) return false;
    throw error;
  }
}

/** The answers that the form asks for and takes, by what is known of the requester now; dates are not compared with today any more. */
function fitting({ content }: PublishedItem, answers: Answers): Answers {
  const checked = checkAnswers(content.form, answers, { ...ANY_DATE, rules: content.rules });
  const bad = new Set(checked.problems.map(({ at }) => at));
  return Object.fromEntries(Object.entries(checked.answers).filter(([field]) => !bad.has(field)));
}

/**
 * The approval an issue waits in, asked for anew: earlier decisions are not known. A person whom the form named is
 * left out, as answers on an issue could have been changed by anybody who edits it: the item's own approvers
 * decide, or its owner.
 */
async function approvalUnderWay(
  { content }: PublishedItem,
  issue: AdoptableIssue,
  requester: string,
  ports: AdoptPorts,
): Promise<RequestApproval | undefined> {
  const step = content.approvals.find(({ waitingStatusId }) => waitingStatusId === issue.status.id);
  if (step === undefined) return undefined;
  const { approverField: _, ...named } = step;
  const parties = { requester, beneficiary: requester, owner: content.owner };
  const approvers = await approversNow(named, {}, parties, ports);
  if (approvers.length === 0) return undefined;
  return {
    state: 'pending',
    approvers,
    ...ruleOf(step),
    startedAt: new Date(issue.statusSince).toISOString(),
    decisions: [],
    waitingStatusId: issue.status.id,
  };
}
