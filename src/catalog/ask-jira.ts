import type { AskJira } from './publish-item';
import { peopleGone } from '../platform/jira/people/people';
import { statusesByType } from '../platform/jira/projects/type-statuses';

/** Asks Jira of the people and statuses that catalog items name: in one call for the people, and one a project. */
export const askJira: AskJira = async (contents) => {
  const people = contents.flatMap(({ owner, approvals }) => [
    owner,
    ...approvals.flatMap((step) => step.approvers),
  ]);
  const projectIds = [...new Set(contents.map(({ fulfilment }) => fulfilment.projectId))].filter(Boolean);
  const [gone, statuses] = await Promise.all([
    peopleGone(people),
    Promise.all(projectIds.map(async (id) => [id, await statusesByType(id)] as const)),
  ]);
  const byProject = new Map(statuses);
  return ({ fulfilment: { projectId, issueTypeId } }) => ({
    gone,
    statusIds: byProject.get(projectId)?.get(issueTypeId) ?? null,
  });
};
