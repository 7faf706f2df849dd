import { setTimeout } from 'node:timers/promises';
import * as v from 'valibot';
import { sequence } from './sequence';
import { faultsSchema, type Faults, type FaultTarget } from './settings';

const LATE_MS = 3 * 60_000;

export interface DeliveryPlan {
  /** One delay for each copy that will arrive; none when the event is lost. */
  readonly delaysMs: readonly number[];
}

/** Decides what goes wrong. The same seed and the same order of questions give the same answers. */
export class FaultBox {
  private faults: Faults = v.parse(faultsSchema, {});
  private random = sequence(1);
  private writesLeft = 0;
  private next: Faults['next'] = [];

  /** The switches as they stand now, with what is left of the counted ones. */
  get settings(): Faults {
    return { ...this.faults, next: this.next, crash: { ...this.faults.crash, afterWrites: this.writesLeft } };
  }

  /** Replaces all switches; what is not named goes back to harmless. Throws when they make no sense. */
  set(input: unknown): void {
    this.faults = v.parse(faultsSchema, input);
    this.random = sequence(this.faults.seed);
    this.writesLeft = this.faults.crash.afterWrites;
    this.next = this.faults.next.map((rule) => ({ ...rule }));
  }

  planDelivery(): DeliveryPlan {
    const { delayMs, duplicate, reorder, drop } = this.faults.events;
    if (this.chance(drop)) return { delaysMs: [] };
    const delay = () => {
      const [from, to] = delayMs;
      return from + this.random() * (to - from) + (this.chance(reorder) ? this.random() * LATE_MS : 0);
    };
    return { delaysMs: this.chance(duplicate) ? [delay(), delay()] : [delay()] };
  }

  /** How long an index stays behind the write that happens now. */
  staleness(): number {
    const { staleMs, chance } = this.faults.index;
    return staleMs > 0 && this.chance(chance) ? this.random() * staleMs : 0;
  }

  /** The status with which a platform call fails instead of being done; undefined when it is done. */
  failure(target: FaultTarget, method: string, path: string): number | undefined {
    const rule = this.next.find(
      (r) => r.target === target && r.count > 0 && path.includes(r.path) && (r.method ?? method) === method,
    );
    if (rule !== undefined) {
      rule.count -= 1;
      return rule.status;
    }
    const { rateLimited, failing } = target === 'storage' ? this.faults.storage : this.faults.products;
    if (target === 'queue' || target === 'objects') return undefined;
    if (this.chance(rateLimited)) return 429;
    return this.chance(failing) ? 503 : undefined;
  }

  /** Answers when a call of this target may begin. What is begun is done, whoever has given it up meanwhile. */
  async wait(target: FaultTarget): Promise<void> {
    const ms = this.faults.slow[target];
    if (ms > 0) await setTimeout(ms);
  }

  /** Asked for each key of a batch: true when the service is too busy for this one. */
  refusesKey(): boolean {
    return this.chance(this.faults.storage.partial);
  }

  /** Asked after each write of an invocation: true when it must die now. */
  crashesAfterWrite(functionKey: string): boolean {
    const { crash } = this.faults;
    if (crash.functionKey !== undefined && crash.functionKey !== functionKey) return false;
    if (this.writesLeft > 0) {
      this.writesLeft -= 1;
      if (this.writesLeft === 0) return true;
    }
    return this.chance(crash.chance);
  }

  private chance(probability: number): boolean {
    return probability > 0 && this.random() < probability;
  }
}
