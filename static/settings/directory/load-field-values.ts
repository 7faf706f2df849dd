import type { FieldOption } from '../model/field-catalog';
import { loadIssueTypes } from './load-directory';
import { type CreateField, loadCreateScreen } from './use-create-screen';

/** A few spaces and types know the options of nearly every field; what they don't know is shown by its id. */
const SPACES_ASKED = 3;
const TYPES_ASKED = 4;

export type FieldValues = Readonly<Record<string, readonly FieldOption[]>>;

/** The options of choice fields, as Jira offers them to the viewer for new work items. Fields it does not tell of are left out. */
export async function loadFieldValues(projectIds: readonly string[]): Promise<FieldValues> {
  const answers = await Promise.all(projectIds.slice(0, SPACES_ASKED).map(valuesOfSpace));
  const found = new Map<string, Map<string, string>>();
  for (const { id, values } of answers.flat())
    for (const { value, label } of values)
      found.set(id, (found.get(id) ?? new Map<string, string>()).set(value, label));
  return Object.fromEntries(
    [...found].map(([fieldId, options]) => [
      fieldId,
      [...options].map(([value, label]) => ({ value, label })),
    ]),
  );
}

async function valuesOfSpace(projectId: string): Promise<readonly CreateField[]> {
  // A space the viewer may not create in tells nothing; the others still do.
  const types = await loadIssueTypes(projectId).catch(() => []);
  const screens = await Promise.all(
    types
      .slice(0, TYPES_ASKED)
      .map(({ value }) => loadCreateScreen({ projectId, issueTypeId: value }).catch(() => [])),
  );
  return screens.flat();
}
