import * as v from 'valibot';
import type { Fulfilment } from '../../../src/catalog/domain/model';
import { askJira } from '../../shared/product';
import { useLoad } from '../../shared/use-load';
import type { FieldOption } from '../model/field-catalog';

/** A field of the form in which Jira makes work items of a space and type. */
export interface CreateField {
  readonly id: string;
  readonly name: string;
  /** Jira fills nothing in by itself. */
  readonly required: boolean;
  /** As Jira names it: `date`, `user`, `option`; of a list the type of its members. */
  readonly type: string;
  /** Empty where it takes anything. */
  readonly values: readonly FieldOption[];
}

const Screen = v.object({
  fields: v.array(
    v.object({
      fieldId: v.string(),
      name: v.optional(v.string(), ''),
      required: v.optional(v.boolean(), false),
      hasDefaultValue: v.optional(v.boolean(), false),
      schema: v.object({ type: v.string(), items: v.optional(v.string()) }),
      allowedValues: v.optional(
        v.array(
          v.object({
            id: v.optional(v.string()),
            name: v.optional(v.string()),
            value: v.optional(v.string()),
          }),
        ),
        [],
      ),
    }),
  ),
});

/** The app fills them for every request. */
const OWN = ['project', 'issuetype', 'summary', 'reporter', 'description', 'attachment', 'issuelinks'];

/** The same, as Jira answers it. Throws `ProductFailed`. */
export async function loadCreateScreen({ projectId, issueTypeId }: Place): Promise<readonly CreateField[]> {
  if (projectId === '' || issueTypeId === '') return [];
  const path = `/rest/api/3/issue/createmeta/${encodeURIComponent(projectId)}/issuetypes/${encodeURIComponent(issueTypeId)}?maxResults=200`;
  const { fields } = await askJira(path, Screen);
  return fields
    .filter(({ fieldId }) => !OWN.includes(fieldId))
    .map(({ fieldId, name, required, hasDefaultValue, schema, allowedValues }) => ({
      id: fieldId,
      name: name || fieldId,
      required: required && !hasDefaultValue,
      type: schema.items ?? schema.type,
      values: allowedValues.flatMap((one) => {
        const label = one.value ?? one.name;
        return one.id === undefined || label === undefined ? [] : [{ value: one.id, label }];
      }),
    }));
}

type Place = Pick<Fulfilment, 'projectId' | 'issueTypeId'>;

/** The fields of that form but for those the app fills; none until Jira has told them, or where the viewer may create nothing there. */
export function useCreateScreen(place: Place): readonly CreateField[] {
  const { loaded } = useLoad(`${place.projectId}:${place.issueTypeId}`, () => loadCreateScreen(place));
  return loaded.state === 'ready' ? loaded.value : [];
}
