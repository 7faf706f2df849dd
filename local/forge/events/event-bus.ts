import type { ProductEvent } from '../../kernel/types';
import type { FaultBox } from '../faults/fault-box';
import type { InvocationResult } from '../invoke/invoker';
import type { AppManifest } from '../manifest/model';
import type { EventFilter, TriggerModel } from '../manifest/schema';
import { Carrier, type CarrierDeps } from '../queue/carrier';
import type { Delivery } from '../queue/waiting-rows';
import { parseExpression } from './expression';

const MAX_EVENT_BYTES = 200_000;
const MAX_RETRIES = 4;

export interface EventBusDeps extends CarrierDeps<Delivery> {
  readonly manifest: AppManifest;
  readonly faults: FaultBox;
  readonly run: (trigger: TriggerModel, eventType: string, event: object) => Promise<InvocationResult>;
}

/** Carries product events to the app's triggers: filtered as the manifest says, late, at least once, in no promised order. */
export class EventBus extends Carrier<Delivery> {
  protected override readonly retriesThrown = false;
  private readonly expressions = new Map<string, (event: unknown) => boolean>();

  constructor(private readonly deps: EventBusDeps) {
    super(deps);
  }

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
        this.deps.rows.add({
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

  protected override deliver(
    { trigger_key, event_type, event }: Delivery,
    retry: object,
  ): Promise<InvocationResult> | string {
    const trigger = this.deps.manifest.triggers.find(({ key }) => key === trigger_key);
    if (trigger === undefined) return 'The app has no such trigger any more.';
    return this.deps.run(trigger, event_type, { ...(JSON.parse(event) as object), ...retry });
  }

  protected override givesUp(_row: Delivery, attempts: number): boolean {
    return attempts > MAX_RETRIES;
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
