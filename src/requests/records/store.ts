/** Requests: a small head in the entity, what people wrote under a key of its own, a row for each approver. */
import * as v from 'valibot';
import { storageBusy, storageCorrupt } from '../../kernel/errors';
import { sameValues } from '../../kernel/same-values';
import { entityStore, orThrow } from '../../platform/storage/entities';
import { readTogether } from '../../platform/storage/together';
import type { Write } from '../../platform/storage/transact';
import { approvalRowChanges, approvalRowWrite } from './approval-rows';
import type { RequestDocument, RequestHead } from '../domain/model';
import { isForOther } from '../domain/parties';
import {
  askedSchema,
  bodySchema,
  headOfApproval,
  headSchema,
  type RequestBody,
} from '../domain/request-schema';
import { nextLook } from '../domain/timers';
import { markWrites } from '../../work/home-marks';

const ENTITY = 'request';

/** Heads by id, and in the indexes by people, item, state and what falls due. */
export const heads = entityStore<RequestHead>({
  name: ENTITY,
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

export const bodyKey = (id: string): string => `request:${id}`;

const MOST_READS = 3;

/**
 * The whole request, `null` when there is none; strongly consistent. Head and body are read together: the head names the
 * revision of its body.
 * @throws AppFailure STORAGE_BUSY when it changes faster than it can be read, STORAGE_CORRUPT when a part is not there.
 */
export async function readRequest(id: string): Promise<RequestDocument | null> {
  let isMissing = false;
  for (let read = 0; read < MOST_READS; read += 1) {
    const rows = await readTogether({
      head: { entity: ENTITY, key: id, schema: headSchema },
      body: { key: bodyKey(id), schema: bodySchema },
    });
    const [head, body] = [orThrow(rows.head), orThrow(rows.body)];
    if (head === null) return null;
    if (body !== null && body.rev === head.bodyRev) return whole(head, body);
    isMissing = body === null;
  }
  throw isMissing ? storageCorrupt() : storageBusy();
}

export function whole(head: RequestHead, { answers, approvals }: RequestBody): RequestDocument {
  const steps = approvals.flatMap((step, index) => {
    const state = head.approvals[index];
    return state === undefined ? [] : [{ ...step, ...state }];
  });
  return { ...head, answers, approvals: steps };
}

export const headOf = ({ answers: _, approvals, ...head }: RequestDocument): RequestHead => ({
  ...head,
  approvals: approvals.map((step) => v.parse(headOfApproval, step)),
});

const bodyOf = ({ rev, answers, approvals }: RequestDocument): RequestBody => ({
  schema: 1,
  rev,
  answers,
  approvals: approvals.map((step) => v.parse(askedSchema, step)),
});

/**
 * What goes into the transaction beside the head: the body where it changed, the rows of approvers whose turn came or passed,
 * and notes for the homes of all of them.
 */
export function besideHead(before: RequestDocument | null, after: RequestDocument): readonly Write[] {
  const rows = approvalRowChanges(before, after);
  const people = [...rows.map(({ row }) => row.approver), ...partiesTouched(before, after)];
  return [
    ...(after.bodyRev === after.rev
      ? [{ kind: 'set' as const, key: bodyKey(after.id), value: bodyOf(after) }]
      : []),
    ...rows.map(approvalRowWrite),
    ...markWrites(people, rows.length),
  ];
}

/** Those in whose lists something changed; nobody has what is still being made. */
function partiesTouched(before: RequestDocument | null, after: RequestDocument): readonly string[] {
  const listed = (request: RequestDocument | null) =>
    request === null || request.state === 'creating'
      ? []
      : [`${request.state} ${request.asked} ${request.closesAt}`, request.requester, request.beneficiary];
  const [was, is] = [listed(before), listed(after)];
  return sameValues(was, is) ? [] : [...was.slice(1), ...is.slice(1)];
}

/** The request as it follows another: it names the revision of its body, which is written where it changed. */
export function revised(before: RequestDocument | null, after: RequestDocument): RequestDocument {
  const isSame =
    before?.bodyRev !== undefined && sameValues({ ...bodyOf(before), rev: after.rev }, bodyOf(after));
  return { ...after, bodyRev: isSame ? before.bodyRev : after.rev };
}

/** The writes of a request that is read and decided elsewhere; `after.rev` follows `before.rev`. */
export function requestWrites(before: RequestDocument | null, after: RequestDocument): readonly Write[] {
  const next = revised(before, after);
  return [
    heads.write(next.id, headOf(next), before === null ? 'absent' : { rev: before.rev }),
    ...besideHead(before, next),
  ];
}
