/** Requests: a small head in the entity, what people wrote under a key of its own, a row for each approver. */
import { kvs } from '@forge/kvs';
import * as v from 'valibot';
import { storageBusy } from '../kernel/errors';
import { sameValues } from '../kernel/same-values';
import { entityStore } from '../platform/storage/entities';
import { guarded, transact, type Write } from '../platform/storage/transact';
import { approvalRowWrites } from './approval-rows';
import type { RequestDocument, RequestHead } from './domain/model';
import { isForOther } from './domain/parties';
import { bodySchema, headSchema, type RequestBody } from './domain/request-schema';
import { nextLook } from './domain/timers';

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

/** Those of the requests that there are, in the order asked for. */
export async function readRequests(ids: readonly string[]): Promise<readonly RequestDocument[]> {
  const found = await Promise.all([...new Set(ids)].map(readRequest));
  return found.filter((request) => request !== null);
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

/** What goes into the transaction beside the head: the body where it changed, the rows of approvers whose turn came or passed. */
export function besideHead(before: RequestDocument | null, after: RequestDocument): readonly Write[] {
  const body = bodyOf(after);
  const isNew = before === null || !sameValues({ ...bodyOf(before), rev: body.rev }, body);
  return [
    ...(isNew ? [{ kind: 'set' as const, key: bodyKey(after.id), value: body }] : []),
    ...approvalRowWrites(before, after),
  ];
}

/** The writes of a request that is read and decided elsewhere; `after.rev` follows `before.rev`. */
export const requestWrites = (before: RequestDocument | null, after: RequestDocument): readonly Write[] => [
  heads.write(after.id, headOf(after), before === null ? 'absent' : { rev: before.rev }),
  ...besideHead(before, after),
];

/** One conditional write of a request. */
export const writeRequest = (before: RequestDocument | null, after: RequestDocument) =>
  transact(requestWrites(before, after));
