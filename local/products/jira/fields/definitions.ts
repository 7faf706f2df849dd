import { type Site } from '../site.ts';
import { type FieldKind } from '../types.ts';
import table from './fields.json';

/** A field of issues: Jira's own, or a custom one. */
export interface Field {
  readonly id: string;
  readonly name: string;
  /** The name of its kind in `kinds.ts`; what has none there Jira writes itself. */
  readonly kind: string;
  readonly custom: boolean;
  readonly readOnly: boolean;
  readonly appKey: string | null;
  readonly schema: { readonly type: string; readonly items: string | undefined };
}

const ORDINARY = { custom: false, readOnly: false, appKey: null };

export const SYSTEM_FIELDS: readonly Field[] = table.system.map(
  ([id = '', name = '', kind = '', type = '', items]) => ({
    id,
    name,
    kind,
    ...ORDINARY,
    schema: { type, items },
  }),
);

/** Jira's key, the schema type and the element type of each custom kind. */
const CUSTOM: Readonly<Record<FieldKind, readonly string[]>> = table.custom;

interface Row extends Pick<Field, 'id' | 'name'> {
  readonly kind: FieldKind;
  readonly read_only: number;
  readonly app_key: string | null;
}

function toField({ id, name, kind, read_only, app_key }: Row): Field {
  const [, type = '', items] = CUSTOM[kind];
  return {
    id,
    name,
    kind,
    custom: true,
    readOnly: read_only === 1,
    appKey: app_key,
    schema: { type, items },
  };
}

export const customFields = (site: Site): Field[] =>
  site.sql.all<Row>('select * from jira_fields order by id').map(toField);

export const allFields = (site: Site): Field[] => [...SYSTEM_FIELDS, ...customFields(site)];

/** A field by its id, or by the key under which an app declared it. */
export function fieldOf(site: Site, idOrKey: string): Field | undefined {
  const own = SYSTEM_FIELDS.find((field) => field.id === idOrKey);
  if (own) return own;
  const row = site.sql.one<Row>('select * from jira_fields where id = ? or app_key = ?', [idOrKey, idOrKey]);
  return row && toField(row);
}

export const customIdOf = (field: Field): number => Number(field.id.replace('customfield_', ''));

/** The schema as REST shows it. */
export function schemaBean(field: Field): object {
  if (!field.custom) return { ...field.schema, system: field.id };
  const [key = ''] = CUSTOM[field.kind as FieldKind];
  const type = key.includes(':') ? key : `com.atlassian.jira.plugin.system.customfieldtypes:${key}`;
  return {
    ...field.schema,
    // The type of a field that an app declares is the module itself.
    custom: field.appKey ?? type,
    customId: customIdOf(field),
  };
}

export interface Option {
  readonly id: string;
  readonly value: string;
  readonly disabled: number;
}

export const optionsOf = (site: Site, fieldId: string): Option[] =>
  site.sql.all('select id, value, disabled from jira_options where field_id = ? order by position, id', [
    fieldId,
  ]);
export const optionById = (site: Site, id: string): Option | undefined =>
  site.sql.one('select id, value, disabled from jira_options where id = ?', [id]);
