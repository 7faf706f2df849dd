import { AsyncLocalStorage } from 'node:async_hooks';
import { createRequire } from 'node:module';
import path from 'node:path';
import { format } from 'node:util';
import { getHeapStatistics } from 'node:v8';
import { parentPort, workerData } from 'node:worker_threads';
import { keepCode, scriptOf } from './worker-code';
import { installDate } from './worker-date';
import { BLOCKED, forbidEgress } from './worker-egress';
import { runtimeOf } from './worker-runtime';
import {
  type AnswerMessage,
  type CallMeta,
  type ErrorText,
  type FromWorker,
  type RunMessage,
  type ToWorker,
} from './protocol';

/**
 * The thread that runs app code: one process of the platform. The app is evaluated once and serves invocations of every
 * installation, one at a time, until the process is forgotten. Who calls, for which installation and when belong to the
 * invocation and to all that it started, however late that goes on; nothing of them is kept in a global.
 */
interface Current {
  readonly message: RunMessage;
  readonly startedAt: number;
  open: boolean;
}

const port = parentPort;
if (port === null) throw new Error('worker-main runs in a worker thread only.');
const { bundleDir } = workerData as { readonly bundleDir: string };

const invocations = new AsyncLocalStorage<Current>();
const waiting = new Map<number, (answer: AnswerMessage) => void>();
/** What the app exports, by module: its variables live as long as this. */
const evaluated = new Map<string, Record<string, unknown>>();
let nextCall = 1;

const post = (message: FromWorker): void => port.postMessage(message);
installDate(() => {
  const current = invocations.getStore();
  return current === undefined ? undefined : { ...current.message.clock, takenAt: current.startedAt };
});
forbidEgress();

Object.defineProperty(globalThis, '__forge_runtime__', {
  configurable: true,
  get: () => {
    const current = invocations.getStore();
    return current === undefined
      ? undefined
      : runtimeOf(current.message.runtime, current.startedAt, bundleDir);
  },
});

const forgeFetch = async (meta: CallMeta, target: string, init?: RequestInit): Promise<Response> => {
  const current = invocations.getStore();
  if (current === undefined || !current.open)
    throw new Error('A platform call was made outside a running invocation.');
  const callId = nextCall;
  nextCall += 1;
  const answer = await new Promise<AnswerMessage>((resolve) => {
    waiting.set(callId, resolve);
    post({
      type: 'call',
      id: current.message.id,
      callId,
      meta: { type: meta.type, provider: meta.provider, remote: meta.remote, accountId: meta.accountId },
      path: target,
      method: init?.method ?? 'GET',
      headers: Object.fromEntries(new Headers(init?.headers)),
      body: init?.body === undefined || init.body === null ? undefined : bodyOf(init.body),
    });
  });
  const empty = [204, 205, 304].includes(answer.status);
  const body = typeof answer.body === 'object' ? Buffer.from(answer.body) : answer.body;
  return new Response(empty ? null : (body ?? ''), { status: answer.status, headers: answer.headers });
};
Object.assign(globalThis, { __forge_fetch__: forgeFetch });
globalThis.fetch = async (target, init) => {
  const url = target instanceof Request ? target.url : target instanceof URL ? target.href : target;
  const answer = await forgeFetch({ type: 'egress' }, url, init);
  if (!answer.headers.has(BLOCKED)) return answer;
  throw new Error('Egress is blocked: the manifest declares no external permissions.');
};

function bodyOf(body: BodyInit): string | Uint8Array {
  if (typeof body === 'string' || body instanceof Uint8Array) return body;
  if (body instanceof ArrayBuffer) return new Uint8Array(body);
  if (body instanceof URLSearchParams) return body.toString();
  throw new Error('The local host carries texts and bytes only.');
}

for (const level of ['debug', 'info', 'log', 'warn', 'error', 'trace'] as const) {
  console[level] = (...args: unknown[]) => {
    const id = invocations.getStore()?.message.id;
    if (id !== undefined) post({ type: 'log', id, level, text: format(...args) });
  };
}

function exportsOf(moduleName: string): Record<string, unknown> {
  const known = evaluated.get(moduleName);
  if (known !== undefined) return known;
  const made = evaluate(moduleName);
  evaluated.set(moduleName, made);
  return made;
}

function evaluate(moduleName: string): Record<string, unknown> {
  const file = path.join(bundleDir, `${moduleName}.cjs`);
  const script = scriptOf(file);
  const wrapper = script.runInThisContext() as (...args: unknown[]) => void;
  const module = { exports: {} as Record<string, unknown> };
  wrapper(module.exports, createRequire(file), module, file, bundleDir);
  keepCode(script, file);
  return module.exports;
}

async function run(message: RunMessage): Promise<void> {
  const current: Current = { message, startedAt: performance.now(), open: true };
  const outcome = await invocations.run(current, () => call(message));
  current.open = false;
  const heapBytes = getHeapStatistics().used_heap_size;
  if ('error' in outcome) post({ type: 'failed', id: message.id, heapBytes, error: outcome.error });
  else post({ type: 'done', id: message.id, heapBytes, json: outcome.json });
}

async function call(
  message: RunMessage,
): Promise<{ readonly json: string | undefined } | { readonly error: ErrorText }> {
  try {
    const dot = message.handler.lastIndexOf('.');
    const handler = exportsOf(message.handler.slice(0, dot))[message.handler.slice(dot + 1)];
    if (typeof handler !== 'function') throw new Error(`src does not export the handler ${message.handler}.`);
    const value: unknown = await (handler as (...args: readonly unknown[]) => unknown)(...message.args);
    return { json: JSON.stringify(value) };
  } catch (error) {
    const known = error instanceof Error ? error : new Error(format(error));
    return { error: { name: known.name, message: known.message, stack: known.stack ?? '' } };
  }
}

port.on('message', (message: ToWorker) => {
  if (message.type === 'run') {
    void run(message);
    return;
  }
  waiting.get(message.callId)?.(message);
  waiting.delete(message.callId);
});
post({ type: 'ready' });
