import { Hono, type Context } from 'hono';
import * as v from 'valibot';
import type { ForgeHost } from '../host';
import type { ModuleModel } from '../manifest/types';
import { forward } from '../products/product-calls';
import { judgeScopes } from '../products/scopes';
import { ExtensionRefused } from './extension';
import { moduleContext, productOf } from './module-context';
import type { People, Person } from './people';
import { whoAsks } from './session';

const MAX_PAYLOAD_BYTES = 500 * 1024;

const contextRequest = v.object({ moduleKey: v.string(), extension: v.optional(v.unknown()) });
const invokeRequest = v.object({
  ...contextRequest.entries,
  functionKey: v.string(),
  payload: v.optional(v.unknown()),
});
const fetchRequest = v.object({
  product: v.picklist(['jira', 'confluence']),
  path: v.string(),
  method: v.optional(v.string(), 'GET'),
  headers: v.optional(v.array(v.tuple([v.string(), v.string()])), []),
  body: v.optional(v.nullable(v.string())),
});

export interface ForgeRoutesDeps {
  readonly host: ForgeHost;
  readonly people: People;
  readonly siteUrl: () => string;
}

/** What the parent page of the app's frames asks of the server: contexts, invocations, product calls as the user. */
export function forgeRoutes(deps: ForgeRoutesDeps): Hono {
  const app = new Hono();
  app.post('/context', (c) =>
    guarded(c, deps, contextRequest, (request, person, module) =>
      moduleContext(deps.host, deps.siteUrl(), module, request.extension, person),
    ),
  );
  app.post('/invoke', (c) =>
    guarded(c, deps, invokeRequest, (request, person, module) => invoke(deps, request, person, module)),
  );
  app.post('/fetch', async (c) => {
    const person = whoAsks(c, deps.people);
    const parsed = v.safeParse(fetchRequest, await c.req.json());
    if (person === undefined || !parsed.success)
      return c.json({ error: { message: 'Who asks for what?' } }, 400);
    return c.json(await fetchProduct(deps.host, parsed.output, person));
  });
  return app;
}

async function guarded<S extends typeof contextRequest>(
  c: Context,
  deps: ForgeRoutesDeps,
  schema: S,
  work: (request: v.InferOutput<S>, person: Person, module: ModuleModel) => Promise<unknown>,
): Promise<Response> {
  const person = whoAsks(c, deps.people);
  if (person === undefined) return c.json({ error: { message: 'Nobody is signed in.' } }, 401);
  const parsed = v.safeParse(schema, await c.req.json());
  if (!parsed.success) return c.json({ error: { message: parsed.issues[0].message } }, 400);
  const request: v.InferOutput<S> = parsed.output;
  const module = deps.host.manifest.modules.find((candidate) => candidate.key === request.moduleKey);
  if (module === undefined)
    return c.json({ error: { message: `There is no module ${request.moduleKey}.` } }, 404);
  try {
    return c.json({ value: await work(request, person, module) });
  } catch (error) {
    if (error instanceof ExtensionRefused) return c.json({ error: { message: error.message } }, 403);
    // A failed function is an answer, not a failed request: a browser would report the latter in its console.
    if (error instanceof InvokeFailed) return c.json({ error: { message: error.message } });
    throw error;
  }
}

class InvokeFailed extends Error {}

async function invoke(
  deps: ForgeRoutesDeps,
  request: v.InferOutput<typeof invokeRequest>,
  person: Person,
  module: ModuleModel,
): Promise<unknown> {
  if (module.resolverFunction === undefined)
    throw new InvokeFailed(`The module ${module.key} has no resolver.`);
  if (Buffer.byteLength(JSON.stringify(request.payload) ?? '') > MAX_PAYLOAD_BYTES) {
    throw new InvokeFailed('The payload is larger than 500 KB.');
  }
  const context = await moduleContext(deps.host, deps.siteUrl(), module, request.extension, person);
  const result = await deps.host.invoke({
    functionKey: module.resolverFunction,
    kind: 'resolver',
    moduleKey: module.key,
    moduleType: module.type,
    name: request.functionKey,
    accountId: person.accountId,
    product: productOf(module),
    args: [
      { call: { functionKey: request.functionKey, payload: request.payload }, context },
      deps.host.installContext(person.accountId),
    ],
  });
  if (result.outcome === 'ok') return result.value;
  const firstLine = result.error.split('\n', 1)[0] ?? '';
  throw new InvokeFailed(`There was an error invoking the function - ${firstLine.replace(/^Error: /, '')}`);
}

/** A product call from the app's page: as the user, within the app's scopes, without an invocation. */
async function fetchProduct(
  host: ForgeHost,
  request: v.InferOutput<typeof fetchRequest>,
  person: Person,
): Promise<object> {
  const product = host.products.get(request.product);
  if (product === undefined || !host.isConnected(request.product)) {
    return plain(403, { message: `The app is not connected to ${request.product}.` });
  }
  const path = request.path.startsWith('/') ? request.path : `/${request.path}`;
  const verdict = judgeScopes(request.product, request.method, path, host.manifest.scopes);
  if (verdict.kind === 'unknown')
    return plain(404, { message: `The local site knows no ${request.method} ${path}.` });
  if (verdict.kind === 'missing')
    return plain(401, { code: 401, message: 'Unauthorized; scope does not match', wanted: verdict.wanted });
  await host.faults.wait(request.product);
  const failure = host.faults.failure(request.product, request.method, path);
  if (failure !== undefined) return plain(failure, { message: 'The site plays a fault.' });
  const headers = Object.fromEntries(request.headers.map(([name, value]) => [name.toLowerCase(), value]));
  const answer = await forward(
    product,
    { method: request.method, path, headers, body: request.body ?? undefined },
    { kind: 'user', accountId: person.accountId },
  );
  return { status: answer.status, statusText: '', headers: answer.headers, body: answer.body };
}

const plain = (status: number, body: object): object => ({
  status,
  statusText: '',
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(body),
});
