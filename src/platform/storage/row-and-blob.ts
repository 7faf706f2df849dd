import { kvs } from '@forge/kvs';
import * as v from 'valibot';
import { isChunked, readBlob } from './blobs';
import { guarded } from './transact';

export interface RowAndBlob<Row, Blob> {
  readonly row: Row | null;
  readonly blob: Blob | null;
}

const rowSchema = v.looseObject({ doc: v.unknown() });

/**
 * A row and a plain document in one call, both strongly consistent; a second call only when the document is
 * so large that it is kept in chunks. Throws when the row no longer fits its schema.
 */
export async function readRowAndBlob<Row, Blob>(
  row: { readonly entity: string; readonly key: string; readonly schema: v.GenericSchema<unknown, Row> },
  blob: { readonly key: string; readonly schema: v.GenericSchema<unknown, Blob> },
): Promise<RowAndBlob<Row, Blob>> {
  const answer = await guarded(() =>
    kvs.batchGet<unknown>([{ key: row.key, entityName: row.entity }, { key: blob.key }]),
  );
  const valueOf = (key: string, entity?: string): unknown =>
    answer.successfulKeys.find((found) => found.key === key && found.entityName === entity)?.value;
  const storedRow = v.safeParse(rowSchema, valueOf(row.key, row.entity));
  const storedBlob = valueOf(blob.key);
  return {
    row: storedRow.success ? v.parse(row.schema, storedRow.output.doc) : null,
    blob: await blobOf(storedBlob),
  };

  async function blobOf(stored: unknown): Promise<Blob | null> {
    if (isChunked(stored)) return readBlob(blob.key, blob.schema);
    const parsed = v.safeParse(blob.schema, stored);
    return parsed.success ? parsed.output : null;
  }
}
