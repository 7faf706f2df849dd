import { account } from './accounts';
import { GROUP } from './ids';
import type { Person } from './types';

const person = (
  name: string,
  displayName: string,
  place: 'Berlin' | 'Moscow',
  title: string,
  groups: readonly string[],
): Person => ({
  accountId: account(name),
  displayName,
  email: `${name}@example.com`,
  timeZone: place === 'Berlin' ? 'Europe/Berlin' : 'Europe/Moscow',
  locale: place === 'Berlin' ? 'en-US' : 'ru-RU',
  groups,
  jira: groups.length > 0,
  title,
});

/** The ten people of the company; Alice comes first: she is who a newcomer is. */
export const PEOPLE: readonly Person[] = [
  person('alice', 'Alice Berger', 'Berlin', 'Product designer', [GROUP.staff]),
  person('boris', 'Борис Волков', 'Moscow', 'Менеджер по продажам', [GROUP.staff]),
  person('ingrid', 'Ingrid Lindqvist', 'Berlin', 'IT service desk', [GROUP.staff, GROUP.it]),
  person('hugo', 'Hugo Martin', 'Berlin', 'People operations', [GROUP.staff, GROUP.hr]),
  person('fatima', 'Fatima Haddad', 'Berlin', 'Facilities', [GROUP.staff, GROUP.facility]),
  person('felix', 'Felix Baumann', 'Berlin', 'Accounting', [GROUP.staff, GROUP.finance]),
  person('maria', 'Maria Keller', 'Berlin', 'Head of Product', [GROUP.staff, GROUP.managers]),
  {
    ...person('sergey', 'Сергей Орлов', 'Moscow', 'Service level manager', [GROUP.staff]),
    locale: 'ru-RU',
  },
  person('admin', 'Ada Admin', 'Berlin', 'Jira administrator', [GROUP.staff, GROUP.admins]),
  person('olga', 'Ольга Смирнова', 'Moscow', 'Внешний аудитор', []),
];

/** The app's own permissions beside those its manifest grants by default. */
export const ROLE_GRANTS: readonly { readonly permission: string; readonly accountId: string }[] = [
  { permission: 'pledge-sla-manager', accountId: account('sergey') },
  { permission: 'pledge-catalog-manager', accountId: account('sergey') },
  { permission: 'pledge-knowledge-mgr', accountId: account('ingrid') },
];
