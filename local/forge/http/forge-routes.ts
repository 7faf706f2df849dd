import { Hono, type Context } from 'hono';
import * as v from 'valibot';
import type { ForgeHost } from '../host';
import type { ModuleModel } from '../manifest/schema';
import { forward } from '../products/product-calls';
import { judgeScopes } from '../products/scopes';
import { moduleContext } from './module-context';
import type { People, Person } from './people';
import { answerError, bodyOf, refuse, signedIn } from './session';

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
export function forgeRoutes({ host, people, siteUrl }: ForgeRoutesDeps): Hono {
  const app = new Hono();
  app.onError(answerError);
  const asked = async <S extends typeof contextRequest>(c: Context, schema: S) => {
    const person = signedIn(c, people);
    const request: v.InferOutput<S> = await bodyOf(c, schema);
    const module =
      host.moduleOf(request.moduleKey) ?? refuse(404, `There is no module ${request.moduleKey}.`);
    const context = () => moduleContext(host, siteUrl(), module, request.extension, person);
    return { person, request, module, context };
  };
  app.post('/context', async (c) => c.json({ value: await (await asked(c, contextRequest)).context() }));
  app.post('/invoke', async (c) => {
    const { person, request, module, context } = await asked(c, invokeRequest);
    return c.json(await invoke(host, module, request, person, context));
  });
  app.post('/fetch', async (c) =>
    c.json(await fetchProduct(host, await bodyOf(c, fetchRequest), signedIn(c, people))),
  );
  return app;
}

/** A failed function is an answer, not a failed request: a browser would report the latter in its console. */
const failed = (message: string): object => ({ error: { message } });

async function invoke(
  host: ForgeHost,
  { key: moduleKey, resolverFunction: functionKey }: ModuleModel,
  { functionKey: call, payload }: v.InferOutput<typeof invokeRequest>,
  { accountId }: Person,
  context: () => Promise<object>,
): Promise<object> {
  if (functionKey === undefined) return failed(`The module ${moduleKey} has no resolver.`);
  if (Buffer.byteLength(JSON.stringify(payload) ?? '') > MAX_PAYLOAD_BYTES)
    return failed('The payload is larger than 500 KB.');
  const result = await host.resolve({
    moduleKey,
    functionKey,
    call,
    payload,
    context: await context(),
    accountId,
  });
  if (result.outcome === 'ok') return { value: result.value };
  const firstLine = result.error.split('\n', 1)[0] ?? '';
  return failed(`There was an error invoking the function - ${firstLine.replace(/^Error: /, '')}`);
}

/** A product call from the app's page: as the user, within the app's scopes, without an invocation. */
async function fetchProduct(
  host: ForgeHost,
  { product: name, method, body, ...request }: v.InferOutput<typeof fetchRequest>,
  { accountId }: Person,
): Promise<object> {
  const product = host.products.get(name);
  if (product === undefined || !host.isConnected(name))
    return plain(403, { message: `The app is not connected to ${name}.` });
  const path = request.path.startsWith('/') ? request.path : `/${request.path}`;
  const verdict = judgeScopes(name, method, path, host.manifest.scopes);
  if (verdict.kind === 'unknown')
    return plain(404, { message: `The local site knows no ${method} ${path}.` });
  if (verdict.kind === 'missing')
    return plain(401, { code: 401, message: 'Unauthorized; scope does not match', wanted: verdict.wanted });
  await host.faults.wait(name);
  const failure = host.faults.failure(name, method, path);
  if (failure !== undefined) return plain(failure, { message: 'The site plays a fault.' });
  const headers = Object.fromEntries(request.headers.map(([key, value]) => [key.toLowerCase(), value]));
  const call = { method, path, headers, body: body ?? undefined };
  return { statusText: '', ...(await forward(product, call, { kind: 'user', accountId })) };
}

const plain = (status: number, body: object): object => ({
  status,
  statusText: '',
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(body),
});
