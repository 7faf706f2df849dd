import type { Db } from '../../kernel/types';

export interface StoredValue {
  readonly key: string;
  readonly json: string;
  readonly bytes: number;
  readonly createdAt: number;
  readonly updatedAt: number;
  readonly expiresAt: number | null;
}

const COLUMNS =
  'key, value AS json, bytes, created_at AS createdAt, updated_at AS updatedAt, expires_at AS expiresAt';
/** The platform removes an expired value up to 48 hours late; until then reads may still answer it. */
const EXPIRY_LAG = 48 * 3_600_000;

/** Values by space (`plain`, `entity:NAME`) and key. */
export class Values {
  private readonly selectOne;
  private readonly upsert;
  private readonly remove;
  private readonly page;

  constructor(db: Db) {
    this.selectOne = db.prepare(`SELECT ${COLUMNS} FROM forge_value WHERE space = ? AND key = ?`);
    this.upsert = db.prepare(
      `INSERT INTO forge_value (space, key, value, bytes, created_at, updated_at, expires_at) VALUES (?, ?, ?, ?, ?, ?, ?)
       ON CONFLICT (space, key) DO UPDATE SET value = excluded.value, bytes = excluded.bytes,
       updated_at = excluded.updated_at, expires_at = excluded.expires_at`,
    );
    this.remove = db.prepare('DELETE FROM forge_value WHERE space = ? AND key = ?');
    this.page = db.prepare(
      `SELECT ${COLUMNS} FROM forge_value WHERE space = ? AND key > ? AND key >= ? AND key < ? ORDER BY key LIMIT ?`,
    );
  }

  /** Strongly consistent. A value past its time to live counts as gone. */
  get(space: string, key: string, now: number): StoredValue | undefined {
    const found = this.selectOne.get(space, key) as StoredValue | undefined;
    if (typeof found?.expiresAt !== 'number' || found.expiresAt > now) return found;
    if (found.expiresAt + EXPIRY_LAG < now) this.remove.run(space, key);
    return undefined;
  }

  set(space: string, key: string, json: string, now: number, expiresAt: number | undefined): number {
    const bytes = Buffer.byteLength(json) + Buffer.byteLength(key);
    this.upsert.run(space, key, json, bytes, now, now, expiresAt ?? null);
    return bytes;
  }

  delete(space: string, key: string): void {
    this.remove.run(space, key);
  }

  /** Values in key order after `after` whose key begins with `prefix`. */
  list(space: string, prefix: string, after: string, limit: number): readonly StoredValue[] {
    return this.page.all(space, after, prefix, `${prefix}\u{10FFFF}`, limit) as StoredValue[];
  }
}
