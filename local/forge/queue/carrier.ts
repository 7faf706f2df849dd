import type { TimedSource } from '../clock/site-clock';
import type { InvocationResult } from '../invoke/invoker';
import { backoffSeconds, retryContextOf, retryWish, type RetryContext } from './retry';
import type { Waiting, WaitingRows } from './waiting-rows';

const RETENTION_MS = 24 * 3_600_000;
const BATCH = 50;

export interface CarrierDeps<Row extends Waiting> {
  readonly rows: WaitingRows<Row>;
  readonly now: () => number;
  readonly wake: () => void;
  /** How many may be under way at once. */
  readonly parallel: () => number;
}

/** Carries what waits to the app when it is due, at least once, and tries again what failed. */
export abstract class Carrier<Row extends Waiting> implements TimedSource {
  /** Whether a thrown error is tried again too. */
  protected readonly retriesThrown: boolean = true;

  constructor(private readonly carrier: CarrierDeps<Row>) {}

  /** Hands a row to the app; answers why nobody takes it any more where that is so. */
  protected abstract deliver(
    row: Row,
    retry: { readonly retryContext?: RetryContext },
  ): Promise<InvocationResult> | string;

  /** Is this attempt the last, though another is wished for at that instant? */
  protected abstract givesUp(row: Row, attempts: number, again: number): boolean;

  /** May it be under way beside those that are? */
  protected mayStart(_row: Row): boolean {
    return true;
  }

  nextDue(): number | undefined {
    return this.carrier.rows.nextDue();
  }

  async runDue(now: number): Promise<void> {
    for (let batch = this.startable(now); batch.length > 0; batch = this.startable(now))
      await Promise.all(batch.map((row) => this.carry(row)));
    this.carrier.rows.prune(now - RETENTION_MS);
  }

  /** The next that may run together, marked as running. */
  private startable(now: number): readonly Row[] {
    const chosen: Row[] = [];
    for (const row of this.carrier.rows.dueBy(now, BATCH)) {
      if (chosen.length >= this.carrier.parallel()) break;
      if (!this.mayStart(row)) continue;
      const running: Row = { ...row, state: 'running' };
      this.carrier.rows.save(running);
      chosen.push(running);
    }
    return chosen;
  }

  private async carry(row: Row): Promise<void> {
    const { rows, now } = this.carrier;
    const retry = row.retry === null ? {} : { retryContext: JSON.parse(row.retry) as RetryContext };
    const delivered = this.deliver(row, retry);
    if (typeof delivered === 'string') {
      rows.save({ ...row, state: 'failed', finished_at: now(), error: delivered });
      return;
    }
    const result = await delivered;
    const attempts = row.attempts + 1;
    const wish = retryWish(result, this.retriesThrown);
    const error = result.outcome === 'ok' ? (wish?.reason ?? null) : result.error;
    const again = now() + (wish?.afterSeconds ?? backoffSeconds(attempts)) * 1000;
    if (wish === undefined || this.givesUp(row, attempts, again)) {
      const state = error === null ? 'done' : 'failed';
      rows.save({ ...row, attempts, error, state, finished_at: now() });
      return;
    }
    const context = JSON.stringify(retryContextOf(attempts, wish));
    rows.save({ ...row, attempts, error, state: 'waiting', due_at: again, retry: context });
  }
}
