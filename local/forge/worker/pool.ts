import { Worker } from 'node:worker_threads';
import { Forgetting } from './forgetting';
import type { FromWorker, RunMessage, ToWorker } from './protocol';

export interface PoolOptions {
  /** The compiled thread program. */
  readonly program: string;
  readonly bundleDir: string;
  readonly memoryMb: number;
  /** Processes at most; further invocations wait. */
  readonly size: number;
}

/** How often a process serves before it is forgotten, whatever the share of warm invocations. */
const MAX_SERVED = 200;

/** How an invocation ended; `cold` when its process had served nobody before. */
export type RunEnd = { readonly cold: boolean } & Ended;

export type Ended =
  | { readonly kind: 'done'; readonly json: string | undefined; readonly heapBytes: number }
  | {
      readonly kind: 'failed';
      readonly error: { readonly name: string; readonly message: string; readonly stack: string };
      readonly heapBytes: number;
    }
  | { readonly kind: 'crashed'; readonly reason: string };

export interface RunHandlers {
  readonly onCall: (call: Extract<FromWorker, { type: 'call' }>, answer: (message: ToWorker) => void) => void;
  readonly onLog: (level: string, text: string) => void;
}

/**
 * Whatever runs app code: processes that evaluate the app once and are kept for invocations to come, of every installation
 * that shares them, until they are forgotten at random.
 */
export interface Runner {
  /** Share of invocations that meet a kept process, 0 to 1. */
  warm: number;
  /** Runs one invocation. `signal` ends it at once: the invocation then answers `crashed`. */
  run(message: RunMessage, handlers: RunHandlers, signal: AbortSignal): Promise<RunEnd>;
  /** Forgets every process now: the next invocation evaluates the app anew. */
  recycle(): void;
  close(): Promise<void>;
}

interface Thread {
  readonly worker: Worker;
  served: number;
  dead: boolean;
}

/** Processes as threads, each with one invocation at a time. */
export class WorkerPool implements Runner {
  private readonly idle: Thread[] = [];
  private readonly queue: (() => void)[] = [];
  private readonly all = new Set<Thread>();
  private readonly forgetting = new Forgetting();
  private active = 0;

  constructor(private readonly options: PoolOptions) {}

  get warm(): number {
    return this.forgetting.warm;
  }

  set warm(share: number) {
    this.forgetting.warm = share;
  }

  async run(message: RunMessage, handlers: RunHandlers, signal: AbortSignal): Promise<RunEnd> {
    await this.slot();
    const thread = this.takeIdle() ?? this.spawn();
    const cold = thread.served === 0;
    thread.served += 1;
    try {
      return { cold, ...(await this.serve(thread, message, handlers, signal)) };
    } finally {
      this.release(thread);
    }
  }

  recycle(): void {
    for (const thread of this.idle.splice(0)) this.kill(thread);
    // Who serves just now ends that and is not kept.
    for (const thread of this.all) thread.served = MAX_SERVED;
  }

  async close(): Promise<void> {
    await Promise.all([...this.all].map((thread) => thread.worker.terminate()));
  }

  private serve(
    thread: Thread,
    message: RunMessage,
    handlers: RunHandlers,
    signal: AbortSignal,
  ): Promise<Ended> {
    const { worker } = thread;
    return new Promise((resolve) => {
      const end = (result: Ended) => {
        worker.off('message', onMessage).off('error', onError).off('exit', onExit);
        signal.removeEventListener('abort', onAbort);
        worker.unref();
        if (result.kind === 'crashed') this.kill(thread);
        resolve(result);
      };
      const onMessage = (incoming: FromWorker) => {
        if (incoming.type === 'ready' || incoming.id !== message.id) return;
        if (incoming.type === 'log') handlers.onLog(incoming.level, incoming.text);
        else if (incoming.type === 'call')
          handlers.onCall(incoming, (answer) => !thread.dead && worker.postMessage(answer));
        else if (incoming.type === 'done')
          end({ kind: 'done', json: incoming.json, heapBytes: incoming.heapBytes });
        else end({ kind: 'failed', error: incoming.error, heapBytes: incoming.heapBytes });
      };
      const onError = (error: Error & { readonly code?: string }) =>
        end({
          kind: 'crashed',
          reason: error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? 'memory' : error.message,
        });
      const onExit = () => end({ kind: 'crashed', reason: 'exit' });
      const onAbort = () => end({ kind: 'crashed', reason: String(signal.reason) });
      worker.on('message', onMessage).on('error', onError).on('exit', onExit);
      signal.addEventListener('abort', onAbort);
      worker.ref();
      worker.postMessage(message);
    });
  }

  private takeIdle(): Thread | undefined {
    let thread = this.idle.pop();
    while (thread?.dead === true) thread = this.idle.pop();
    if (thread === undefined || !this.forgetting.forgets()) return thread;
    this.kill(thread);
    return undefined;
  }

  private spawn(): Thread {
    const worker = new Worker(this.options.program, {
      workerData: { bundleDir: this.options.bundleDir },
      env: { NODE_ENV: 'production', TZ: 'UTC' },
      resourceLimits: { maxOldGenerationSizeMb: this.options.memoryMb },
      execArgv: [],
    });
    worker.setMaxListeners(0);
    worker.unref();
    const thread: Thread = { worker, served: 0, dead: false };
    worker.on('error', () => {
      thread.dead = true;
      this.all.delete(thread);
    });
    this.all.add(thread);
    return thread;
  }

  private kill(thread: Thread): void {
    thread.dead = true;
    this.all.delete(thread);
    void thread.worker.terminate();
  }

  private release(thread: Thread): void {
    if (!thread.dead && thread.served >= MAX_SERVED) this.kill(thread);
    if (!thread.dead) this.idle.push(thread);
    this.active -= 1;
    this.queue.shift()?.();
  }

  private async slot(): Promise<void> {
    if (this.active >= this.options.size) await new Promise<void>((resolve) => this.queue.push(resolve));
    this.active += 1;
  }
}
