import type { Clock } from '../../kernel/types';

/** Something that has work due at known instants and keeps it itself (in the database). */
export interface TimedSource {
  /** The earliest instant at which it has something to do, UTC milliseconds. */
  nextDue(): number | undefined;
  /** Does everything due at or before `now`; answers once that is done. */
  runDue(now: number): Promise<void>;
  /** Told before a jump, so that it may thin out what would take too long. */
  beforeJump?(from: number, to: number): void;
}

export interface SiteClockOptions {
  /** True: time flows. False: it stands still between moves, for tests. */
  readonly running: boolean;
  /** Read once at start: milliseconds ahead of real time, or the standing instant when the clock does not run. */
  readonly offset: number;
  readonly standingAt: number;
  readonly onMove: (state: { readonly offset: number; readonly standingAt: number }) => void;
  readonly realNow?: () => number;
}

/** Longest wait of a real timer; setTimeout overflows past 24.8 days. */
const MAX_SLEEP = 60 * 60_000;
const RETRY_SLEEP = 250;

/**
 * The site's time and the order of everything that waits for it.
 * At one instant sources run in the order they were added.
 */
export class SiteClock implements Clock {
  private offset: number;
  private standingAt: number;
  private readonly sources: TimedSource[] = [];
  private timer: NodeJS.Timeout | undefined;
  private busy: Promise<void> = Promise.resolve();
  private stopped = false;

  constructor(private readonly options: SiteClockOptions) {
    this.offset = options.offset;
    this.standingAt = options.standingAt;
  }

  now(): number {
    return this.options.running ? this.realNow() + this.offset : this.standingAt;
  }

  get running(): boolean {
    return this.options.running;
  }

  add(source: TimedSource): void {
    this.sources.push(source);
  }

  /** Moves forward, stopping at every instant on the way at which something is due and waiting for it to finish. */
  async advance(ms: number): Promise<void> {
    if (!(ms >= 0)) throw new RangeError('The clock moves forward only.');
    await this.exclusive(() => this.moveTo(this.now() + ms));
  }

  /** Does everything that is due now, and what that makes due at once, and waits for it. */
  async drain(): Promise<void> {
    await this.exclusive(() => this.runUntil(this.now()));
  }

  async stop(): Promise<void> {
    this.stopped = true;
    clearTimeout(this.timer);
    await this.busy.catch(() => undefined);
  }

  /** Looks again at what is due: called once everything is in place, and by sources when they got new work. */
  wake(): void {
    if (!this.options.running || this.stopped) return;
    clearTimeout(this.timer);
    const due = this.nextDue();
    if (due === undefined) return;
    const wait = Math.min(Math.max(due - this.now(), 0), MAX_SLEEP);
    this.timer = setTimeout(() => {
      void this.drain()
        .then(() => this.wake())
        .catch(() => setTimeout(() => this.wake(), RETRY_SLEEP).unref());
    }, wait);
    this.timer.unref();
  }

  private async moveTo(target: number): Promise<void> {
    for (const source of this.sources) source.beforeJump?.(this.now(), target);
    for (;;) {
      const due = this.nextDue();
      if (due === undefined || due > target) break;
      if (due > this.now()) this.shift(due);
      await this.runUntil(this.now());
    }
    if (target > this.now()) this.shift(target);
    this.wake();
  }

  private async runUntil(now: number): Promise<void> {
    for (let due = this.nextDue(); due !== undefined && due <= now; due = this.nextDue()) {
      for (const source of this.sources) {
        const at = source.nextDue();
        if (at !== undefined && at <= now) await source.runDue(now);
      }
    }
  }

  private nextDue(): number | undefined {
    const instants = this.sources.map((source) => source.nextDue()).filter((at) => at !== undefined);
    return instants.length === 0 ? undefined : Math.min(...instants);
  }

  private shift(instant: number): void {
    if (this.options.running) this.offset = instant - this.realNow();
    else this.standingAt = instant;
    this.options.onMove({ offset: this.offset, standingAt: this.standingAt });
  }

  private exclusive(work: () => Promise<void>): Promise<void> {
    const next = this.busy.catch(() => undefined).then(work);
    this.busy = next;
    return next;
  }

  private realNow(): number {
    return (this.options.realNow ?? Date.now)();
  }
}
