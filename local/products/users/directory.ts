import { createHash } from 'node:crypto';
import path from 'node:path';
import { type Actor, type Db } from '../../kernel/types.ts';
import { type Cell, openSql } from '../shared/sql.ts';

/** The account of the app's own system user. */
export const APP_ACCOUNT_ID = '557058:a99a99a9-0000-4000-8000-0000000000a9';

export type ProductName = 'jira' | 'confluence';

export interface User {
  readonly accountId: string;
  readonly displayName: string;
  readonly email: string;
  readonly accountType: 'atlassian' | 'app' | 'customer';
  readonly active: boolean;
  /** For example `en-US`. */
  readonly locale: string;
  /** IANA name. */
  readonly timeZone: string;
  readonly products: readonly ProductName[];
}

export interface Group {
  readonly groupId: string;
  readonly name: string;
}

export type NewUser = Pick<User, 'accountId' | 'displayName'> &
  Partial<User> & { readonly groups?: readonly string[] };

/** The people and groups of the site, shared by its products. */
export interface Users {
  /** Creates or replaces an account and puts it into the named groups, which come to be where absent. */
  create(user: NewUser): User;
  get(accountId: string): User | undefined;
  /** Everyone, by display name. */
  all(): readonly User[];
  createGroup(name: string): Group;
  group(nameOrId: string): Group | undefined;
  groups(): readonly Group[];
  groupsOf(accountId: string): readonly Group[];
  members(nameOrId: string): readonly User[];
  addToGroup(name: string, accountId: string): void;
}

interface UserRow {
  readonly account_id: string;
  readonly display_name: string;
  readonly email: string;
  readonly account_type: User['accountType'];
  readonly active: number;
  readonly locale: string;
  readonly time_zone: string;
  readonly products: string;
}

const toUser = (row: UserRow): User => ({
  accountId: row.account_id,
  displayName: row.display_name,
  email: row.email,
  accountType: row.account_type,
  active: row.active === 1,
  locale: row.locale,
  timeZone: row.time_zone,
  products: row.products
    .split(',')
    .filter((name): name is ProductName => name === 'jira' || name === 'confluence'),
});

/** Deterministic, so that a rebuilt site has the same ids. */
function groupIdOf(name: string): string {
  const hex = createHash('sha256').update(name).digest('hex').slice(0, 32);
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}

/** The account an actor acts as; undefined for anonymous. */
export function accountOf(actor: Actor): string | undefined {
  switch (actor.kind) {
    case 'user':
      return actor.accountId;
    case 'app':
      return APP_ACCOUNT_ID;
    case 'anonymous':
      return undefined;
  }
}

/** Whoever acts by an account. */
export const actorOf = (accountId: string): Actor =>
  accountId === APP_ACCOUNT_ID ? { kind: 'app' } : { kind: 'user', accountId };

interface Held {
  readonly holder: string;
  readonly who: string;
}

/** Does a grant to everybody logged in, to a group or to a person reach somebody of this product? Who has left is nobody. */
export function isHeld(users: Users, actor: Actor, product: ProductName, grants: readonly Held[]): boolean {
  const user = users.get(accountOf(actor) ?? '');
  if (!user?.active || !user.products.includes(product)) return false;
  const groups = users.groupsOf(user.accountId).map((group) => group.name);
  return grants.some(
    ({ holder, who }) =>
      holder === 'loggedIn' ||
      (holder === 'user' && who === user.accountId) ||
      (holder === 'group' && groups.includes(who)),
  );
}

/** Opens the directory, with the app's own account in it. */
export function createUsers(db: Db): Users {
  const sql = openSql(db);
  sql.create(path.join(__dirname, 'schema.sql'));
  const select = (where: string, params: readonly Cell[] = []): User[] =>
    sql.all<UserRow>(`select u.* from users u ${where} order by u.display_name`, params).map(toUser);
  const groups = (where: string, params: readonly Cell[] = []): Group[] =>
    sql.all<Group>(
      `select g.group_id as groupId, g.name as name from groups g ${where} order by g.name`,
      params,
    );
  const group: Users['group'] = (nameOrId) =>
    groups('where g.name = ? or g.group_id = ?', [nameOrId, nameOrId])[0];
  const createGroup: Users['createGroup'] = (name) => {
    sql.put('groups', [groupIdOf(name), name], 'ignore');
    return { groupId: groupIdOf(name), name };
  };
  const addToGroup: Users['addToGroup'] = (name, accountId) =>
    sql.put('group_members', [createGroup(name).groupId, accountId], 'ignore');
  const get: Users['get'] = (accountId) => select('where u.account_id = ?', [accountId])[0];
  const create: Users['create'] = (input) => {
    const user: User = {
      email: '',
      accountType: 'atlassian',
      active: true,
      locale: 'en-US',
      timeZone: 'UTC',
      products: ['jira', 'confluence'],
      ...input,
    };
    const row = [
      user.accountId,
      user.displayName,
      user.email,
      user.accountType,
      Number(user.active),
      user.locale,
      user.timeZone,
      user.products.join(','),
    ];
    sql.put('users', row, 'replace');
    for (const name of input.groups ?? []) addToGroup(name, user.accountId);
    return user;
  };
  if (!get(APP_ACCOUNT_ID)) create({ accountId: APP_ACCOUNT_ID, displayName: 'App', accountType: 'app' });
  return {
    create,
    get,
    all: () => select(''),
    createGroup,
    group,
    groups: () => groups(''),
    groupsOf: (id) => groups('join group_members m on m.group_id = g.group_id where m.account_id = ?', [id]),
    members: (name) =>
      select('join group_members m on m.account_id = u.account_id where m.group_id = ?', [
        group(name)?.groupId ?? '',
      ]),
    addToGroup,
  };
}
