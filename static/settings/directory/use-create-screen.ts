import * as v from 'valibot';
import type { Fulfilment } from '../../../src/catalog/domain/model';
import { named } from '../../kit/controls/option';
import { call } from '../../shared/api';
import { t } from '../../shared/i18n';
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
  /** Of the security level: those that the viewer is in, and sees the work items of. */
  readonly ofViewer?: readonly FieldOption[];
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

/** The same, as Jira answers it to the viewer, and what only its Service Management lists. Throws `ProductFailed`. */
export async function loadCreateScreen({ projectId, issueTypeId }: Place): Promise<readonly CreateField[]> {
  if (projectId === '' || issueTypeId === '') return [];
  const path = `/rest/api/3/issue/createmeta/${encodeURIComponent(projectId)}/issuetypes/${encodeURIComponent(issueTypeId)}?maxResults=200`;
  const { fields } = await askJira(path, Screen);
  const types = fields.some(({ schema }) => schema.type === REQUEST_TYPE)
    ? await requestTypes(projectId, issueTypeId)
    : [];
  return fields
    .filter(({ fieldId }) => !OWN.includes(fieldId))
    .map(({ fieldId, name, required, hasDefaultValue, schema, allowedValues }) => ({
      id: fieldId,
      name: name || fieldId,
      required: required && !hasDefaultValue,
      type: schema.items ?? schema.type,
      values:
        schema.type === REQUEST_TYPE
          ? types
          : allowedValues.flatMap((one) => {
              const label = one.value ?? one.name;
              return one.id === undefined || label === undefined ? [] : [{ value: one.id, label }];
            }),
    }));
}

const REQUEST_TYPE = 'sd-customerrequesttype';
const RequestTypes = v.object({
  values: v.array(v.object({ id: v.string(), name: v.string(), issueTypeId: v.string() })),
});

/** The request types of a work type; none where Jira does not tell them, and ids stand for themselves. */
async function requestTypes(projectId: string, issueTypeId: string): Promise<readonly FieldOption[]> {
  const path = `/rest/servicedeskapi/servicedesk/${encodeURIComponent(projectId)}/requesttype?limit=100`;
  const { values } = await askJira(path, RequestTypes).catch(() => ({ values: [] }));
  return values
    .filter((type) => type.issueTypeId === issueTypeId)
    .map(({ id, name }) => ({ value: id, label: name }));
}

/** The levels that the app may give: who edits the item should be in none of them, and then Jira does not name them to the viewer. */
async function withSecurity(place: Place, seen: readonly CreateField[]): Promise<readonly CreateField[]> {
  if (place.projectId === '' || place.issueTypeId === '') return seen;
  const { projectId, issueTypeId } = place;
  const { levels } = await call('catalog.securityLevels', { projectId, issueTypeId }).catch(() => ({
    levels: [],
  }));
  if (levels.length === 0) return seen;
  const {
    name = t('settings.fulfilment.security'),
    required = false,
    values: ofViewer = [],
  } = seen.find(({ id }) => id === SECURITY) ?? {};
  const security = { id: SECURITY, name, required, type: 'securitylevel', values: named(levels), ofViewer };
  return [...seen.filter(({ id }) => id !== SECURITY), security];
}

const SECURITY = 'security';

type Place = Pick<Fulfilment, 'projectId' | 'issueTypeId'>;

/** The fields of that form but for those the app fills; none until Jira has told them, or where the viewer may create nothing there. */
export function useCreateScreen(place: Place): readonly CreateField[] {
  const { loaded } = useLoad(`${place.projectId}:${place.issueTypeId}`, async () =>
    withSecurity(place, await loadCreateScreen(place)),
  );
  return loaded.state === 'ready' ? loaded.value : [];
}
