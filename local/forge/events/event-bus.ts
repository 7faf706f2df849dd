import type { ProductEvent } from '../../kernel/types';
import type { TimedSource } from '../clock/site-clock';
import type { FaultBox } from '../faults/fault-box';
import type { InvocationResult } from '../invoke/invoker';
import type { AppManifest } from '../manifest/model';
import type { EventFilter, TriggerModel } from '../manifest/schema';
import { backoffSeconds, retryContextOf, retryWish } from '../queue/retry';
import type { Deliveries, Delivery } from './deliveries';
import { parseExpression } from './expression';

const MAX_EVENT_BYTES = 200_000;
const MAX_RETRIES = 4;
const RETENTION_MS = 24 * 3_600_000;
const BATCH = 50;

export interface EventBusDeps {
  readonly manifest: AppManifest;
  readonly deliveries: Deliveries;
  readonly faults: FaultBox;
  readonly now: () => number;
  readonly wake: () => void;
  readonly parallel: () => number;
  readonly run: (trigger: TriggerModel, eventType: string, event: object) => Promise<InvocationResult>;
}

/** Carries product events to the app's triggers: filtered as the manifest says, late, at least once, in no promised order. */
export class EventBus implements TimedSource {
  private readonly expressions = new Map<string, (event: unknown) => boolean>();

  constructor(private readonly deps: EventBusDeps) {}

  /** Takes an event of a product or of the platform and plans its deliveries. */
  emit(event: ProductEvent): void {
    const now = this.deps.now();
    const body = {
      ...event.payload,
      eventType: event.eventType,
      timestamp: String(event.at),
      selfGenerated: event.selfGenerated,
      ...(event.atlassianId === undefined ? {} : { atlassianId: event.atlassianId }),
    };
    const json = JSON.stringify(body);
    if (Buffer.byteLength(json) > MAX_EVENT_BYTES) return;
    for (const trigger of this.deps.manifest.triggers) {
      const subscribed = trigger.events.find((candidate) => candidate.eventType === event.eventType);
      if (subscribed === undefined || !this.passes(subscribed.filter, event, body)) continue;
      for (const delay of this.deps.faults.planDelivery().delaysMs) {
        this.deps.deliveries.add({
          trigger_key: trigger.key,
          function_key: trigger.functionKey,
          event_type: event.eventType,
          event: json,
          due_at: now + delay,
          created_at: now,
        });
      }
    }
    this.deps.wake();
  }

  nextDue(): number | undefined {
    return this.deps.deliveries.nextDue();
  }

  async runDue(now: number): Promise<void> {
    for (let batch = this.take(now); batch.length > 0; batch = this.take(now)) {
      await Promise.all(batch.map((delivery) => this.deliver(delivery)));
    }
    this.deps.deliveries.prune(now - RETENTION_MS);
  }

  private take(now: number): readonly Delivery[] {
    const batch = this.deps.deliveries.dueBy(now, Math.min(this.deps.parallel(), BATCH));
    for (const delivery of batch) this.deps.deliveries.save({ ...delivery, state: 'running' });
    return batch;
  }

  private async deliver(delivery: Delivery): Promise<void> {
    const trigger = this.deps.manifest.triggers.find((candidate) => candidate.key === delivery.trigger_key);
    if (trigger === undefined) {
      const error = 'The app has no such trigger any more.';
      this.deps.deliveries.save({ ...delivery, state: 'failed', finished_at: this.deps.now(), error });
      return;
    }
    const retryContext =
      delivery.retry === null ? {} : { retryContext: JSON.parse(delivery.retry) as unknown };
    const event = { ...(JSON.parse(delivery.event) as object), ...retryContext };
    this.finish(delivery, await this.deps.run(trigger, delivery.event_type, event));
  }

  private finish(delivery: Delivery, result: InvocationResult): void {
    const now = this.deps.now();
    const attempts = delivery.attempts + 1;
    const error = result.outcome === 'ok' ? null : result.error;
    const wish = retryWish(result, false);
    const tried = { ...delivery, attempts, error: error ?? wish?.reason ?? null };
    if (wish === undefined || attempts > MAX_RETRIES) {
      const state = tried.error === null ? 'done' : 'failed';
      this.deps.deliveries.save({ ...tried, state, finished_at: now });
      return;
    }
    const dueAt = now + (wish.afterSeconds ?? backoffSeconds(attempts)) * 1000;
    const retry = JSON.stringify(retryContextOf(attempts, wish));
    this.deps.deliveries.save({ ...tried, state: 'waiting', due_at: dueAt, retry });
  }

  private passes(filter: EventFilter, event: ProductEvent, body: object): boolean {
    if (filter.ignoreSelf && event.selfGenerated) return false;
    if (filter.expression === undefined) return true;
    try {
      return this.compiled(filter.expression)(body);
    } catch {
      return filter.receiveOnError;
    }
  }

  private compiled(expression: string): (event: unknown) => boolean {
    const known = this.expressions.get(expression);
    if (known !== undefined) return known;
    const made = parseExpression(expression);
    this.expressions.set(expression, made);
    return made;
  }
}
