/** Who counts as an agent: a version of the definitions, as comments are judged by it. */
import type { AgentsRule } from '../domain/agents/model';
import { changeDefinitions, type Changed, type Editor } from './change-definitions';

/** @throws CONFLICT when `version` is not the stored one. */
export const saveAgents = (version: number, agents: AgentsRule, editor: Editor): Promise<Changed> =>
  changeDefinitions(
    {
      version,
      action: 'sla.agents.saved',
      subject: 'agents',
      subjectName: 'Agents',
      apply: (current) => ({ ...current, agents }),
    },
    editor,
  );
