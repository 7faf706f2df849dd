import * as v from 'valibot';
import { askJira } from '../../shared/product';

const Space = v.object({ projectTypeKey: v.optional(v.string()) });

/** Whether a space is one of Service Management, whose approvals are Jira's own. Throws `ProductFailed`. */
export async function isServiceDesk(projectId: string): Promise<boolean> {
  if (projectId === '') return false;
  return (
    (await askJira(`/rest/api/3/project/${encodeURIComponent(projectId)}`, Space)).projectTypeKey ===
    'service_desk'
  );
}
