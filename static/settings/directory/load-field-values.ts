import * as v from 'valibot';
import { askJira } from '../../shared/product';
import type { FieldOption } from '../model/field-catalog';
import { loadIssueTypes } from './load-directory';

const Fields = v.object({
  fields: v.array(
    v.object({
      fieldId: v.string(),
      allowedValues: v.optional(
        v.array(v.object({ id: v.string(), name: v.optional(v.string()), value: v.optional(v.string()) })),
      ),
    }),
  ),
});

/** A few spaces and types know the options of nearly every field; what they don't know is shown by its id. */
const SPACES_ASKED = 3;
const TYPES_ASKED = 4;

export type FieldValues = Readonly<Record<string, readonly FieldOption[]>>;

/** The options of choice fields, as Jira offers them to the viewer for new work items. Fields it does not tell of are left out. */
export async function loadFieldValues(projectIds: readonly string[]): Promise<FieldValues> {
  const answers = await Promise.all(projectIds.slice(0, SPACES_ASKED).map(valuesOfSpace));
  const found = new Map<string, Map<string, string>>();
  for (const { fieldId, allowedValues = [] } of answers.flat())
    for (const { id, name, value } of allowedValues) {
      const label = value ?? name;
      if (label !== undefined)
        found.set(fieldId, (found.get(fieldId) ?? new Map<string, string>()).set(id, label));
    }
  return Object.fromEntries(
    [...found].map(([fieldId, options]) => [
      fieldId,
      [...options].map(([value, label]) => ({ value, label })),
    ]),
  );
}

type Field = v.InferOutput<typeof Fields>['fields'][number];

async function valuesOfSpace(projectId: string): Promise<readonly Field[]> {
  const base = `/rest/api/3/issue/createmeta/${encodeURIComponent(projectId)}/issuetypes`;
  // A space the viewer may not create in tells nothing; the others still do.
  const types = await loadIssueTypes(projectId).catch(() => []);
  const answers = await Promise.all(
    types
      .slice(0, TYPES_ASKED)
      .map(({ value }) =>
        askJira(`${base}/${encodeURIComponent(value)}?maxResults=200`, Fields).catch(() => ({ fields: [] })),
      ),
  );
  return answers.flatMap(({ fields }) => fields);
}
