/** Rows under plain keys with a beginning in common. Eventually consistent. */
import { kvs, WhereConditions } from '@forge/kvs';
import { guarded } from './transact';

interface Row {
  readonly key: string;
  readonly value: unknown;
}

/** A page holds no more. */
const PAGE = 100;

const page = (prefix: string, most: number, cursor?: string) =>
  guarded(() => {
    const query = kvs.query().where('key', WhereConditions.beginsWith(prefix)).limit(most);
    return (cursor === undefined ? query : query.cursor(cursor)).getMany<unknown>();
  });

/** The first of them, at most a hundred. */
export const firstUnder = async (prefix: string, most: number): Promise<readonly Row[]> =>
  (await page(prefix, most)).results;

/** All of them. */
export async function allUnder(prefix: string): Promise<readonly Row[]> {
  const rows: Row[] = [];
  let cursor: string | undefined;
  do {
    const { results, nextCursor } = await page(prefix, PAGE, cursor);
    rows.push(...results);
    cursor = nextCursor;
  } while (cursor !== undefined);
  return rows;
}
