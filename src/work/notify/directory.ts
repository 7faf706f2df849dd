/** What telling people needs to know of them. */
import type { Language } from '../../kernel/text';
import type { Addressees } from './addressees';

export interface Person {
  readonly active: boolean;
  readonly name: string;
  /** `null` when Jira does not tell: people may hide it. */
  readonly language: Language | null;
}

export interface Directory {
  /** Those of the accounts that Jira knows. */
  readonly people: (accountIds: readonly string[]) => Promise<ReadonlyMap<string, Person>>;
  /** Which of some accounts may see a work item; `null` when Jira refuses to tell, nobody also when the app may not ask. */
  readonly viewers: (issueKey: string, accountIds: readonly string[]) => Promise<ReadonlySet<string> | null>;
  /** Whether nobody means nobody: Jira tells the app who sees a work item. */
  readonly tellsViewers: (issueKey: string) => Promise<boolean>;
  readonly membersOfGroup: (groupId: string) => Promise<readonly string[]>;
  readonly actorsOfRole: (projectId: string, roleId: string) => Promise<Addressees>;
}

/** What Jira tells of some accounts; nobody is not asked about. */
export const peopleOf = async (
  accountIds: readonly string[],
  { people }: Pick<Directory, 'people'>,
): Promise<ReadonlyMap<string, Person>> => (accountIds.length === 0 ? new Map() : people(accountIds));
