import { kvs, WhereConditions } from '@forge/kvs';
import { guarded } from './transact';

interface Row {
  readonly key: string;
  readonly value: unknown;
}

/** The first rows, at most a hundred, under plain keys with a beginning in common. Eventually consistent. */
export async function firstUnder(prefix: string, most: number): Promise<readonly Row[]> {
  const query = () => kvs.query().where('key', WhereConditions.beginsWith(prefix)).limit(most);
  const { results } = await guarded(() => query().getMany<unknown>());
  return results;
}
