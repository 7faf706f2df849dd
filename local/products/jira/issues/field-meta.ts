import { type Actor } from '../../../kernel/types.ts';
import { componentBean, issueTypeBean, priorityBean, projectBean, resolutionBean } from '../catalog/beans.ts';
import { components, priorities, project, resolutions, typesOfProject } from '../catalog/catalog.ts';
import { type Field, optionsOf, schemaBean } from '../fields/definitions.ts';
import { optionBean } from '../fields/reference-kinds.ts';
import { securityLevelBean, settableLevels } from '../permissions/security.ts';
import { type Site } from '../site.ts';

/** The values a field may take, where they can be listed. */
function allowedValues(site: Site, actor: Actor, projectId: number, field: Field): object[] | undefined {
  switch (field.kind) {
    case 'priority':
      return priorities(site).map((one) => priorityBean(site, one));
    case 'resolution':
      return resolutions(site).map((one) => resolutionBean(site, one));
    case 'security':
      return settableLevels(site, actor, projectId).map((one) => securityLevelBean(site, one));
    case 'components':
      return components(site, projectId).map((one) => componentBean(site, one));
    case 'issuetype':
      return typesOfProject(site, projectId).map((one) => issueTypeBean(site, one));
    case 'project': {
      const own = project(site, String(projectId));
      return own ? [projectBean(site, own)] : [];
    }
    case 'select':
    case 'multiselect':
      return optionsOf(site, field.id)
        .filter((option) => option.disabled === 0)
        .map((option) => optionBean(site, option));
    default:
      return undefined;
  }
}

/** A field as create and edit metadata describe it. */
export function operationsOf(
  site: Site,
  actor: Actor,
  projectId: number,
  field: Field,
  required: boolean,
): object {
  const values = allowedValues(site, actor, projectId, field);
  const many = field.schema.type === 'array';
  const priority = field.kind === 'priority' ? priorities(site).find((one) => one.id === '3') : undefined;
  return {
    required,
    schema: schemaBean(field),
    name: field.name,
    key: field.id,
    hasDefaultValue: priority !== undefined,
    operations: many ? ['add', 'set', 'remove'] : ['set'],
    ...(values ? { allowedValues: values } : {}),
    ...(priority ? { defaultValue: priorityBean(site, priority) } : {}),
    ...(field.schema.type === 'user'
      ? { autoCompleteUrl: `${site.baseUrl}/rest/api/3/user/search?query=` }
      : {}),
  };
}
