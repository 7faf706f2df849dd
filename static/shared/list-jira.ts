import * as v from 'valibot';
import { askJira } from './product';

const PAGE = 50;

/**
 * All rows of a list that Jira gives in pages, as the user. Throws `ProductFailed`. Apart from the rest: panels list nothing before they show.
 */
export async function listJira<S extends v.GenericSchema>(
  path: string,
  row: S,
): Promise<readonly v.InferOutput<S>[]> {
  const page = v.object({ values: v.array(row), isLast: v.optional(v.boolean(), true) });
  const rows: v.InferOutput<S>[] = [];
  for (;;) {
    const { values, isLast } = await askJira(`${path}?startAt=${rows.length}&maxResults=${PAGE}`, page);
    rows.push(...values);
    if (isLast || values.length === 0) return rows;
  }
}
