import { membersOfGroup } from '../../platform/jira/people/group-members';
import { peopleNow, tellsViewers, viewersOf } from '../../platform/jira/people/people';
import { actorsOfRole } from '../../platform/jira/people/project-roles';
import type { Directory } from './directory';

/** What Jira tells the app of people. */
export const jiraDirectory: Directory = {
  people: peopleNow,
  viewers: viewersOf,
  tellsViewers,
  membersOfGroup,
  actorsOfRole,
};
