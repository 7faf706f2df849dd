import type { requestPorts } from './forge-ports';

/** Who acts, as Forge vouches for it; or for whom, where they let somebody order for them. */
export interface Person {
  readonly accountId: string;
  /** Who acts in their place. */
  readonly by?: string | undefined;
  readonly now: number;
  groups(): Promise<readonly string[] | null>;
  /** Whether a JQL finds them a work item; left out of those for whom nobody can search. */
  finds?(jql: string): Promise<boolean>;
}

/** What requests need of others, handed in at the edge: a use case says which of it. */
export type RequestPorts = typeof requestPorts;
export type CreatePorts = Pick<
  RequestPorts,
  'createAsApp' | 'issueOfRequest' | 'createFields' | 'namesOf' | 'pause'
>;
