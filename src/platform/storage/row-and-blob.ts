import * as v from 'valibot';
import { readBatch } from './batch';
import { isChunked, readBlob } from './blobs';

export interface RowAndBlob<Row, Beside, Blob> {
  readonly row: Row | null;
  readonly beside: Beside | null;
  readonly blob: Blob | null;
}

interface Wanted<T> {
  readonly entity: string;
  readonly key: string;
  readonly schema: v.GenericSchema<unknown, T>;
}

const rowSchema = v.looseObject({ doc: v.unknown() });

/**
 * A row, a small one beside it and a plain document in one call, all strongly consistent; a second call only when the
 * document is so large that it is kept in chunks. Throws when the row no longer fits its schema; the one beside is then
 * taken as missing.
 */
export async function readRowAndBlob<Row, Beside, Blob>(
  row: Wanted<Row>,
  beside: Wanted<Beside>,
  blob: { readonly key: string; readonly schema: v.GenericSchema<unknown, Blob> },
): Promise<RowAndBlob<Row, Beside, Blob>> {
  const read = await readBatch([
    { key: row.key, entityName: row.entity },
    { key: beside.key, entityName: beside.entity },
    { key: blob.key },
  ]);
  const valueOf = (key: string, entity?: string): unknown =>
    read.find((found) => found.key === key && found.entityName === entity)?.value;
  const storedRow = v.safeParse(rowSchema, valueOf(row.key, row.entity));
  const storedBeside = v.safeParse(rowSchema, valueOf(beside.key, beside.entity));
  const parsedBeside = storedBeside.success ? v.safeParse(beside.schema, storedBeside.output.doc) : null;
  const storedBlob = valueOf(blob.key);
  return {
    row: storedRow.success ? v.parse(row.schema, storedRow.output.doc) : null,
    beside: parsedBeside?.success ? parsedBeside.output : null,
    blob: await blobOf(storedBlob),
  };

  async function blobOf(stored: unknown): Promise<Blob | null> {
    if (isChunked(stored)) return readBlob(blob.key, blob.schema);
    const parsed = v.safeParse(blob.schema, stored);
    return parsed.success ? parsed.output : null;
  }
}
