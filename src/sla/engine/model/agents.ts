import type { AgentsRule } from './agents-schema';
export type { AgentsRule };

/** What holds where nobody chose: Jira answers it about anybody, and it needs nothing set up. */
export const DEFAULT_AGENTS: AgentsRule = { by: 'assignable' };
