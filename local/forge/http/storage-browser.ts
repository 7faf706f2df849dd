import type { Db } from '../../kernel/types';
import type { ForgeHost } from '../host';

/** How much the app stores, by space: `plain` and one for each entity. */
export function storageTotals(db: Db): { readonly spaces: readonly unknown[] } {
  const spaces = db
    .prepare(
      'SELECT space, COUNT(*) AS count, SUM(bytes) AS bytes, MAX(bytes) AS largest FROM forge_value GROUP BY space ORDER BY space',
    )
    .all();
  return { spaces };
}

/** Values of one space in key order. */
export function browseStorage(
  host: ForgeHost,
  space: string,
  prefix: string,
  after: string,
  limit: number,
): object {
  const values = host.store.values.list(space, prefix, after, limit).map((value) => ({
    key: value.key,
    bytes: value.bytes,
    createdAt: value.createdAt,
    updatedAt: value.updatedAt,
    expiresAt: value.expiresAt,
    value: JSON.parse(value.json) as unknown,
  }));
  return { values, next: values.length === limit ? (values.at(-1)?.key ?? null) : null };
}
