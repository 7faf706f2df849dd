import { Worker } from 'node:worker_threads';
import type { FromWorker, RunMessage, ToWorker } from './protocol';

export interface PoolOptions {
  /** The compiled thread program. */
  readonly program: string;
  readonly bundleDir: string;
  readonly memoryMb: number;
  /** Threads at most; further invocations wait. */
  readonly size: number;
}

/** How often a thread serves before it is replaced. Module state never survives an invocation either way. */
const MAX_SERVED = 200;

export type RunEnd =
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

/** Whatever runs app code for the host. */
export interface Runner {
  /** Runs one invocation. `signal` ends it at once: the invocation then answers `crashed`. */
  run(message: RunMessage, handlers: RunHandlers, signal: AbortSignal): Promise<RunEnd>;
  close(): Promise<void>;
}

interface Thread {
  readonly worker: Worker;
  served: number;
  dead: boolean;
}

/** Threads that run app code, one invocation each at a time. */
export class WorkerPool implements Runner {
  private readonly idle: Thread[] = [];
  private readonly queue: (() => void)[] = [];
  private readonly all = new Set<Thread>();
  private active = 0;

  constructor(private readonly options: PoolOptions) {}

  async run(message: RunMessage, handlers: RunHandlers, signal: AbortSignal): Promise<RunEnd> {
    await this.slot();
    const thread = this.takeIdle() ?? this.spawn();
    thread.served += 1;
    try {
      return await this.serve(thread, message, handlers, signal);
    } finally {
      this.release(thread);
    }
  }

  async close(): Promise<void> {
    await Promise.all([...this.all].map((thread) => thread.worker.terminate()));
  }

  private serve(
    thread: Thread,
    message: RunMessage,
    handlers: RunHandlers,
    signal: AbortSignal,
  ): Promise<RunEnd> {
    const { worker } = thread;
    return new Promise((resolve) => {
      const end = (result: RunEnd, clean: boolean) => {
        worker.off('message', onMessage).off('error', onError).off('exit', onExit);
        signal.removeEventListener('abort', onAbort);
        worker.unref();
        if (!clean) this.kill(thread);
        resolve(result);
      };
      const onMessage = (incoming: FromWorker) => {
        if (incoming.type === 'ready' || incoming.id !== message.id) return;
        if (incoming.type === 'log') handlers.onLog(incoming.level, incoming.text);
        else if (incoming.type === 'call')
          handlers.onCall(incoming, (answer) => !thread.dead && worker.postMessage(answer));
        else if (incoming.type === 'done')
          end({ kind: 'done', json: incoming.json, heapBytes: incoming.heapBytes }, incoming.clean);
        else end({ kind: 'failed', error: incoming.error, heapBytes: incoming.heapBytes }, incoming.clean);
      };
      const onError = (error: Error & { readonly code?: string }) =>
        end(
          { kind: 'crashed', reason: error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? 'memory' : error.message },
          false,
        );
      const onExit = () => end({ kind: 'crashed', reason: 'exit' }, false);
      const onAbort = () => end({ kind: 'crashed', reason: String(signal.reason) }, false);
      worker.on('message', onMessage).on('error', onError).on('exit', onExit);
      signal.addEventListener('abort', onAbort);
      worker.ref();
      worker.postMessage(message);
    });
  }

  private takeIdle(): Thread | undefined {
    let thread = this.idle.pop();
    while (thread?.dead === true) thread = this.idle.pop();
    return thread;
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
