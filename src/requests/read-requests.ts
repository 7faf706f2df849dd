import * as v from 'valibot';
import { readAll } from '../platform/storage/batch';
import { orThrow } from '../platform/storage/entities';
import type { RequestDocument } from './domain/model';
import { bodySchema } from './domain/request-schema';
import { bodyKey, heads, readRequest, whole } from './store';

/** Those of the requests that there are, in the order asked for: their heads in a batch, then their bodies in another. */
export async function readRequests(ids: readonly string[]): Promise<readonly RequestDocument[]> {
  const found = [...(await heads.getMany(ids)).values()].map(orThrow);
  const bodies = await readAll(found.map(({ id }) => bodyKey(id)));
  const read = found.map(async (head) => {
    const body = v.safeParse(bodySchema, bodies.get(bodyKey(head.id)));
    return body.success && body.output.rev === head.bodyRev
      ? whole(head, body.output)
      : await readRequest(head.id);
  });
  const requests = new Map((await Promise.all(read)).flatMap((each) => (each ? [[each.id, each]] : [])));
  return ids.flatMap((id) => requests.get(id) ?? []);
}
