import * as v from 'valibot';
import { readManyAsApp } from './read-many';

const issueSchema = v.object({
  id: v.string(),
  fields: v.object({ security: v.nullish(v.object({})) }),
});

/** Those of the issues that have a security level, or of which the app can't see whether they do: they are for few. */
export async function withLevel(issueIds: readonly string[]): Promise<ReadonlySet<string>> {
  if (issueIds.length === 0) return new Set();
  const issues = await readManyAsApp({ ids: issueIds, fields: ['security'] }, issueSchema);
  const open = new Set(issues.flatMap(({ id, fields }) => (fields.security == null ? [id] : [])));
  return new Set(issueIds.filter((id) => !open.has(id)));
}
