/** Values of a work item's fields as Jira is given them, in people's words. */
import { plainText } from '../../../../src/kernel/adf';
import { formatDateTime, formatLocalDate } from '../../../shared/dates';
import type { FieldCatalog } from '../../model/field-catalog';

type Fields = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Fields => typeof value === 'object' && value !== null;

/** The accounts that fields name. */
export const accountsIn = (value: unknown): readonly string[] => {
  if (!isObject(value)) return [];
  if (typeof value['accountId'] === 'string') return [value['accountId']];
  return Object.values(value).flatMap(accountsIn);
};

/** A value of a field; things by their names as far as these are known, days and instants as they are read here. */
export function fieldText(
  fieldId: string,
  value: unknown,
  catalog: FieldCatalog,
  nameOf: (accountId: string) => string,
): string {
  if (Array.isArray(value))
    return value.map((member) => fieldText(fieldId, member, catalog, nameOf)).join(', ');
  if (!isObject(value)) return plainValue(fieldId, String(value), catalog);
  const { accountId, id, name, value: option } = value;
  if (typeof accountId === 'string') return nameOf(accountId);
  if (value['type'] === 'doc') return plainText(value);
  const said = [id, name, option].find((each) => typeof each === 'string');
  return typeof said === 'string' ? catalog.valueName(fieldId, said) : JSON.stringify(value);
}

function plainValue(fieldId: string, text: string, catalog: FieldCatalog): string {
  if (/^\d{4}-\d\d-\d\d$/.test(text)) return formatLocalDate(text);
  const instant = /^\d{4}-\d\d-\d\dT.*\+0000$/.test(text) ? Date.parse(text.replace('+0000', 'Z')) : NaN;
  return Number.isNaN(instant) ? catalog.valueName(fieldId, text) : formatDateTime(instant);
}
