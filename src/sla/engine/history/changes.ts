/** Changelog items as before and after values of a field. */
import type { FieldChange, FieldValue } from '../model';
import type { ChangelogItem, StatusCategories } from './schema';

/** One item per value added or removed, instead of the whole value. */
const PER_VALUE_FIELDS = new Set(['components', 'fixVersions', 'versions']);

const FIELD_NAMES: Readonly<Record<string, string>> = {
  project: 'projectId',
  component: 'components',
  'fix version': 'fixVersions',
  version: 'versions',
  'issue type': 'issuetype',
};

/** The name a definition uses for the field of an item. */
export const fieldOfItem = (item: ChangelogItem): string => {
  const raw = item.fieldId ?? item.field;
  return FIELD_NAMES[raw.toLowerCase()] ?? raw;
};

/** Ids in one side of an item: `10001`, `[10001, 10002]`, `1, 2`, labels by blanks, dates and texts as they are. */
const valuesOf = (field: string, id: string | null, text: string | null): FieldValue => {
  if (field === 'labels') return (text ?? '').split(' ').filter((label) => label !== '');
  if (id !== null && id !== '') {
    if (/^\[.*\]$/.test(id)) return splitIds(id.slice(1, -1));
    return /^\d+(, ?\d+)+$/.test(id) ? splitIds(id) : [id];
  }
  return text === null || text === '' ? [] : [text];
};

const splitIds = (ids: string): FieldValue =>
  ids
    .split(',')
    .map((id) => id.trim())
    .filter((id) => id !== '');

/**
 * What an item changed, given the value the field had after it (for fields written one value an item,
 * Jira tells only the difference). The item's own words win over `after`.
 */
export const changeOfItem = (item: ChangelogItem, after: FieldValue): FieldChange => {
  const field = fieldOfItem(item);
  const from = valuesOf(field, item.from, item.fromText);
  const to = valuesOf(field, item.to, item.toText);
  if (!PER_VALUE_FIELDS.has(field)) return { field, from, to };
  const added = new Set(to);
  return { field, from: [...after.filter((value) => !added.has(value)), ...from], to: after };
};

/** The same, read forwards: from the value the field had before. */
export const changeOfItemAfter = (item: ChangelogItem, before: FieldValue): FieldChange => {
  const field = fieldOfItem(item);
  const from = valuesOf(field, item.from, item.fromText);
  const to = valuesOf(field, item.to, item.toText);
  if (!PER_VALUE_FIELDS.has(field)) return { field, from, to };
  const removed = new Set(from);
  return { field, from: before, to: [...before.filter((value) => !removed.has(value)), ...to] };
};

/** A status change also changes the category, in the same instant. */
export const withCategory = (
  changes: readonly FieldChange[],
  categories: StatusCategories,
): readonly FieldChange[] => {
  const status = changes.find(({ field }) => field === 'status');
  if (status === undefined) return changes;
  const categoryOf = (value: FieldValue): FieldValue =>
    value.flatMap((id) => (categories[id] === undefined ? [] : [categories[id]]));
  const from = categoryOf(status.from);
  const to = categoryOf(status.to);
  if (sameValue(from, to)) return changes;
  return [...changes, { field: 'statusCategory', from, to }];
};

/** Whether two values are the same set: Jira gives no order to several values. */
export const sameValue = (left: FieldValue, right: FieldValue): boolean =>
  left.length === right.length && left.every((value) => right.includes(value));
