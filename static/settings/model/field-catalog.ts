/** Names of Jira's fields and of their values, so that conditions read in Jira's words. */
export interface FieldOption {
  readonly value: string;
  readonly label: string;
}

export interface FieldCatalog {
  /** Fields a condition may ask for. */
  readonly fields: readonly FieldOption[];
  readonly fieldName: (id: string) => string;
  /** Known values of a field; empty when it is free text. */
  readonly valuesOf: (fieldId: string) => readonly FieldOption[];
  readonly valueName: (fieldId: string, value: string) => string;
  readonly projectKey: (projectId: string) => string;
  /** `new`, `indeterminate` or `done`; undefined for a status nobody knows. */
  readonly categoryOf: (statusId: string) => string | undefined;
}

/** Builds a catalog from field names and their known values; an unknown id is shown as it is. */
export function fieldCatalog(
  fields: readonly FieldOption[],
  values: Readonly<Record<string, readonly FieldOption[]>>,
  projectKeys: Readonly<Record<string, string>> = {},
  categories: Readonly<Record<string, string>> = {},
): FieldCatalog {
  const names = new Map(fields.map((field) => [field.value, field.label]));
  return {
    fields,
    fieldName: (id) => names.get(id) ?? id,
    valuesOf: (fieldId) => values[fieldId] ?? [],
    projectKey: (projectId) => projectKeys[projectId] ?? '',
    categoryOf: (statusId) => categories[statusId],
    valueName: (fieldId, value) => values[fieldId]?.find((option) => option.value === value)?.label ?? value,
  };
}
