import * as v from 'valibot';
import type { Db } from '../../kernel/types';
import { WaitingRows, waitingRow } from './waiting-rows';

const row = v.object({
  ...waitingRow,
  queue: v.string(),
  job_id: v.string(),
  event_id: v.string(),
  body: v.string(),
  delay_seconds: v.nullable(v.number()),
  concurrency_key: v.nullable(v.string()),
  concurrency_limit: v.nullable(v.number()),
  chain: v.number(),
});

export type Job = v.InferOutput<typeof row>;

type NewJob = Omit<Job, Exclude<keyof typeof waitingRow, 'due_at' | 'created_at'>>;

/** The queued events of the installation. */
export class Jobs extends WaitingRows<Job> {
  private readonly insert;
  private readonly running;

  constructor(db: Db) {
    super(db, 'forge_job', row);
    this.insert = db.prepare(
      `INSERT INTO forge_job (queue, job_id, event_id, body, delay_seconds, concurrency_key, concurrency_limit, chain, state, due_at, created_at)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, 'waiting', ?, ?)`,
    );
    this.running = db.prepare(
      "SELECT COUNT(*) AS count FROM forge_job WHERE state = 'running' AND concurrency_key = ?",
    );
  }

  add(job: NewJob): void {
    this.insert.run(
      job.queue,
      job.job_id,
      job.event_id,
      job.body,
      job.delay_seconds,
      job.concurrency_key,
      job.concurrency_limit,
      job.chain,
      job.due_at,
      job.created_at,
    );
  }

  runningWith(key: string): number {
    return (this.running.get(key) as { readonly count: number }).count;
  }
}
