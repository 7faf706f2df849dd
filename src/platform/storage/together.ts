import * as v from 'valibot';
import type { AppFailure } from '../../kernel/errors';
import { readBatch } from './batch';
import { corrupt } from './corrupt';
import { rowDocument } from './entities';

/** A row of an entity, or what stands under a plain key. */
export interface Wanted<T> {
  readonly entity?: string;
  readonly key: string;
  readonly schema: v.GenericSchema<unknown, T>;
}

/** `null`: there is none. A failure: there is one, and it can't be read. */
export type Read<T> = T | null | AppFailure;

/**
 * Rows of several entities, and plain keys, in one call, at most 25, all strongly consistent. One that can't be read is answered as the
 * failure it is: whoever needs it throws it, and the others stand.
 * @throws AppFailure STORAGE_BUSY when one could not be asked for.
 */
export async function readTogether<Rows extends Readonly<Record<string, unknown>>>(wanted: {
  readonly [K in keyof Rows]: Wanted<Rows[K]>;
}): Promise<{ readonly [K in keyof Rows]: Read<Rows[K]> }> {
  const rows = Object.entries<Wanted<unknown>>(wanted);
  const found = await readBatch(
    rows.map(([, { entity, key }]) => (entity === undefined ? { key } : { key, entityName: entity })),
  );
  const answers = await Promise.all(
    rows.map(async ([name, { entity, key, schema }]) => {
      const row = found.find((each) => each.key === key && each.entityName === entity);
      if (row === undefined) return [name, null] as const;
      const result = v.safeParse(schema, entity === undefined ? row.value : rowDocument(row.value));
      if (result.success) return [name, result.output] as const;
      return [name, await corrupt(entity ?? key, key, v.getDotPath(result.issues[0]) ?? '')] as const;
    }),
  );
  return Object.fromEntries(answers) as { readonly [K in keyof Rows]: Read<Rows[K]> };
}
