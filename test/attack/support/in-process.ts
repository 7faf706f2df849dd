/** Runs the app from its sources in the test's own process, over the local platform: no bundle, no threads. */
import { AsyncLocalStorage } from 'node:async_hooks';
import { format } from 'node:util';
import { jest } from '@jest/globals';
import type { CallMeta, RunMessage } from '../../../local/forge/worker/protocol';
import type { Ended, RunHandlers, Runner } from '../../../local/forge/worker/pool';
import { runtimeOf } from '../../../local/forge/worker/worker-runtime';

interface Invocation {
  readonly message: RunMessage;
  readonly handlers: RunHandlers;
}

type Handler = (...args: readonly unknown[]) => unknown;

const current = new AsyncLocalStorage<Invocation>();
let calls = 0;

/** Everything but `Date`: promises, timers and the local site go on in real time. */
const REAL_TIME = [
  'hrtime',
  'nextTick',
  'performance',
  'queueMicrotask',
  'setImmediate',
  'clearImmediate',
  'setInterval',
  'clearInterval',
  'setTimeout',
  'clearTimeout',
] as const;

/** Installs the globals the real SDK calls. One per test file; `Date` stands at the site's clock from then on. */
export function runInProcess(): Runner {
  jest.useFakeTimers({ doNotFake: [...REAL_TIME] });
  Object.defineProperty(globalThis, '__forge_runtime__', {
    configurable: true,
    get: () => {
      const store = current.getStore();
      return store === undefined ? undefined : runtimeOf(store.message.runtime, performance.now(), '');
    },
  });
  Object.assign(globalThis, {
    __forge_fetch__: forgeFetch,
    fetch: (url: string, init?: RequestInit) => forgeFetch({ type: 'egress' }, url, init),
  });
  keepLogs();
  let cold = true;
  return {
    // Nothing is forgotten unasked: evaluating the sources takes seconds.
    warm: 1,
    run: (message, handlers) =>
      current.run({ message, handlers }, async () => {
        const end = { cold, ...(await run(message)) };
        cold = false;
        return end;
      }),
    recycle: () => {
      cold = true;
      jest.resetModules();
    },
    close: async () => {},
  };
}

/** What the manifest's handlers name before the dot. */
const BUNDLES: Readonly<Record<string, () => Promise<unknown>>> = {
  index: () => import('../../../src/index'),
  events: () => import('../../../src/events'),
  background: () => import('../../../src/background'),
};

async function run(message: RunMessage): Promise<Ended> {
  jest.setSystemTime(message.clock.now);
  try {
    const [module, name = ''] = message.handler.split('.');
    const app = (await BUNDLES[module ?? '']?.()) as Readonly<Record<string, Handler>> | undefined;
    const handler = app?.[name];
    if (handler === undefined) throw new Error(`The app has no function ${message.handler}.`);
    const value = await handler(...message.args);
    return { kind: 'done', json: JSON.stringify(value), heapBytes: 0 };
  } catch (error) {
    const known = error instanceof Error ? error : new Error(format(error));
    const { message: words, stack = '' } = known;
    return { kind: 'failed', error: { name: known.name, message: words, stack }, heapBytes: 0 };
  }
}

const bodyOf = (body: RequestInit['body']): string | Uint8Array | undefined => {
  if (body instanceof ArrayBuffer) return new Uint8Array(body);
  return typeof body === 'string' || body instanceof Uint8Array ? body : undefined;
};

async function forgeFetch(meta: CallMeta, path: string, init: RequestInit = {}): Promise<Response> {
  const store = current.getStore();
  if (store === undefined) throw new Error('A platform call was made outside a running invocation.');
  calls += 1;
  const call = {
    type: 'call',
    id: store.message.id,
    callId: calls,
    meta,
    path,
    method: init.method ?? 'GET',
    headers: Object.fromEntries(new Headers(init.headers)),
    body: bodyOf(init.body),
  } as const;
  return new Promise((resolve) => {
    store.handlers.onCall(call, (answer) => {
      if (answer.type !== 'answer') return;
      const body = [204, 205, 304].includes(answer.status) ? null : (answer.body ?? '');
      const bytes = typeof body === 'object' && body !== null ? Buffer.from(body) : body;
      resolve(new Response(bytes, { status: answer.status, headers: answer.headers }));
    });
  });
}

/** What the app logs belongs to its invocation, not to the test's output. */
function keepLogs(): void {
  for (const level of ['debug', 'info', 'log', 'warn', 'error'] as const) {
    const print = console[level].bind(console);
    console[level] = (...args: unknown[]) => {
      const store = current.getStore();
      if (store === undefined) print(...args);
      else store.handlers.onLog(level, format(...args));
    };
  }
}
