import * as v from 'valibot';
import type { Db } from '../../kernel/types';
import { WaitingRows, waitingRow } from '../queue/waiting-rows';

const row = v.object({
  ...waitingRow,
  trigger_key: v.string(),
  function_key: v.string(),
  event_type: v.string(),
  event: v.string(),
});

export type Delivery = v.InferOutput<typeof row>;

type NewDelivery = Omit<Delivery, Exclude<keyof typeof waitingRow, 'due_at' | 'created_at'>>;

/** Product events on their way to the app. */
export class Deliveries extends WaitingRows<Delivery> {
  private readonly insert;

  constructor(db: Db) {
    super(db, 'forge_delivery', row);
    this.insert = db.prepare(
      `INSERT INTO forge_delivery (trigger_key, function_key, event_type, event, state, due_at, created_at)
       VALUES (?, ?, ?, ?, 'waiting', ?, ?)`,
    );
  }

  add({ trigger_key, function_key, event_type, event, due_at, created_at }: NewDelivery): void {
    this.insert.run(trigger_key, function_key, event_type, event, Math.round(due_at), created_at);
  }
}
