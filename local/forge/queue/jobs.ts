import * as v from 'valibot';
import type { Db } from '../../kernel/types';

const row = v.object({
  id: v.number(),
  queue: v.string(),
  job_id: v.string(),
  event_id: v.string(),
  body: v.string(),
  delay_seconds: v.nullable(v.number()),
  concurrency_key: v.nullable(v.string()),
  concurrency_limit: v.nullable(v.number()),
  chain: v.number(),
  state: v.picklist(['waiting', 'running', 'done', 'failed']),
  due_at: v.number(),
  attempts: v.number(),
  retry: v.nullable(v.string()),
  created_at: v.number(),
  finished_at: v.nullable(v.number()),
  error: v.nullable(v.string()),
});

export type Job = v.InferOutput<typeof row>;

export interface NewJob {
  readonly queue: string;
  readonly jobId: string;
  readonly eventId: string;
  readonly body: string;
  readonly delaySeconds: number | undefined;
  readonly concurrencyKey: string | undefined;
  readonly concurrencyLimit: number | undefined;
  readonly chain: number;
  readonly dueAt: number;
  readonly createdAt: number;
}

/** The queued events of the installation, kept until done and for a while after. */
export class Jobs {
  private readonly insert;
  private readonly due;
  private readonly next;
  private readonly running;
  private readonly update;

  constructor(private readonly db: Db) {
    this.insert = db.prepare(
      `INSERT INTO forge_job (queue, job_id, event_id, body, delay_seconds, concurrency_key, concurrency_limit, chain, state, due_at, created_at)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, 'waiting', ?, ?)`,
    );
    this.due = db.prepare(
      "SELECT * FROM forge_job WHERE state = 'waiting' AND due_at <= ? ORDER BY due_at, id LIMIT ?",
    );
    this.next = db.prepare("SELECT due_at FROM forge_job WHERE state = 'waiting' ORDER BY due_at LIMIT 1");
    this.running = db.prepare(
      "SELECT COUNT(*) AS count FROM forge_job WHERE state = 'running' AND concurrency_key = ?",
    );
    this.update = db.prepare(
      'UPDATE forge_job SET state = ?, due_at = ?, attempts = ?, retry = ?, finished_at = ?, error = ? WHERE id = ?',
    );
    // What was running when the site stopped is delivered again: at least once.
    db.exec("UPDATE forge_job SET state = 'waiting' WHERE state = 'running'");
  }

  add(job: NewJob): void {
    this.insert.run(
      job.queue,
      job.jobId,
      job.eventId,
      job.body,
      job.delaySeconds ?? null,
      job.concurrencyKey ?? null,
      job.concurrencyLimit ?? null,
      job.chain,
      job.dueAt,
      job.createdAt,
    );
  }

  dueBy(now: number, limit: number): readonly Job[] {
    return this.due.all(now, limit).map((raw) => v.parse(row, raw));
  }

  nextDue(): number | undefined {
    const found: unknown = this.next.get();
    return found === undefined ? undefined : (found as { readonly due_at: number }).due_at;
  }

  runningWith(key: string): number {
    return (this.running.get(key) as { readonly count: number }).count;
  }

  save(job: Job): void {
    this.update.run(job.state, job.due_at, job.attempts, job.retry, job.finished_at, job.error, job.id);
  }

  latest(limit: number): readonly Job[] {
    return this.db
      .prepare('SELECT * FROM forge_job ORDER BY id DESC LIMIT ?')
      .all(limit)
      .map((raw) => v.parse(row, raw));
  }

  /** Forgets finished events older than this instant. */
  prune(before: number): void {
    this.db
      .prepare("DELETE FROM forge_job WHERE state NOT IN ('waiting', 'running') AND finished_at < ?")
      .run(before);
  }
}
