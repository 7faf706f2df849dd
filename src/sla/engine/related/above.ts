/** Which work items stand above one, as Jira's fields say. */
import * as v from 'valibot';
import type { MeasuredOn } from '../model';

const linked = v.nullish(v.object({ id: v.string() }));
const fieldsSchema = v.object({
  parent: v.optional(linked),
  issuelinks: v.optional(
    v.nullable(
      v.array(v.object({ type: v.object({ id: v.string() }), outwardIssue: linked, inwardIssue: linked })),
    ),
  ),
});

/** REST fields that say it. */
export const RELATION_FIELDS = ['parent', 'issuelinks'] as const;

/** Ids of the work items above one whose fields these are: its parent, or those that its links of a type lead to. */
export function workItemsAbove(
  fields: Readonly<Record<string, unknown>>,
  measuredOn: MeasuredOn,
): readonly string[] {
  const parsed = v.safeParse(fieldsSchema, fields);
  if (!parsed.success) return [];
  const { parent, issuelinks } = parsed.output;
  if (measuredOn.kind === 'child') return parent ? [parent.id] : [];
  const { linkTypeId, direction } = measuredOn;
  return (issuelinks ?? [])
    .filter(({ type }) => type.id === linkTypeId)
    .flatMap(({ outwardIssue, inwardIssue }) => [
      ...(direction !== 'inward' && outwardIssue ? [outwardIssue.id] : []),
      ...(direction !== 'outward' && inwardIssue ? [inwardIssue.id] : []),
    ]);
}

/** What Jira calls the fields of a parent in changelogs. */
const RELATIONS = new Set(['link', 'parent', 'issueparentassociation', 'epic link']);

/** Whether an item of a changelog can put a work item under another one, or take it away. */
export const isRelationItem = (item: { readonly field: string; readonly fieldId: string | null }): boolean =>
  RELATIONS.has(item.field.toLowerCase()) || RELATIONS.has((item.fieldId ?? '').toLowerCase());
