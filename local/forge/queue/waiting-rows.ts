import * as v from 'valibot';
import type { Db } from '../../kernel/types';

/** What every row has that waits for its moment to be carried to the app. */
export const waitingRow = {
  id: v.number(),
  state: v.picklist(['waiting', 'running', 'done', 'failed']),
  due_at: v.number(),
  attempts: v.number(),
  retry: v.nullable(v.string()),
  created_at: v.number(),
  finished_at: v.nullable(v.number()),
  error: v.nullable(v.string()),
};
type Waiting = v.InferOutput<v.ObjectSchema<typeof waitingRow, undefined>>;

/** A table of rows that wait for their moment, kept so that a restart loses none. */
export class WaitingRows<Row extends Waiting> {
  private readonly due;
  private readonly next;
  private readonly update;

  constructor(
    protected readonly db: Db,
    private readonly table: 'forge_job' | 'forge_delivery',
    private readonly schema: v.GenericSchema<unknown, Row>,
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

  dueBy(now: number, limit: number): readonly Row[] {
    return this.due.all(now, limit).map((raw) => v.parse(this.schema, raw));
  }

  nextDue(): number | undefined {
    const found: unknown = this.next.get();
    return found === undefined ? undefined : (found as { readonly due_at: number }).due_at;
  }

  save({ state, due_at, attempts, retry, finished_at, error, id }: Row): void {
    this.update.run(state, due_at, attempts, retry, finished_at, error, id);
  }

  latest(limit: number): readonly Row[] {
    return this.db
      .prepare(`SELECT * FROM ${this.table} ORDER BY id DESC LIMIT ?`)
      .all(limit)
      .map((raw) => v.parse(this.schema, raw));
  }

  /** Forgets what was finished before this instant. */
  prune(before: number): void {
    this.db
      .prepare(`DELETE FROM ${this.table} WHERE state IN ('done', 'failed') AND finished_at < ?`)
      .run(before);
  }
}
