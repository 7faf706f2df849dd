import type { Context } from 'hono';
import type { Actor, Product } from '../../kernel/types';
import { forward } from '../products/product-calls';
import type { People } from './people';
import { whoAsks } from './session';

/** Answers a REST request of any client with a product, as the person it names by Basic auth or cookie. */
export async function answerRest(c: Context, product: Product, people: People): Promise<Response> {
  const person = whoAsks(c, people);
  if (person === undefined && c.req.header('authorization') !== undefined) {
    return c.json(
      { message: 'Client must be authenticated to access this resource. Name a person of this site.' },
      401,
    );
  }
  const actor: Actor =
    person === undefined ? { kind: 'anonymous' } : { kind: 'user', accountId: person.accountId };
  const url = new URL(c.req.url);
  const isForm = c.req.header('content-type')?.startsWith('multipart/') ?? false;
  const sent = ['GET', 'HEAD'].includes(c.req.method)
    ? undefined
    : isForm
      ? new Uint8Array(await c.req.arrayBuffer())
      : await c.req.text();
  const answer = await forward(
    product,
    {
      method: c.req.method,
      path: `${url.pathname}${url.search}`,
      headers: c.req.header(),
      body: sent === '' ? undefined : sent,
    },
    actor,
  );
  const body = typeof answer.body === 'object' ? Buffer.from(answer.body) : answer.body;
  return new Response(body ?? null, { status: answer.status, headers: answer.headers });
}
