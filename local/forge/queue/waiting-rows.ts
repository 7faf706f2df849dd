import type { Db } from '../../kernel/types';

/** What every row has that waits for its moment to be carried to the app. */
export interface Waiting {
  readonly id: number;
  readonly state: 'waiting' | 'running' | 'done' | 'failed';
  readonly due_at: number;
  readonly attempts: number;
  readonly retry: string | null;
  readonly created_at: number;
  readonly finished_at: number | null;
  readonly error: string | null;
}

/** A product event on its way to the app. */
export interface Delivery extends Waiting {
  readonly trigger_key: string;
  readonly function_key: string;
  readonly event_type: string;
  readonly event: string;
}

/** A queued event of the installation. */
export interface Job extends Waiting {
  readonly queue: string;
  readonly job_id: string;
  readonly event_id: string;
  readonly body: string;
  readonly delay_seconds: number | null;
  readonly concurrency_key: string | null;
  readonly concurrency_limit: number | null;
  readonly chain: number;
}

type New<Row extends Waiting> = Omit<Row, Exclude<keyof Waiting, 'due_at' | 'created_at'>>;

/** A table of rows that wait for their moment, kept so that a restart loses none. */
export class WaitingRows<Row extends Waiting> {
  private readonly due;
  private readonly next;
  private readonly update;

  constructor(
    private readonly db: Db,
    private readonly table: 'forge_job' | 'forge_delivery',
  ) {
    this.due = db.prepare(
      `SELECT * FROM ${table} WHERE state = 'waiting' AND due_at <= ? ORDER BY due_at, id LIMIT ?`,
    );
    this.next = db.prepare(`SELECT due_at FROM ${table} WHERE state = 'waiting' ORDER BY due_at LIMIT 1`);
    this.update = db.prepare(
      `UPDATE ${table} SET state = ?, due_at = ?, attempts = ?, retry = ?, finished_at = ?, error = ? WHERE id = ?`,
    );
    // What was running when the site stopped is delivered again: at least once.
    db.exec(`UPDATE ${table} SET state = 'waiting' WHERE state = 'running'`);
  }

  add(row: New<Row>): void {
    const cells = { ...row, state: 'waiting', due_at: Math.round(row.due_at) };
    const names = Object.keys(cells);
    this.db
      .prepare(`INSERT INTO ${this.table} (${names.join()}) VALUES (${names.map(() => '?').join()})`)
      .run(...Object.values(cells));
  }

  dueBy(now: number, limit: number): readonly Row[] {
    return this.due.all(now, limit) as Row[];
  }

  nextDue(): number | undefined {
    return (this.next.get() as Pick<Row, 'due_at'> | undefined)?.due_at;
  }

  save({ state, due_at, attempts, retry, finished_at, error, id }: Row): void {
    this.update.run(state, due_at, attempts, retry, finished_at, error, id);
  }

  /** How many are under way with this key of concurrency. */
  runningWith(key: string): number {
    const sql = `SELECT COUNT(*) AS count FROM ${this.table} WHERE state = 'running' AND concurrency_key = ?`;
    return (this.db.prepare(sql).get(key) as { readonly count: number }).count;
  }

  latest(limit: number): readonly Row[] {
    return this.db.prepare(`SELECT * FROM ${this.table} ORDER BY id DESC LIMIT ?`).all(limit) as Row[];
  }

  /** Forgets what was finished before this instant. */
  prune(before: number): void {
    this.db
      .prepare(`DELETE FROM ${this.table} WHERE state IN ('done', 'failed') AND finished_at < ?`)
      .run(before);
  }
}
