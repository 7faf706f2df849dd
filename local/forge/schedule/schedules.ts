import type { Db } from '../../kernel/types';
import type { TimedSource } from '../clock/site-clock';
import type { ScheduleModel } from '../manifest/schema';

const LENGTH: Readonly<Record<ScheduleModel['interval'], number>> = {
  fiveMinute: 5 * 60_000,
  hour: 3_600_000,
  day: 86_400_000,
  week: 7 * 86_400_000,
};
const FIRST_DELAY = 5 * 60_000;
/** Runs of one schedule during one jump of the clock; a longer jump thins them out evenly. */
const MAX_RUNS_PER_JUMP = 600;

export interface ScheduleDeps {
  readonly db: Db;
  readonly schedules: readonly ScheduleModel[];
  readonly now: () => number;
  readonly run: (schedule: ScheduleModel) => Promise<unknown>;
}

/**
 * The scheduled triggers on the site's clock. The first run comes five minutes after installation, and each kind keeps its pace.
 * A jump of the clock that would take more than 600 runs of one schedule runs every n-th of them; the last before the target always runs.
 */
export class Schedules implements TimedSource {
  private readonly stride = new Map<string, { readonly step: number; readonly until: number }>();
  private readonly next = new Map<string, number>();
  private readonly save;

  constructor(private readonly deps: ScheduleDeps) {
    this.save = deps.db.prepare(
      'INSERT INTO forge_schedule (key, next_at, last_at) VALUES (?, ?, ?) ON CONFLICT (key) DO UPDATE SET next_at = excluded.next_at, last_at = excluded.last_at',
    );
    const kept = deps.db.prepare('SELECT next_at FROM forge_schedule WHERE key = ?');
    for (const schedule of deps.schedules) {
      const row = kept.get(schedule.key) as { readonly next_at: number } | undefined;
      this.next.set(schedule.key, row?.next_at ?? deps.now() + FIRST_DELAY);
    }
  }

  nextDue(): number | undefined {
    return this.next.size === 0 ? undefined : Math.min(...this.next.values());
  }

  /** Runs each due schedule once, however many of its times were missed while the site was off. */
  async runDue(now: number): Promise<void> {
    for (const schedule of this.deps.schedules) {
      const at = this.next.get(schedule.key);
      if (at === undefined || at > now) continue;
      const next = this.following(schedule, at, now);
      this.next.set(schedule.key, next);
      this.save.run(schedule.key, next, now);
      await this.deps.run(schedule);
    }
  }

  beforeJump(from: number, to: number): void {
    this.stride.clear();
    for (const schedule of this.deps.schedules) {
      const runs = (to - from) / LENGTH[schedule.interval];
      if (runs > MAX_RUNS_PER_JUMP)
        this.stride.set(schedule.key, { step: Math.ceil(runs / MAX_RUNS_PER_JUMP), until: to });
    }
  }

  list(): readonly { readonly key: string; readonly nextAt: number }[] {
    return [...this.next].map(([key, nextAt]) => ({ key, nextAt }));
  }

  private following(schedule: ScheduleModel, at: number, now: number): number {
    const length = LENGTH[schedule.interval];
    const plain = at + length * (Math.floor((now - at) / length) + 1);
    const thin = this.stride.get(schedule.key);
    if (thin === undefined || plain > thin.until) return plain;
    const last = at + length * Math.floor((thin.until - at) / length);
    return Math.min(at + length * thin.step, last);
  }
}
