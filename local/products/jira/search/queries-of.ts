import * as v from 'valibot';
import { type ProductRequest } from '../../../kernel/types.ts';

const PATHS = new Set([
  '/rest/api/3/search/jql',
  '/rest/api/3/search/approximate-count',
  '/rest/api/3/jql/parse',
]);

const bodySchema = v.object({ jql: v.optional(v.string()), queries: v.optional(v.array(v.string())) });

/** The queries a request asks to be searched, counted or checked. */
export function queriesOf({ path, body }: ProductRequest): readonly string[] {
  const url = new URL(path, 'http://site.invalid');
  if (!PATHS.has(url.pathname)) return [];
  const inBody = v.safeParse(bodySchema, parsed(body));
  return [
    url.searchParams.get('jql'),
    ...(inBody.success ? [inBody.output.jql, ...(inBody.output.queries ?? [])] : []),
  ].filter((jql) => typeof jql === 'string');
}

const parsed = (body: ProductRequest['body']): unknown => {
  try {
    return typeof body === 'string' ? JSON.parse(body) : {};
  } catch {
    return {};
  }
};
