import { account } from '../company/accounts';
import { GROUP } from '../company/ids';
import { PEOPLE, ROLE_GRANTS } from '../company/people';
import type { DemoSite } from './site';

/** Accounts, groups and the permissions that hold for the whole site. */
export function applyPeople({ jira }: DemoSite): void {
  for (const person of PEOPLE) {
    jira.users.create({
      accountId: person.accountId,
      displayName: person.displayName,
      email: person.email,
      locale: person.locale,
      timeZone: person.timeZone,
      products: person.jira ? ['jira', 'confluence'] : ['confluence'],
      groups: person.groups,
    });
  }
  jira.users.addToGroup('jira-administrators', account('admin'));
  jira.grantGlobal('ADMINISTER', { kind: 'group', who: GROUP.admins });
}

/** The app's own permissions, which exist once its modules are registered. */
export function grantAppRoles({ jira, permissionKeys }: DemoSite): void {
  for (const { permission, accountId } of ROLE_GRANTS) {
    const key = permissionKeys.find((candidate) => candidate.endsWith(permission));
    if (key) jira.grantGlobal(key, { kind: 'user', who: accountId });
  }
}
