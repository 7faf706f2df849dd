import { randomUUID } from 'node:crypto';
import * as v from 'valibot';
import type { InvocationResult } from '../invoke/invoker';
import type { RateLimits } from '../invoke/rate-limits';
import type { AppManifest } from '../manifest/model';
import type { ConsumerModel } from '../manifest/schema';
import { Carrier, type CarrierDeps } from './carrier';
import type { Job } from './waiting-rows';

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

export interface QueueDeps extends CarrierDeps<Job> {
  readonly manifest: AppManifest;
  readonly limits: RateLimits;
  readonly run: (consumer: ConsumerModel, event: object, chain: number) => Promise<InvocationResult>;
}

interface Answer {
  readonly status: number;
  readonly body: unknown;
}

/** The async events of the installation: delayed, serialised by key, retried, at least once. */
export class Queues extends Carrier<Job> {
  constructor(private readonly deps: QueueDeps) {
    super(deps);
  }

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
      this.deps.rows.add({
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

  protected override mayStart({ concurrency_key: key, concurrency_limit: limit }: Job): boolean {
    return key === null || limit === null || this.deps.rows.runningWith(key) < limit;
  }

  protected override deliver(job: Job, retry: object): Promise<InvocationResult> | string {
    const consumer = this.deps.manifest.consumers.find((c) => c.queue === job.queue);
    if (consumer === undefined) return 'The app no longer consumes this queue.';
    const { delay_seconds: delay, concurrency_key: key, concurrency_limit: limit } = job;
    const event = {
      queueName: job.queue,
      jobId: job.job_id,
      eventId: job.event_id,
      body: JSON.parse(job.body) as unknown,
      ...(delay === null ? {} : { delayInSeconds: delay }),
      ...(key === null ? {} : { concurrency: { key, limit } }),
      ...retry,
    };
    return this.deps.run(consumer, event, job.chain);
  }

  protected override givesUp(job: Job, _attempts: number, again: number): boolean {
    return again > job.created_at + RETENTION_MS;
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
