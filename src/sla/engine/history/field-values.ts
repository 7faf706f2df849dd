/** Jira's many shapes of a field, read as a list of ids. */
import type { FieldValue, Fields } from '../model';
import type { StatusCategories } from './schema';

/** What a definition calls a field, where Jira's REST calls it differently. */
const REST_NAMES: Readonly<Record<string, string>> = { projectId: 'project', statusCategory: 'status' };

/** The REST field to ask for, so that `field` can be read. */
export const restNameOf = (field: string): string => REST_NAMES[field] ?? field;

/** Id of one value: accounts by account id, choices by id, else the text itself. */
const idOf = (value: unknown): string | null => {
  if (value === null || value === undefined) return null;
  if (typeof value === 'string') return value === '' ? null : value;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (typeof value !== 'object') return null;
  const named = value as Readonly<Record<string, unknown>>;
  for (const key of ['accountId', 'id', 'groupId', 'value', 'key', 'name']) {
    const candidate = named[key];
    if (typeof candidate === 'string' || typeof candidate === 'number') return String(candidate);
  }
  return null;
};

/** A REST field value as ids: `[]` for an empty field, several for a multi-value one. */
export const fieldValueOf = (value: unknown): FieldValue => {
  const values = Array.isArray(value) ? (value as readonly unknown[]) : [value];
  return values.map(idOf).filter((id): id is string => id !== null);
};

/**
 * The named fields of an issue as they are now. `projectId` is the project's id; `statusCategory` follows
 * the status: from the table, else as the issue itself says.
 */
export const fieldsOfIssue = (
  fields: Readonly<Record<string, unknown>>,
  wanted: ReadonlySet<string>,
  categories: StatusCategories,
): Fields => {
  const read: Record<string, FieldValue> = {};
  for (const field of wanted) {
    if (field !== 'statusCategory') read[field] = fieldValueOf(fields[restNameOf(field)]);
  }
  if (wanted.has('statusCategory')) {
    const [status] = fieldValueOf(fields['status']);
    const known = status === undefined ? undefined : categories[status];
    const category = known ?? categoryInside(fields['status']);
    read['statusCategory'] = category === undefined ? [] : [category];
  }
  return read;
};

/** The category an issue's own `status` carries, if it does. */
export const categoryInside = (status: unknown): string | undefined => {
  if (typeof status !== 'object' || status === null || !('statusCategory' in status)) return undefined;
  const category: unknown = status.statusCategory;
  if (typeof category !== 'object' || category === null || !('key' in category)) return undefined;
  return typeof category.key === 'string' ? category.key : undefined;
};
