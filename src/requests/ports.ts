import type { requestPorts } from './forge-ports';

/** Who acts, as Forge vouches for it. */
export interface Person {
  readonly accountId: string;
  readonly now: number;
  groups(): Promise<readonly string[] | null>;
}

/** What requests need of others, handed in at the edge: a use case says which of it. */
export type RequestPorts = typeof requestPorts;
export type CreatePorts = Pick<
  RequestPorts,
  'createAsApp' | 'issueOfRequest' | 'createFields' | 'namesOf' | 'pause'
>;
