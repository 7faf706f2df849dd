import { type Kind, NOTHING, refuse, single } from '../fields/kind.ts';
import { type Site } from '../site.ts';

/** What customers ask for in the portal of a service project: it stands over an issue type. */
interface RequestType {
  readonly id: string;
  readonly project_id: number;
  readonly issue_type_id: string;
  readonly name: string;
  readonly description: string;
}

export const requestTypes = (site: Site, projectId: number): RequestType[] =>
  site.sql.all('select * from jira_request_types where project_id = ? order by cast(id as integer)', [
    projectId,
  ]);

/** The service desk of a project has a number of its own. */
export const deskIdOf = (projectId: number): string => String(projectId - 10_000);

/** A request type as Service Management shows it. */
export function requestTypeBean(site: Site, type: RequestType): object {
  const serviceDeskId = deskIdOf(type.project_id);
  const self = `${site.baseUrl}/rest/servicedeskapi/servicedesk/${serviceDeskId}/requesttype/${type.id}`;
  return {
    _expands: ['field'],
    id: type.id,
    _links: { self },
    name: type.name,
    description: type.description,
    helpText: '',
    issueTypeId: type.issue_type_id,
    serviceDeskId,
    portalId: serviceDeskId,
    groupIds: [],
  };
}

/** The field of the request type takes its id as text; without it a request is not in the portal. */
export const requestTypeKind: Kind = single(
  (raw, { site, projectId }) =>
    requestTypes(site, projectId).find(({ id }) => id === raw)?.id ??
    refuse('The request type is not valid for this project.'),
  {
    bean: (stored, site) => {
      const id = typeof stored === 'string' ? stored : '';
      const type = site.sql.one<RequestType>('select * from jira_request_types where id = ?', [id]);
      return type ? { requestType: requestTypeBean(site, type) } : null;
    },
    label: (stored) => (typeof stored === 'string' ? { id: stored, text: stored } : NOTHING),
  },
);

interface Defined extends Pick<RequestType, 'id' | 'name'> {
  readonly description?: string | undefined;
  readonly issueTypeId: string;
}

export const defineRequestType = (site: Site, projectId: number, type: Defined): void =>
  site.sql.put('jira_request_types', [
    type.id,
    projectId,
    type.issueTypeId,
    type.name,
    type.description ?? '',
  ]);
