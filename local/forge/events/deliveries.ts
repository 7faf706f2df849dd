import * as v from 'valibot';
import type { Db } from '../../kernel/types';

const row = v.object({
  id: v.number(),
  trigger_key: v.string(),
  function_key: v.string(),
  event_type: v.string(),
  event: v.string(),
  state: v.picklist(['waiting', 'running', 'done', 'failed']),
  due_at: v.number(),
  attempts: v.number(),
  retry: v.nullable(v.string()),
  created_at: v.number(),
  finished_at: v.nullable(v.number()),
  error: v.nullable(v.string()),
});

export type Delivery = v.InferOutput<typeof row>;

/** Product events on their way to the app, kept so that a restart loses none. */
export class Deliveries {
  private readonly insert;
  private readonly due;
  private readonly next;
  private readonly update;

  constructor(private readonly db: Db) {
    this.insert = db.prepare(
      `INSERT INTO forge_delivery (trigger_key, function_key, event_type, event, state, due_at, created_at)
       VALUES (?, ?, ?, ?, 'waiting', ?, ?)`,
    );
    this.due = db.prepare(
      "SELECT * FROM forge_delivery WHERE state = 'waiting' AND due_at <= ? ORDER BY due_at, id LIMIT ?",
    );
    this.next = db.prepare(
      "SELECT due_at FROM forge_delivery WHERE state = 'waiting' ORDER BY due_at LIMIT 1",
    );
    this.update = db.prepare(
      'UPDATE forge_delivery SET state = ?, due_at = ?, attempts = ?, retry = ?, finished_at = ?, error = ? WHERE id = ?',
    );
    db.exec("UPDATE forge_delivery SET state = 'waiting' WHERE state = 'running'");
  }

  add(
    delivery: Pick<
      Delivery,
      'trigger_key' | 'function_key' | 'event_type' | 'event' | 'due_at' | 'created_at'
    >,
  ): void {
    const { trigger_key, function_key, event_type, event, due_at, created_at } = delivery;
    this.insert.run(trigger_key, function_key, event_type, event, Math.round(due_at), created_at);
  }

  dueBy(now: number, limit: number): readonly Delivery[] {
    return this.due.all(now, limit).map((raw) => v.parse(row, raw));
  }

  nextDue(): number | undefined {
    const found: unknown = this.next.get();
    return found === undefined ? undefined : (found as { readonly due_at: number }).due_at;
  }

  save(delivery: Delivery): void {
    const { state, due_at, attempts, retry, finished_at, error, id } = delivery;
    this.update.run(state, due_at, attempts, retry, finished_at, error, id);
  }

  latest(limit: number): readonly Delivery[] {
    return this.db
      .prepare('SELECT * FROM forge_delivery ORDER BY id DESC LIMIT ?')
      .all(limit)
      .map((raw) => v.parse(row, raw));
  }

  /** Forgets finished deliveries older than this instant. */
  prune(before: number): void {
    this.db
      .prepare("DELETE FROM forge_delivery WHERE state IN ('done', 'failed') AND finished_at < ?")
      .run(before);
  }
}
