/** Who counts as an agent on this site: those whose comments answer a request. */

export type AgentsRule =
  /** Whoever may be assigned in the space. */
  | { readonly by: 'assignable' }
  /** Whoever is in one of these project roles of the space; names as they were when they were chosen. */
  | { readonly by: 'roles'; readonly roles: readonly { readonly id: string; readonly name: string }[] }
  /** Whoever is in one of these groups. */
  | { readonly by: 'groups'; readonly groups: readonly string[] };

/** What holds where nobody chose: Jira answers it about anybody, and it needs nothing set up. */
export const DEFAULT_AGENTS: AgentsRule = { by: 'assignable' };
