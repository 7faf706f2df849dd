import type { Actor, Product } from '../../kernel/types';
import type { FaultBox } from '../faults/fault-box';
import type { AppManifest } from '../manifest/model';
import type { Body, CallMessage } from '../worker/protocol';
import { judgeScopes } from './scopes';

export interface PlatformAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Body;
}

export interface ProductCallDeps {
  readonly manifest: AppManifest;
  readonly products: ReadonlyMap<string, Product>;
  readonly faults: FaultBox;
  /** False for a product an admin has not connected the app to. */
  readonly isConnected: (product: string) => boolean;
}

export interface Caller {
  readonly accountId: string | undefined;
  readonly log: (text: string) => void;
}

/** Refuses in the way that makes the SDK throw a ProxyRequestError (or NeedsAuthenticationError). */
const proxyError = (status: number, reason: string): PlatformAnswer => ({
  status,
  headers: { 'forge-proxy-error': reason },
  body: JSON.stringify({ code: status, message: reason }),
});

export const jsonAnswer = (status: number, body: unknown): PlatformAnswer => ({
  status,
  headers: { 'content-type': 'application/json' },
  body: body === undefined ? undefined : JSON.stringify(body),
});

/** Carries a product call of app code: as the app, as the user, or without either; never beyond the app's scopes. */
export async function callProduct(
  deps: ProductCallDeps,
  call: CallMessage,
  caller: Caller,
): Promise<PlatformAnswer> {
  const name = call.meta.remote;
  if (name !== 'jira' && name !== 'confluence') return proxyError(404, 'UNKNOWN_REMOTE');
  const product = deps.products.get(name);
  if (product === undefined || !deps.isConnected(name))
    return proxyError(403, 'APP_NOT_INSTALLED_IN_PRODUCT');
  const verdict = judgeScopes(name, call.method, call.path, deps.manifest.scopes);
  if (verdict.kind === 'unknown') {
    caller.log(`${call.method} ${call.path}: the local site knows no such operation of ${name}.`);
    return jsonAnswer(404, { code: 404, message: 'HTTP 404 Not Found' });
  }
  if (verdict.kind === 'missing') {
    caller.log(`${call.method} ${call.path}: the manifest lacks the scope ${verdict.wanted}.`);
    return jsonAnswer(401, { code: 401, message: 'Unauthorized; scope does not match' });
  }
  const actor = actorOf(deps.manifest, call, caller, verdict.scopes);
  if ('refused' in actor) return actor.refused;
  await deps.faults.wait(name);
  const failure = deps.faults.failure(name, call.method, call.path);
  if (failure !== undefined)
    return {
      ...jsonAnswer(failure, { message: 'The site plays a fault.' }),
      headers: { 'retry-after': '5' },
    };
  return forward(product, call, actor.actor);
}

/** Hands a request to a product as this actor and puts the answer on the wire. */
export async function forward(
  product: Product,
  call: {
    readonly method: string;
    readonly path: string;
    readonly headers: Readonly<Record<string, string>>;
    readonly body: Body;
  },
  actor: Actor,
): Promise<PlatformAnswer> {
  const response = await product.handle({
    method: call.method,
    path: call.path,
    headers: call.headers,
    body: call.body,
    actor,
  });
  const headers = { 'content-type': 'application/json', ...response.headers };
  const { status } = response;
  if (response.body === undefined) return { status, headers, body: undefined };
  if (ArrayBuffer.isView(response.body)) return { status, headers, body: response.body as Uint8Array };
  const isText = typeof response.body === 'string' && !headers['content-type'].includes('json');
  return {
    status,
    headers,
    body: isText ? String(response.body) : JSON.stringify(response.body),
  };
}

function actorOf(
  manifest: AppManifest,
  call: CallMessage,
  caller: Caller,
  scopes: readonly string[],
): { readonly actor: Actor } | { readonly refused: PlatformAnswer } {
  if (call.meta.provider === 'app') return { actor: { kind: 'app' } };
  if (call.meta.provider !== 'user') return { actor: { kind: 'anonymous' } };
  const { accountId } = call.meta;
  if (accountId !== undefined && accountId !== caller.accountId) {
    const allowed = scopes.every((name) =>
      manifest.scopes.some((s) => s.name === name && s.allowImpersonation),
    );
    if (!allowed) return { refused: proxyError(403, 'IMPERSONATION_NOT_ALLOWED') };
    return { actor: { kind: 'user', accountId } };
  }
  if (caller.accountId === undefined) return { refused: proxyError(401, 'NEEDS_AUTHENTICATION_ERR') };
  return { actor: { kind: 'user', accountId: caller.accountId } };
}
