import * as v from 'valibot';
import { named, worded } from '../kit/controls';
import { listJira } from '../shared/list-jira';
import { askJira } from '../shared/product';
import { t } from '../shared/i18n';
import { type FieldCatalog, fieldCatalog } from './model/field-catalog';

const Named = v.object({ id: v.string(), name: v.string() });
const Statuses = v.array(
  v.object({ ...Named.entries, statusCategory: v.optional(v.object({ key: v.string() })) }),
);
const Fields = v.array(v.object({ id: v.string(), name: v.string(), custom: v.boolean() }));
const Project = v.object({ ...Named.entries, key: v.string() });

/** System fields a condition can ask for, beside the custom ones. */
const SYSTEM_FIELDS = [
  'issuetype',
  'status',
  'priority',
  'resolution',
  'assignee',
  'reporter',
  'labels',
  'components',
];

/** Reads Jira's fields and their values as the viewer: free for the app, and nothing the viewer may not see. */
export async function loadFieldCatalog(): Promise<FieldCatalog> {
  const [fields, priorities, statuses, issueTypes, resolutions, projects] = await Promise.all([
    askJira('/rest/api/3/field', Fields),
    listJira('/rest/api/3/priority/search', Named),
    askJira('/rest/api/3/status', Statuses),
    askJira('/rest/api/3/issuetype', v.array(Named)),
    listJira('/rest/api/3/resolution/search', Named),
    listJira('/rest/api/3/project/search', Project),
  ]);
  const asked = fields
    .filter((field) => field.custom || SYSTEM_FIELDS.includes(field.id))
    // Definitions name the project of an issue by its id.
    .map((field) => (field.id === 'project' ? { ...field, id: 'projectId' } : field));
  return fieldCatalog(
    [
      // What Jira calls `project` is read from its history by id, so conditions ask for `projectId`.
      { value: 'projectId', label: t('settings.fulfilment.project') },
      ...named(asked),
      { value: 'statusCategory', label: t('settings.statusCategory') },
    ],
    {
      priority: named(priorities),
      status: named(statuses),
      issuetype: named(issueTypes),
      resolution: named(resolutions),
      project: named(projects),
      projectId: named(projects),
      statusCategory: worded('settings.statusCategory', ['new', 'indeterminate', 'done']),
    },
    Object.fromEntries(projects.map((project) => [project.id, project.key])),
    Object.fromEntries(statuses.map(({ id, statusCategory }) => [id, statusCategory?.key ?? ''])),
  );
}
