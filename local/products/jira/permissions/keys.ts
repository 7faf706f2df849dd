import { type Holder } from '../types.ts';
import table from './permissions.json';

export interface PermissionName {
  readonly key: string;
  readonly name: string;
  readonly type: 'GLOBAL' | 'PROJECT';
}

const named = (type: PermissionName['type'], rows: readonly (readonly string[])[]): PermissionName[] =>
  rows.map(([key = '', name = '']) => ({ key, name, type }));

/** The permissions Jira itself has, as far as the site decides by them. */
export const PERMISSIONS = [...named('GLOBAL', table.global), ...named('PROJECT', table.project)];

const admins: readonly Holder[] = [{ kind: 'role', who: 'Administrators' }];
const HOLDERS: Readonly<Record<string, readonly Holder[]>> = {
  everyone: [{ kind: 'loggedIn' }],
  team: [{ kind: 'role', who: 'Service Desk Team' }, ...admins],
  admins,
};

/** Who may do what in a project that says nothing else: all see, raise and comment; the team works; administrators administer. */
export const DEFAULT_SCHEME = Object.fromEntries(
  table.project.map(([key = '', , who = '']) => [key, HOLDERS[who] ?? []]),
);
