import { type JiraHooks } from '../../kernel/jira-hooks.ts';
import { type Product } from '../../kernel/types.ts';
import { type AdfNode } from '../shared/adf.ts';
import { type Users } from '../users/directory.ts';

export type StatusCategory = 'TODO' | 'IN_PROGRESS' | 'DONE';

export interface NewStatus {
  readonly id?: string;
  readonly name: string;
  readonly category: StatusCategory;
}

export interface NewTransition {
  readonly id?: string;
  readonly name: string;
  /** Names of the statuses it starts from; absent = from any. */
  readonly from?: readonly string[];
  readonly to: string;
  /** Ids of the fields its screen offers; `resolution` and `comment` too. */
  readonly screen?: readonly string[];
  /** Ids of those fields of the screen that must be given, or have a value already. */
  readonly required?: readonly string[];
  /** What the approval of the status it starts from makes of it; in a service project nobody else takes it then. */
  readonly approval?: 'approved' | 'declined';
  /** Name of the resolution set when none is given, for transitions into a done status; default `Done`. */
  readonly resolution?: string;
}

export interface NewWorkflow {
  readonly name: string;
  /** Statuses not known yet come to be. The first is where issues start. */
  readonly statuses: readonly NewStatus[];
  readonly transitions: readonly NewTransition[];
}

/** What a field holds. Stored values: option ids, account ids, group ids, ADF for `textarea`, text, numbers. */
export type FieldKind =
  | 'text'
  | 'textarea'
  | 'number'
  | 'url'
  | 'date'
  | 'datetime'
  | 'select'
  | 'multiselect'
  | 'user'
  | 'users'
  | 'labels'
  | 'requesttype';

export interface NewField {
  /** `customfield_10001`. */
  readonly id: string;
  readonly name: string;
  readonly kind: FieldKind;
  /** A field of the app that only the app may write. */
  readonly readOnly?: boolean;
  /** The key under which the app addresses it, for fields an app declares. */
  readonly appKey?: string;
  readonly options?: readonly {
    readonly id?: string;
    readonly value: string;
    readonly disabled?: boolean;
  }[];
}

export type Holder =
  | { readonly kind: 'anyone' | 'loggedIn' | 'reporter' | 'assignee' | 'lead' | 'app' }
  | { readonly kind: 'role' | 'group' | 'user'; readonly who: string };

export interface ScreenField {
  readonly id: string;
  readonly required?: boolean;
}

export interface NewSecurityLevel {
  readonly id: string;
  readonly name: string;
  readonly description?: string | undefined;
  readonly members: readonly Holder[];
}

/** A request type of a service project, over one of its issue types. */
export interface NewRequestType {
  readonly id: string;
  readonly name: string;
  readonly description?: string | undefined;
  readonly issueType: string;
}

export interface NewProject {
  readonly id?: number;
  readonly key: string;
  readonly name: string;
  readonly description?: string;
  readonly type?: 'software' | 'service_desk' | 'business';
  readonly lead?: string;
  /** Names of issue types, with the workflow of each. */
  readonly issueTypes: readonly {
    readonly name: string;
    readonly workflow: string;
    readonly fields?: readonly ScreenField[];
  }[];
  readonly components?: readonly string[];
  readonly securityLevels?: readonly NewSecurityLevel[];
  readonly requestTypes?: readonly NewRequestType[];
  /** Role name → holders. */
  readonly roles?: Readonly<
    Record<string, { readonly groups?: readonly string[]; readonly users?: readonly string[] }>
  >;
  /** Permission key → holders; absent keys keep the default scheme. */
  readonly permissions?: Readonly<Record<string, readonly Holder[]>>;
}

export interface ChangeItem {
  readonly field: string;
  /** Some fields have none in histories: the parent is told by its association. */
  readonly fieldId?: string;
  readonly fieldtype: 'jira' | 'custom';
  readonly from: string | null;
  readonly fromString: string | null;
  readonly to: string | null;
  readonly toString: string | null;
}

/** Where an issue moves: a space by key, and the type and status it shall have there. */
export interface MoveToSpace {
  readonly space: string;
  /** Id of an issue type of that space; without it the one the issue has. */
  readonly issueType?: string | undefined;
  /** Id of a status of its workflow there; without it the one the issue has, else the workflow's first. */
  readonly status?: string | undefined;
}

/** A change of an imported issue: fields by id, in the form the REST API takes them; `status` by name. */
export interface HistoricalChange {
  readonly at: number;
  readonly author: string;
  readonly set: Readonly<Record<string, unknown>>;
}

export interface HistoricalComment {
  readonly at: number;
  readonly author: string;
  readonly body: string | AdfNode;
  /** The role or group that alone may read it. */
  readonly visibility?: { readonly type: 'role' | 'group'; readonly value: string };
}

export interface ImportedIssue {
  readonly project: string;
  readonly issueType: string;
  /** As for `POST /issue`: `{ summary, priority: { name }, customfield_10001: { value } }`. */
  readonly fields: Readonly<Record<string, unknown>>;
  readonly reporter: string;
  /** Made by the app for the reporter; else by the reporter. */
  readonly byApp?: boolean;
  readonly createdAt: number;
  readonly history?: readonly HistoricalChange[];
  readonly comments?: readonly HistoricalComment[];
  readonly properties?: Readonly<Record<string, unknown>>;
  readonly watchers?: readonly string[];
  readonly parent?: string;
}

/** A mail Jira would have sent: nobody can take it back, so it outlives its work item. */
export interface Mail {
  /** The key the work item had then. */
  readonly issueKey: string;
  /** Why: somebody asked Jira to notify, or the addressee is mentioned, or watches. */
  readonly kind: 'notify' | 'mention' | 'watcher';
  /** The account that caused it; null for nobody Jira knows. */
  readonly sender: string | null;
  readonly accountId: string;
  readonly subject: string;
  readonly body: string;
  readonly at: number;
}

/** An SLA of Service Management's own: goals are tried in order, one without a priority fits all. */
export interface NativeSla {
  readonly id: number;
  readonly name: string;
  readonly goals: readonly { readonly priority?: string; readonly ms: number }[];
}

/** What seeds and tests may do directly. None of it emits events. */
export interface JiraSeeding {
  readonly users: Users;
  defineWorkflow(workflow: NewWorkflow): void;
  defineField(field: NewField): void;
  createProject(project: NewProject): { readonly id: number; readonly key: string };
  /** Gives a global permission (`ADMINISTER` or an app's) to a group or a user. */
  grantGlobal(permission: string, holder: Holder): void;
  /** Gives a project permission (an app's, say) in every project; `who` of a role is its name. */
  grantInProjects(permission: string, holder: Holder): void;
  /** Makes the issues of a project requests of Service Management with SLAs of its own. */
  setNativeSlas(projectKey: string, slas: readonly NativeSla[]): void;
  /** Limits the app's own user to some projects; `all` lifts the limit. */
  setAppAccess(projects: 'all' | readonly string[]): void;
  /** Writes an issue with its past: histories and comments at the given instants, oldest first. */
  importIssue(issue: ImportedIssue): { readonly id: string; readonly key: string };
}

export interface Jira extends Product, JiraSeeding, JiraHooks {
  readonly name: 'jira';
  /** Every mail sent so far, oldest first. */
  mails(): readonly Mail[];
  /** Moves an issue to another space as this person. Throws ProductError where Jira would refuse. */
  moveToSpace(accountId: string, issueKey: string, move: MoveToSpace): { readonly key: string };
}
