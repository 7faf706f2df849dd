import type { Profile } from '../../platform/jira/people/profile';

/** Someone who looks at the catalog; their groups are asked of Jira only when some item depends on them; `null` where it does not tell. */
export interface Visitor {
  readonly accountId: string;
  /** Who looks in their place, where they let somebody order for them. */
  readonly by?: string | undefined;
  groups(): Promise<readonly string[] | null>;
  /** What Jira tells them of themselves, who may hide it from the app; left out of those for whom nobody can ask. */
  profile?(): Promise<Profile | null>;
  /** Whether a JQL finds them a work item; left out of those for whom nobody can search. */
  finds?(jql: string): Promise<boolean>;
}
