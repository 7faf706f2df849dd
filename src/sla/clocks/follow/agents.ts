/** Who counts as an agent, by the site's rule, asked of Jira as the app. */
import { groupsOf } from '../../../platform/jira/people/groups';
import { isAssignable, mayAskAssignable } from '../../../platform/jira/people/assignable';
import { actorsOfRole } from '../../../platform/jira/people/project-roles';
import { log } from '../../../platform/log';
import { remembered } from '../../../platform/remembered';
import { JiraRefused } from '../../../kernel/errors';
import { type AgentsRule, DEFAULT_AGENTS } from '../../engine/model/agents';
import { groupsInComments } from '../../engine/history/comment-groups';
import type { Standing } from '../../engine/history/judge-comments';
import type { SlaDefinitions } from '../../engine/model';

const groupsNow = (accountId: string): Promise<readonly string[]> =>
  remembered(`groups ${accountId}`, () => groupsOf(accountId));

async function isAgent(rule: AgentsRule, accountId: string, projectId: string): Promise<boolean> {
  switch (rule.by) {
    case 'assignable':
      if (await remembered(`assignable ${projectId} ${accountId}`, () => isAssignable(projectId, accountId)))
        return true;
      // Nobody is what Jira answers as well to who may not ask.
      if (await remembered(`asks ${projectId}`, () => mayAskAssignable(projectId))) return false;
      throw new JiraRefused(403, []);
    case 'groups':
      return (await groupsNow(accountId)).some((group) => rule.groups.includes(group));
    case 'roles': {
      const roles = await Promise.all(
        rule.roles.map(({ id }) => remembered(`role ${projectId} ${id}`, () => actorsOfRole(projectId, id))),
      );
      if (roles.some(({ users }) => users.includes(accountId))) return true;
      const named = new Set(roles.flatMap(({ groups }) => groups.map(({ groupId }) => groupId)));
      return named.size > 0 && (await groupsNow(accountId)).some((group) => named.has(group));
    }
  }
}

/**
 * What a person is in a space as of now: Jira keeps no history of it. `null` when Jira refuses to say: nobody is called an
 * agent, nor denied to be one for good, without an answer.
 */
export async function standingOf(
  accountId: string,
  projectId: string,
  definitions: SlaDefinitions,
): Promise<Standing | null> {
  const named = groupsInComments(definitions);
  try {
    const [agent, groups] = await Promise.all([
      isAgent(definitions.agents ?? DEFAULT_AGENTS, accountId, projectId),
      named.size === 0 ? [] : groupsNow(accountId),
    ]);
    return { agent, ...(named.size === 0 ? {} : { groups: groups.filter((group) => named.has(group)) }) };
  } catch (error) {
    if (!(error instanceof JiraRefused)) throw error;
    log.warn('sla.agents.refused', { projectId, status: error.status });
    return null;
  }
}
