import type { Db } from '../../kernel/types';
import type { EntityIndex, EntityModel } from '../manifest/schema';

type Doc = Readonly<Record<string, unknown>>;

/** Says for how long the index stays behind this write; 0 for not at all. */
export type StalenessOf = () => number;

/** The index rows of entity values, and the values that queries still answer while an index is behind. */
export class EntityIndexes {
  private readonly removeRows;
  private readonly insertRow;
  private readonly insertStale;
  private readonly oldValue;
  private readonly ripe;
  private readonly removeStale;

  constructor(
    db: Db,
    private readonly stalenessOf: StalenessOf,
    private readonly currentJson: (entity: string, key: string) => string | undefined,
  ) {
    this.removeRows = db.prepare('DELETE FROM forge_index WHERE entity = ? AND key = ?');
    this.insertRow = db.prepare(
      'INSERT INTO forge_index (entity, name, part, rng, key) VALUES (?, ?, ?, ?, ?)',
    );
    this.insertStale = db.prepare(
      'INSERT INTO forge_stale (entity, key, old_value, apply_at) VALUES (?, ?, ?, ?)',
    );
    this.oldValue = db.prepare(
      'SELECT key, old_value FROM forge_stale WHERE entity = ? AND key = ? ORDER BY id LIMIT 1',
    );
    this.ripe = db.prepare('SELECT DISTINCT key FROM forge_stale WHERE entity = ? AND apply_at <= ?');
    this.removeStale = db.prepare('DELETE FROM forge_stale WHERE entity = ? AND key = ? AND apply_at <= ?');
  }

  /** Follows a write of a value: at once, or later when the site plays a slow index. */
  changed(
    entity: EntityModel,
    key: string,
    oldJson: string | undefined,
    newDoc: Doc | undefined,
    now: number,
  ): void {
    const staleness = this.stalenessOf();
    if (staleness > 0 || this.oldValue.get(entity.name, key) !== undefined) {
      this.insertStale.run(entity.name, key, oldJson ?? null, now + staleness);
      return;
    }
    this.rebuild(entity, key, newDoc);
  }

  /** Brings the index up to what should have become visible by now. */
  settle(entity: EntityModel, now: number): void {
    for (const { key } of this.ripe.all(entity.name, now) as { readonly key: string }[]) {
      this.removeStale.run(entity.name, key, now);
      if (this.oldValue.get(entity.name, key) !== undefined) continue;
      const json = this.currentJson(entity.name, key);
      this.rebuild(entity, key, json === undefined ? undefined : (JSON.parse(json) as Doc));
    }
  }

  /** What a query answers for this key while its index is behind; undefined when it is not. */
  staleJson(entity: string, key: string): { readonly json: string | undefined } | undefined {
    const row = this.oldValue.get(entity, key) as { readonly old_value: string | null } | undefined;
    return row && { json: row.old_value ?? undefined };
  }

  private rebuild(entity: EntityModel, key: string, doc: Doc | undefined): void {
    this.removeRows.run(entity.name, key);
    if (doc === undefined) return;
    for (const index of entity.indexes) {
      const place = placeIn(index, key, doc);
      if (place !== undefined) this.insertRow.run(entity.name, index.name, place.part, place.range, key);
    }
  }
}

/** Partition text of an index for these values; the empty text for an index without a partition. */
export function partitionText(values: readonly unknown[]): string {
  return values.length === 0 ? '' : JSON.stringify(values);
}

/** A value as the index column orders it. */
export function rangeValue(value: unknown): string | number {
  if (typeof value === 'boolean') return value ? 1 : 0;
  return typeof value === 'number' ? value : String(value);
}

function placeIn(
  index: EntityIndex,
  key: string,
  doc: Doc,
): { readonly part: string; readonly range: string | number } | undefined {
  const partition = index.partition.map((name) => doc[name]);
  const range = index.range === undefined ? key : doc[index.range];
  if (range === undefined || partition.includes(undefined)) return undefined;
  return { part: partitionText(partition), range: rangeValue(range) };
}
