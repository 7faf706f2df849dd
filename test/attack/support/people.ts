/** Who tries what: one person for each standing of the permission matrix. */
import type { LocalSite } from '../../../local/server';

export const PEOPLE = [
  'requester',
  'other',
  'approver',
  'agent',
  'catalogManager',
  'slaManager',
  'knowledgeManager',
  'auditor',
  'pledgeAdmin',
  'jiraAdmin',
  'reader',
  'anonymous',
] as const;
export type Person = (typeof PEOPLE)[number];

/** Whose the objects of a call are. */
export const OWNERS = ['requester', 'other'] as const;
export type Owner = (typeof OWNERS)[number];

const ROLE: Partial<Readonly<Record<Person, string>>> = {
  catalogManager: 'pledge-catalog-manager',
  slaManager: 'pledge-sla-manager',
  knowledgeManager: 'pledge-knowledge-mgr',
  auditor: 'pledge-auditor',
  pledgeAdmin: 'pledge-admin',
};
const GROUPS: Partial<Readonly<Record<Person, readonly string[]>>> = {
  approver: ['managers'],
  agent: ['hr-agents'],
  jiraAdmin: ['jira-administrators', 'site-admins'],
};

/** As Atlassian's are. Nobody is signed in as the anonymous. */
export const accountOf = (person: Person): string =>
  person === 'anonymous'
    ? ''
    : `712020:a77ac000-0000-4000-8000-${String(PEOPLE.indexOf(person)).padStart(12, '0')}`;

/** Accounts, groups and permissions; needs the demo company's groups. */
export function admitPeople({ jira, permissionKeys }: LocalSite): void {
  for (const person of PEOPLE) {
    if (person === 'anonymous') continue;
    const accountId = accountOf(person);
    const inJira = person !== 'reader';
    jira.users.create({
      accountId,
      displayName: `Attack ${person}`,
      email: `attack-${person.toLowerCase()}@example.com`,
      locale: 'en-US',
      timeZone: 'Europe/Berlin',
      products: inJira ? ['jira', 'confluence'] : ['confluence'],
      groups: inJira ? ['pledge-staff', ...(GROUPS[person] ?? [])] : [],
    });
    const role = ROLE[person];
    const permission = permissionKeys.find((key) => role !== undefined && key.endsWith(role));
    if (permission !== undefined) jira.grantGlobal(permission, { kind: 'user', who: accountId });
  }
}
