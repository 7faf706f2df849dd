import * as v from 'valibot';
import { AppFailure, isCorrupt } from '../../kernel/errors';
import { readAll } from '../../platform/storage/batch';
import { readable } from '../../platform/storage/entities';
import type { RequestDocument } from '../domain/model';
import { bodySchema } from '../domain/request-schema';
import { bodyKey, heads, readRequest, whole } from './store';

/** Those of the requests that can be read, in the order asked for: one that can't must not hide the others. */
export const readableRequests = async (ids: readonly string[]): Promise<readonly RequestDocument[]> =>
  (await readEach(ids)).flatMap((each) => (each instanceof AppFailure ? [] : [each]));

/** Those of the requests that there are, each or why it can't be read, in the order asked for: their heads in a batch, then their bodies in another. */
export async function readEach(ids: readonly string[]): Promise<readonly (RequestDocument | AppFailure)[]> {
  const found = await heads.getMany(ids);
  const bodies = await readAll([...readable(found).values()].map(({ id }) => bodyKey(id)));
  const read = [...found].map(async ([id, head]) => {
    if (head instanceof AppFailure) return [id, head] as const;
    const body = v.safeParse(bodySchema, bodies.get(bodyKey(id)));
    const isOfHead = body.success && body.output.rev === head.bodyRev;
    return [id, isOfHead ? whole(head, body.output) : await orCorrupt(readRequest(id))] as const;
  });
  const requests = new Map(await Promise.all(read));
  return ids.flatMap((id) => requests.get(id) ?? []);
}

async function orCorrupt<T>(read: Promise<T>): Promise<T | AppFailure> {
  try {
    return await read;
  } catch (error) {
    if (isCorrupt(error)) return error;
    throw error;
  }
}
