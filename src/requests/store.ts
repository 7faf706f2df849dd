/** Requests: a small head in the entity, what people wrote under a key of its own, a row for each approver. */
import { kvs } from '@forge/kvs';
import * as v from 'valibot';
import { storageBusy } from '../kernel/errors';
import { sameValues } from '../kernel/same-values';
import { readAll } from '../platform/storage/batch';
import { entityStore, orThrow } from '../platform/storage/entities';
import { guarded, transact, type Write } from '../platform/storage/transact';
import { approvalRowChanges, approvalRowWrite } from './approval-rows';
import type { RequestDocument, RequestHead } from './domain/model';
import { isForOther } from './domain/parties';
import { bodySchema, headSchema, type RequestBody } from './domain/request-schema';
import { nextLook } from './domain/timers';
import { markWrites } from './home-marks';

/** Heads by id, and in the indexes by people, item, state and what falls due. */
export const heads = entityStore<RequestHead>({
  name: 'request',
  schema: headSchema,
  attributes: (request) => ({
    id: request.id,
    rev: request.rev,
    state: request.state,
    requester: request.requester,
    // Only where it is somebody else: what one asked for oneself is found by who asked.
    beneficiary: isForOther(request) ? request.beneficiary : undefined,
    itemId: request.itemId,
    receivedAt: request.receivedAt,
    ...nextLook(request),
  }),
});

const bodyKey = (id: string): string => `request:${id}`;

const MOST_READS = 3;

/**
 * The whole request, `null` when there is none; strongly consistent. The body is read after the head: one that is no newer
 * belongs to it. @throws AppFailure STORAGE_BUSY when it changes faster than it can be read.
 */
export async function readRequest(id: string): Promise<RequestDocument | null> {
  for (let read = 0; read < MOST_READS; read += 1) {
    const head = await heads.get(id);
    if (head === null) return null;
    const body = v.parse(bodySchema, await guarded(() => kvs.get<unknown>(bodyKey(id))));
    if (body.rev <= head.rev) return whole(head, body);
  }
  throw storageBusy();
}

/** Those of the requests that there are, in the order asked for: their heads in a batch, then their bodies in another. */
export async function readRequests(ids: readonly string[]): Promise<readonly RequestDocument[]> {
  const found = [...(await heads.getMany(ids)).values()].map(orThrow);
  const bodies = await readAll(found.map(({ id }) => bodyKey(id)));
  const read = found.map((head) => {
    const body = v.parse(bodySchema, bodies.get(bodyKey(head.id)));
    // Written meanwhile: the head is an old one.
    return body.rev <= head.rev ? whole(head, body) : readRequest(head.id);
  });
  const requests = new Map((await Promise.all(read)).flatMap((each) => (each ? [[each.id, each]] : [])));
  return ids.flatMap((id) => requests.get(id) ?? []);
}

function whole(head: RequestHead, { answers, approvals }: RequestBody): RequestDocument {
  const steps = approvals.flatMap((step, index) => {
    const state = head.approvals[index];
    return state === undefined ? [] : [{ ...step, ...state }];
  });
  return { ...head, answers, approvals: steps };
}

export const headOf = ({ answers: _, approvals, ...head }: RequestDocument): RequestHead => ({
  ...head,
  approvals: approvals.map(
    ({ approvers: _approvers, rule: _rule, decisions: _decisions, ...state }) => state,
  ),
});

const bodyOf = ({ rev, answers, approvals }: RequestDocument): RequestBody => ({
  schema: 1,
  rev,
  answers,
  approvals: approvals.map(({ approvers, rule, decisions }) => ({
    approvers: [...approvers],
    rule,
    decisions: [...decisions],
  })),
});

/**
 * What goes into the transaction beside the head: the body where it changed, the rows of approvers whose turn came or passed,
 * and notes for the homes of all of them.
 */
export function besideHead(before: RequestDocument | null, after: RequestDocument): readonly Write[] {
  const body = bodyOf(after);
  const rows = approvalRowChanges(before, after);
  const people = [...rows.map(({ row }) => row.approver), ...partiesTouched(before, after)];
  const isNew = before === null || !sameValues({ ...bodyOf(before), rev: body.rev }, body);
  return [
    ...(isNew ? [{ kind: 'set' as const, key: bodyKey(after.id), value: body }] : []),
    ...rows.map(approvalRowWrite),
    ...markWrites(people, rows.length),
  ];
}

/** Those in whose lists something changed; nobody has what is still being made. */
function partiesTouched(before: RequestDocument | null, after: RequestDocument): readonly string[] {
  const listed = (request: RequestDocument | null) =>
    request === null || request.state === 'creating'
      ? []
      : [request.state, request.requester, request.beneficiary];
  const [was, is] = [listed(before), listed(after)];
  return sameValues(was, is) ? [] : [...was.slice(1), ...is.slice(1)];
}

/** The writes of a request that is read and decided elsewhere; `after.rev` follows `before.rev`. */
export const requestWrites = (before: RequestDocument | null, after: RequestDocument): readonly Write[] => [
  heads.write(after.id, headOf(after), before === null ? 'absent' : { rev: before.rev }),
  ...besideHead(before, after),
];

/** One conditional write of a request. */
export const writeRequest = (before: RequestDocument | null, after: RequestDocument) =>
  transact(requestWrites(before, after));
