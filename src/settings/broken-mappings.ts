import type { FieldMapping, Item } from '../catalog/domain/model';
import type { CreateField } from '../platform/jira/issues/create-fields';
import type { Params } from '../kernel/finding';
import type { HealthRow } from './domain/answers';
import type { MAPPING_CODES } from './domain/health-codes';
import { namesOf } from './item-names';

/** Always set by the app, or by Jira itself. */
const FILLED: readonly string[] = ['project', 'issuetype', 'summary', 'reporter', 'description', 'priority'];

/** What of an item's mapping Jira would refuse, given its create screen (`null`: nothing can be created there). */
export function brokenMappings(item: Item, fields: readonly CreateField[] | null): readonly HealthRow[] {
  const { fulfilment } = item.content;
  if (fields === null) return [broken(item, 'noProject', { project: fulfilment.projectKey })];
  const byId = new Map(fields.map((field) => [field.fieldId, field]));
  const mapped = new Set(fulfilment.mappings.map((mapping) => mapping.jiraField));
  return [
    ...[...mapped].filter((id) => !byId.has(id)).map((field) => broken(item, 'fieldNotOnScreen', { field })),
    ...fields
      .filter(
        (field) =>
          field.required &&
          !field.hasDefaultValue &&
          !FILLED.includes(field.fieldId) &&
          !mapped.has(field.fieldId),
      )
      .map((field) => broken(item, 'requiredNotMapped', { field: field.name || field.fieldId })),
    ...fulfilment.mappings.flatMap((mapping) =>
      unknownValues(mapping, byId.get(mapping.jiraField), item).map((value) =>
        broken(item, 'unknownValue', {
          field: byId.get(mapping.jiraField)?.name || mapping.jiraField,
          value,
        }),
      ),
    ),
  ];
}

/** Values the mapping can produce that the field does not offer (any more). */
function unknownValues(mapping: FieldMapping, field: CreateField | undefined, item: Item): readonly string[] {
  if (!field?.allowedValues || field.schema.items === 'string') return [];
  const offered = new Set(
    field.allowedValues.flatMap((one) => [one.id, one.name, one.value].filter((text) => text !== undefined)),
  );
  return possibleValues(mapping, item).filter((value) => !offered.has(value));
}

function possibleValues({ source, valueMap }: FieldMapping, item: Item): readonly string[] {
  if (source.kind === 'constant') return [source.value];
  if (source.kind === 'template') return [];
  const options = item.content.form.find((field) => field.id === source.field)?.options ?? [];
  return options.map((option) => valueMap?.[option.id] ?? option.id);
}

const broken = (item: Item, code: (typeof MAPPING_CODES)[number], params: Params): HealthRow => ({
  code: `mapping.${code}`,
  severity: 'error',
  whose: `item:${item.id}`,
  at: '',
  params: { ...namesOf(item), ...params },
});
