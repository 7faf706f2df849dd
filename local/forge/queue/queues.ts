import { randomUUID } from 'node:crypto';
import * as v from 'valibot';
import type { TimedSource } from '../clock/site-clock';
import type { InvocationResult } from '../invoke/invoker';
import type { RateLimits } from '../invoke/rate-limits';
import type { AppManifest } from '../manifest/model';
import type { ConsumerModel } from '../manifest/schema';
import type { Job, Jobs } from './jobs';
import { backoffSeconds, retryContextOf, retryWish, type RetryContext } from './retry';

const publishSchema = v.object({
  queueName: v.string(),
  jobId: v.string(),
  payload: v.array(
    v.object({
      body: v.record(v.string(), v.unknown()),
      delayInSeconds: v.optional(v.number()),
      concurrency: v.optional(v.object({ key: v.string(), limit: v.number() })),
    }),
  ),
});

const MAX_EVENTS = 50;
const MAX_BYTES = 200 * 1024;
const MAX_LONG_EVENT_BYTES = 100 * 1024;
const LONG_SECONDS = 55;
const MAX_DELAY = 900;
const MAX_CHAIN = 1000;
const RETENTION_MS = 24 * 3_600_000;
const BATCH = 50;

export interface QueueDeps {
  readonly manifest: AppManifest;
  readonly jobs: Jobs;
  readonly limits: RateLimits;
  readonly now: () => number;
  readonly wake: () => void;
  /** How many events may be under way at once. */
  readonly parallel: () => number;
  readonly run: (consumer: ConsumerModel, event: object, chain: number) => Promise<InvocationResult>;
}

interface Answer {
  readonly status: number;
  readonly body: unknown;
}

/** The async events of the installation: delayed, serialised by key, retried, at least once. */
export class Queues implements TimedSource {
  constructor(private readonly deps: QueueDeps) {}

  /** Takes a push of the SDK. `chain` is how many pushes led to it. */
  publish(body: unknown, chain: number): Answer & { readonly accepted: number } {
    const parsed = v.safeParse(publishSchema, body);
    if (!parsed.success) return { status: 400, body: { message: parsed.issues[0].message }, accepted: 0 };
    const { queueName, jobId, payload } = parsed.output;
    const consumer = this.deps.manifest.consumers.find((c) => c.queue === queueName);
    const refusal = this.refusal(consumer, body, payload, chain);
    if (refusal !== undefined) return { ...refusal, accepted: 0 };
    const now = this.deps.now();
    for (const event of payload) {
      this.deps.jobs.add({
        queue: queueName,
        job_id: jobId,
        event_id: randomUUID(),
        body: JSON.stringify(event.body),
        delay_seconds: event.delayInSeconds ?? null,
        concurrency_key: event.concurrency?.key ?? null,
        concurrency_limit: event.concurrency?.limit ?? null,
        chain: chain + 1,
        due_at: now + (event.delayInSeconds ?? 0) * 1000,
        created_at: now,
      });
    }
    this.deps.wake();
    return { status: 201, body: {}, accepted: payload.length };
  }

  nextDue(): number | undefined {
    return this.deps.jobs.nextDue();
  }

  async runDue(now: number): Promise<void> {
    for (let started = this.startable(now); started.length > 0; started = this.startable(now)) {
      await Promise.all(started.map((job) => this.deliver(job)));
    }
    this.deps.jobs.prune(now - RETENTION_MS);
  }

  /** The next events that may run together, marked as running. */
  private startable(now: number): readonly Job[] {
    const chosen: Job[] = [];
    for (const job of this.deps.jobs.dueBy(now, BATCH)) {
      if (chosen.length >= this.deps.parallel()) break;
      const { concurrency_key: key, concurrency_limit: limit } = job;
      if (key !== null && limit !== null && this.deps.jobs.runningWith(key) >= limit) continue;
      const running: Job = { ...job, state: 'running' };
      this.deps.jobs.save(running);
      chosen.push(running);
    }
    return chosen;
  }

  private async deliver(job: Job): Promise<void> {
    const consumer = this.deps.manifest.consumers.find((c) => c.queue === job.queue);
    if (consumer === undefined) {
      const error = 'The app no longer consumes this queue.';
      this.deps.jobs.save({ ...job, state: 'failed', finished_at: this.deps.now(), error });
      return;
    }
    const retryContext = job.retry === null ? undefined : (JSON.parse(job.retry) as RetryContext);
    const event = {
      queueName: job.queue,
      jobId: job.job_id,
      eventId: job.event_id,
      body: JSON.parse(job.body) as unknown,
      ...(job.delay_seconds === null ? {} : { delayInSeconds: job.delay_seconds }),
      ...(job.concurrency_key === null
        ? {}
        : { concurrency: { key: job.concurrency_key, limit: job.concurrency_limit } }),
      ...(retryContext === undefined ? {} : { retryContext }),
    };
    this.finish(job, await this.deps.run(consumer, event, job.chain));
  }

  private finish(job: Job, result: InvocationResult): void {
    const now = this.deps.now();
    const attempts = job.attempts + 1;
    const wish = retryWish(result, true);
    const error = result.outcome === 'ok' ? null : result.error;
    if (wish === undefined) {
      this.deps.jobs.save({ ...job, state: 'done', attempts, finished_at: now, error: null });
      return;
    }
    const dueAt = now + (wish.afterSeconds ?? backoffSeconds(attempts)) * 1000;
    const tried = { ...job, attempts, error: error ?? wish.reason };
    if (dueAt > job.created_at + RETENTION_MS) {
      this.deps.jobs.save({ ...tried, state: 'failed', finished_at: now });
      return;
    }
    const retry = JSON.stringify(retryContextOf(attempts, wish));
    this.deps.jobs.save({ ...tried, state: 'waiting', due_at: dueAt, retry });
  }

  private refusal(
    consumer: ConsumerModel | undefined,
    body: unknown,
    payload: readonly { readonly delayInSeconds?: number | undefined; readonly body: unknown }[],
    chain: number,
  ): Answer | undefined {
    if (consumer === undefined)
      return { status: 400, body: { message: 'The manifest declares no consumer of this queue.' } };
    if (payload.length > MAX_EVENTS)
      return { status: 400, body: { message: `At most ${MAX_EVENTS} events.` } };
    if (Buffer.byteLength(JSON.stringify(body)) > MAX_BYTES)
      return { status: 413, body: { errorMessage: 'The request is larger than 200 KB.' } };
    const timeout = this.deps.manifest.functions.get(consumer.functionKey)?.timeoutSeconds ?? LONG_SECONDS;
    if (
      timeout > LONG_SECONDS &&
      payload.some((e) => Buffer.byteLength(JSON.stringify(e.body)) > MAX_LONG_EVENT_BYTES)
    ) {
      return {
        status: 413,
        body: { errorMessage: 'An event of a long-running consumer is larger than 100 KB.' },
      };
    }
    if (payload.some((e) => (e.delayInSeconds ?? 0) > MAX_DELAY))
      return { status: 400, body: { message: 'A delay is at most 900 seconds.' } };
    if (chain >= MAX_CHAIN) return { status: 405, body: { message: 'Too many pushes led to one another.' } };
    if (!this.deps.limits.allowPushes(payload.length))
      return { status: 429, body: { message: 'Too many events in this minute.' } };
    return undefined;
  }
}
