/** Who counts as an agent: a version of the definitions, as comments are judged by it. */
import type { AgentsRule } from '../engine/model/agents';
import { changeAndRecompute } from './change-and-recompute';
import type { Changed, Editor } from './change-definitions';

/** @throws CONFLICT when `version` is not the stored one. */
export const saveAgents = (version: number, agents: AgentsRule, editor: Editor): Promise<Changed> =>
  changeAndRecompute(
    {
      version,
      action: 'sla.agents.saved',
      subject: 'agents',
      apply: (current) => ({ ...current, agents }),
    },
    editor,
  );
