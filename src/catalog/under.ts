import { kvs, WhereConditions } from '@forge/kvs';
import { guarded } from '../platform/storage/transact';

const PAGE = 100;

export interface Stored {
  readonly key: string;
  readonly value: unknown;
}

/** Everything that stands under plain keys with a beginning in common. */
export async function under(prefix: string): Promise<readonly Stored[]> {
  const rows: Stored[] = [];
  let cursor: string | undefined;
  do {
    const page = await guarded(() => {
      const query = kvs.query().where('key', WhereConditions.beginsWith(prefix)).limit(PAGE);
      return (cursor === undefined ? query : query.cursor(cursor)).getMany<unknown>();
    });
    rows.push(...page.results);
    cursor = page.nextCursor;
  } while (cursor !== undefined);
  return rows;
}
