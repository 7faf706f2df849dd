import { type Site } from '../site.ts';
import { type FieldKind } from '../types.ts';

export type SystemKind =
  | 'summary'
  | 'adf'
  | 'issuetype'
  | 'project'
  | 'status'
  | 'priority'
  | 'resolution'
  | 'person'
  | 'components'
  | 'parent'
  | 'stamp'
  | 'list'
  | 'comment';

/** A field of issues: Jira's own, or a custom one. */
export interface Field {
  readonly id: string;
  readonly name: string;
  readonly kind: FieldKind | SystemKind;
  readonly custom: boolean;
  readonly readOnly: boolean;
  readonly appKey: string | null;
  readonly schema: { readonly type: string; readonly items?: string };
}

const system = (id: string, name: string, kind: Field['kind'], type: string, items?: string): Field => ({
  id,
  name,
  kind,
  custom: false,
  readOnly: false,
  appKey: null,
  schema: items ? { type, items } : { type },
});

export const SYSTEM_FIELDS: readonly Field[] = [
  system('summary', 'Summary', 'summary', 'string'),
  system('issuetype', 'Issue Type', 'issuetype', 'issuetype'),
  system('project', 'Project', 'project', 'project'),
  system('parent', 'Parent', 'parent', 'issuelink'),
  system('description', 'Description', 'adf', 'doc'),
  system('environment', 'Environment', 'adf', 'doc'),
  system('status', 'Status', 'status', 'status'),
  system('statuscategorychangedate', 'Status Category Changed', 'stamp', 'datetime'),
  system('priority', 'Priority', 'priority', 'priority'),
  system('resolution', 'Resolution', 'resolution', 'resolution'),
  system('resolutiondate', 'Resolved', 'stamp', 'datetime'),
  system('assignee', 'Assignee', 'person', 'user'),
  system('reporter', 'Reporter', 'person', 'user'),
  system('creator', 'Creator', 'person', 'user'),
  system('created', 'Created', 'stamp', 'datetime'),
  system('updated', 'Updated', 'stamp', 'datetime'),
  system('duedate', 'Due date', 'date', 'date'),
  system('labels', 'Labels', 'labels', 'array', 'string'),
  system('components', 'Components', 'components', 'array', 'component'),
  system('issuelinks', 'Linked Issues', 'list', 'array', 'issuelinks'),
  system('subtasks', 'Sub-tasks', 'list', 'array', 'issuelinks'),
  system('attachment', 'Attachment', 'list', 'array', 'attachment'),
  system('comment', 'Comment', 'comment', 'comments-page'),
];

/** The schema type, the element type, and Jira's key of each custom kind. */
const CUSTOM: Readonly<Record<FieldKind, readonly [type: string, items: string | undefined, key: string]>> = {
  text: ['string', undefined, 'textfield'],
  textarea: ['doc', undefined, 'textarea'],
  number: ['number', undefined, 'float'],
  url: ['string', undefined, 'url'],
  date: ['date', undefined, 'datepicker'],
  datetime: ['datetime', undefined, 'datetime'],
  select: ['option', undefined, 'select'],
  multiselect: ['array', 'option', 'multiselect'],
  user: ['user', undefined, 'userpicker'],
  users: ['array', 'user', 'multiuserpicker'],
  labels: ['array', 'string', 'labels'],
};

interface Row {
  readonly id: string;
  readonly name: string;
  readonly kind: FieldKind;
  readonly read_only: number;
  readonly app_key: string | null;
}

function toField(row: Row): Field {
  const [type, items] = CUSTOM[row.kind];
  const schema = { type: type === 'doc' ? 'string' : type, ...(items ? { items } : {}) };
  return {
    id: row.id,
    name: row.name,
    kind: row.kind,
    custom: true,
    readOnly: row.read_only === 1,
    appKey: row.app_key,
    schema,
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
  if (!field.custom)
    return {
      ...field.schema,
      type: field.schema.type === 'doc' ? 'string' : field.schema.type,
      system: field.id,
    };
  const key = CUSTOM[field.kind as FieldKind][2];
  return {
    ...field.schema,
    // The type of a field that an app declares is the module itself.
    custom: field.appKey ?? `com.atlassian.jira.plugin.system.customfieldtypes:${key}`,
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
