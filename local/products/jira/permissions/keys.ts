import { type Holder } from '../types.ts';

export interface PermissionName {
  readonly key: string;
  readonly name: string;
  readonly type: 'GLOBAL' | 'PROJECT';
}

const global = (key: string, name: string): PermissionName => ({ key, name, type: 'GLOBAL' });
const project = (key: string, name: string): PermissionName => ({ key, name, type: 'PROJECT' });

/** The permissions Jira itself has, as far as the site decides by them. */
export const PERMISSIONS: readonly PermissionName[] = [
  global('ADMINISTER', 'Administer Jira'),
  global('USER_PICKER', 'Browse users and groups'),
  project('BROWSE_PROJECTS', 'Browse Projects'),
  project('CREATE_ISSUES', 'Create Issues'),
  project('EDIT_ISSUES', 'Edit Issues'),
  project('DELETE_ISSUES', 'Delete Issues'),
  project('MOVE_ISSUES', 'Move Issues'),
  project('TRANSITION_ISSUES', 'Transition Issues'),
  project('ASSIGN_ISSUES', 'Assign Issues'),
  project('ASSIGNABLE_USER', 'Assignable User'),
  project('MODIFY_REPORTER', 'Modify Reporter'),
  project('LINK_ISSUES', 'Link Issues'),
  project('ADD_COMMENTS', 'Add Comments'),
  project('DELETE_ALL_COMMENTS', 'Delete All Comments'),
  project('DELETE_OWN_COMMENTS', 'Delete Own Comments'),
  project('SERVICEDESK_AGENT', 'Service Desk Agent'),
  project('ADMINISTER_PROJECTS', 'Administer Projects'),
];

const everyone: readonly Holder[] = [{ kind: 'loggedIn' }];
const team: readonly Holder[] = [
  { kind: 'role', who: 'Service Desk Team' },
  { kind: 'role', who: 'Administrators' },
];
const admins: readonly Holder[] = [{ kind: 'role', who: 'Administrators' }];

/** Who may do what in a project that says nothing else: all see, raise and comment; the team works; administrators administer. */
export const DEFAULT_SCHEME: Readonly<Record<string, readonly Holder[]>> = {
  BROWSE_PROJECTS: everyone,
  CREATE_ISSUES: everyone,
  ADD_COMMENTS: everyone,
  DELETE_OWN_COMMENTS: everyone,
  EDIT_ISSUES: team,
  MOVE_ISSUES: team,
  TRANSITION_ISSUES: team,
  ASSIGN_ISSUES: team,
  ASSIGNABLE_USER: team,
  LINK_ISSUES: team,
  MODIFY_REPORTER: team,
  SERVICEDESK_AGENT: team,
  DELETE_ALL_COMMENTS: admins,
  DELETE_ISSUES: admins,
  ADMINISTER_PROJECTS: admins,
};
