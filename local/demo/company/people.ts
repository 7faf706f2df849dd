import * as v from 'valibot';
import { readData } from '../data';
import { account } from './accounts';

const PLACES = {
  Berlin: { timeZone: 'Europe/Berlin', locale: 'en-US' },
  Moscow: { timeZone: 'Europe/Moscow', locale: 'ru-RU' },
} as const;

const schema = v.looseObject({
  people: v.array(
    v.strictObject({
      name: v.string(),
      displayName: v.string(),
      place: v.picklist(['Berlin', 'Moscow']),
      groups: v.array(v.string()),
    }),
  ),
  roleGrants: v.array(v.strictObject({ permission: v.string(), accountId: v.string() })),
});

const { people, roleGrants } = readData('company.yml', schema);

/** The ten people of the company. Somebody of no group reads the wiki without a Jira licence. */
export const PEOPLE = people.map(({ name, place, ...person }) => ({
  ...person,
  ...PLACES[place],
  accountId: account(name),
  email: `${name}@example.com`,
  jira: person.groups.length > 0,
}));

/** The app's own permissions beside those its manifest grants by default. */
export const ROLE_GRANTS = roleGrants;
