import type { FaultBox } from '../faults/fault-box';
import { answerKvs } from '../kvs/service';
import type { Store } from '../kvs/store';
import {
  callProduct,
  jsonAnswer,
  type PlatformAnswer,
  type ProductCallDeps,
} from '../products/product-calls';
import type { Queues } from '../queue/queues';
import type { ObjectStore } from '../object-store/object-store';
import type { CallMessage } from '../worker/protocol';
import { BLOCKED } from '../worker/worker-egress';
import type { Invocation } from './invoker';
import type { RateLimits } from './rate-limits';

export interface PlatformDeps extends ProductCallDeps {
  readonly store: Store;
  readonly queues: Queues;
  readonly faults: FaultBox;
  readonly limits: RateLimits;
  readonly objects: ObjectStore;
}

const KVS_PREFIX = '/api/v1';
const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);

/** Answers what app code asks of the platform through `__forge_fetch__`. */
export async function answerPlatformCall(
  deps: PlatformDeps,
  call: CallMessage,
  invocation: Invocation,
): Promise<PlatformAnswer> {
  if (call.meta.type === 'kvs') return answerStorage(deps, call, invocation);
  if (call.meta.type === 'fpp' && call.meta.remote === 'stargate')
    return answerStargate(deps, call, invocation);
  if (call.meta.type === 'fpp') return answerProduct(deps, call, invocation);
  if (call.meta.type === 'os') return answerObjects(deps, call, invocation);
  if (call.meta.type === 'egress') return answerFetch(deps, call);
  invocation.meter.write(
    `local site: there is no ${call.meta.type} service here (${call.method} ${call.path}).`,
  );
  return jsonAnswer(501, {
    code: 'NOT_AVAILABLE',
    message: `The local site has no ${call.meta.type} service.`,
  });
}

const jsonIn = ({ body }: CallMessage): unknown =>
  body === undefined ? undefined : (JSON.parse(String(body)) as unknown);

async function answerObjects(
  deps: PlatformDeps,
  call: CallMessage,
  invocation: Invocation,
): Promise<PlatformAnswer> {
  if (!deps.manifest.hasObjectStore)
    return jsonAnswer(403, { code: 'APP_NOT_ENABLED', message: 'The manifest declares no objectStore.' });
  await deps.faults.wait('objects');
  const refused = deps.faults.failure('objects', call.method, call.path);
  if (refused !== undefined) return jsonAnswer(refused, { message: 'The site plays a fault.' });
  if (!deps.limits.allowObjectRequest()) return jsonAnswer(429, { code: 'TOO_MANY_REQUESTS', message: '' });
  const answer = deps.objects.answer(call.path, String(call.body ?? ''));
  if (answer.status < 300) crashMaybe(deps, invocation);
  return answer;
}

/** The Object Store's own addresses are the platform's; nothing else is let out. */
async function answerFetch(deps: PlatformDeps, call: CallMessage): Promise<PlatformAnswer> {
  if (!deps.objects.owns(call.path)) return { status: 403, headers: { [BLOCKED]: 'yes' }, body: undefined };
  const failure = deps.faults.failure('objects', call.method, call.path);
  return failure === undefined
    ? deps.objects.serve(call)
    : jsonAnswer(failure, { message: 'The site plays a fault.' });
}

async function answerStorage(
  deps: PlatformDeps,
  call: CallMessage,
  invocation: Invocation,
): Promise<PlatformAnswer> {
  if (!deps.manifest.scopes.some((scope) => scope.name === 'storage:app')) {
    invocation.meter.write('storage: the manifest lacks the scope storage:app.');
    return jsonAnswer(403, { code: 'FORBIDDEN', message: 'The app lacks the scope storage:app.' });
  }
  await deps.faults.wait('storage');
  const status =
    deps.faults.failure('storage', call.method, call.path) ?? (deps.limits.storageIsOver() ? 429 : undefined);
  if (status !== undefined) {
    const code = status === 429 ? 'RATE_LIMIT_EXCEEDED' : 'INTERNAL_ERROR';
    return jsonAnswer(status, { code, message: 'The storage service refused this call.' });
  }
  const path = call.path.startsWith(KVS_PREFIX) ? call.path.slice(KVS_PREFIX.length) : call.path;
  const body = jsonIn(call);
  const answer = answerKvs(deps.store, path, body, () => deps.faults.refusesKey());
  invocation.meter.countStorage(answer.usage.readBytes, answer.usage.writtenBytes, answer.wrote);
  deps.limits.countStorage(answer.usage.readBytes, answer.usage.writtenBytes);
  if (answer.wrote) crashMaybe(deps, invocation);
  return jsonAnswer(answer.status, answer.body);
}

async function answerProduct(
  deps: PlatformDeps,
  call: CallMessage,
  invocation: Invocation,
): Promise<PlatformAnswer> {
  const answer = await callProduct(deps, call, {
    accountId: invocation.request.accountId,
    log: (text) => invocation.meter.write(`local site: ${text}`),
  });
  const remote = call.meta.remote ?? '';
  invocation.meter.rest.push({ remote, method: call.method, path: call.path, status: answer.status });
  if (!SAFE.has(call.method) && answer.status < 300) crashMaybe(deps, invocation);
  return answer;
}

async function answerStargate(
  deps: PlatformDeps,
  call: CallMessage,
  invocation: Invocation,
): Promise<PlatformAnswer> {
  const body = jsonIn(call);
  if (call.path.startsWith('/webhook/queue/publish/')) {
    await deps.faults.wait('queue');
    const status = deps.faults.failure('queue', call.method, call.path);
    if (status !== undefined) return jsonAnswer(status, { errorMessage: 'The site plays a fault.' });
    const result = deps.queues.publish(body, invocation.request.chain ?? 0);
    invocation.meter.queuePushes += result.accepted;
    if (result.accepted > 0) crashMaybe(deps, invocation);
    return jsonAnswer(result.status, result.body);
  }
  if (call.path.startsWith('/app/report-accounts')) return { status: 204, headers: {}, body: undefined };
  invocation.meter.write(`local site: Atlassian's gateway has no ${call.path} here.`);
  return jsonAnswer(404, { message: `The local site has no ${call.path}.` });
}

function crashMaybe(deps: PlatformDeps, invocation: Invocation): void {
  if (deps.faults.crashesAfterWrite(invocation.request.functionKey)) invocation.kill('crash after a write');
}
