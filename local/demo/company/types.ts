/** The demo company as plain data: what the two products must hold before the app is configured. */

export interface Person {
  readonly accountId: string;
  readonly displayName: string;
  readonly email: string;
  readonly timeZone: string;
  readonly locale: string;
  readonly groups: readonly string[];
  /** False: a Confluence reader without a Jira licence. */
  readonly jira: boolean;
  readonly title: string;
}

export interface Status {
  readonly id: string;
  readonly name: string;
  readonly category: 'new' | 'indeterminate' | 'done';
}

export interface Transition {
  readonly id: string;
  readonly name: string;
  readonly from: readonly string[];
  readonly to: string;
  /** Sets this resolution, or clears it. */
  readonly resolution?: string | null;
}

export interface CustomField {
  readonly id: string;
  readonly name: string;
  readonly type: 'select' | 'date' | 'text' | 'number' | 'user';
  readonly options?: readonly { readonly id: string; readonly value: string }[];
}

export interface Project {
  readonly id: string;
  readonly key: string;
  readonly name: string;
  readonly lead: string;
  /** Only the team and the reporter read its issues, and only through the catalog are they raised. */
  readonly confidential: boolean;
  /** The group that works on its issues. */
  readonly agents: string;
}

/** One moment in an issue's life: all its changes are one changelog entry. */
export interface Step {
  readonly at: number;
  readonly by: string;
  readonly set?: Readonly<Record<string, string | number | readonly string[] | null>>;
  readonly comment?: { readonly text: string; readonly internal: boolean };
}

/** What a supplier has to bring before the work on an issue can go on: a subtask of it. */
export interface Part {
  readonly summary: string;
  readonly createdAt: number;
}

export interface PastIssue {
  readonly projectKey: string;
  readonly typeId: string;
  readonly summary: string;
  readonly description: string;
  readonly reporter: string;
  readonly createdAt: number;
  /** Field id to value as an id, a date or a text. */
  readonly fields: Readonly<Record<string, string | number | readonly string[] | null>>;
  readonly steps: readonly Step[];
  readonly properties: Readonly<Record<string, unknown>>;
  readonly part?: Part;
}

export interface Article {
  readonly id: string;
  readonly spaceKey: string;
  readonly title: string;
  readonly labels: readonly string[];
  readonly author: string;
  /** Groups that may read it; left out: everybody who reads the space. */
  readonly restrictedTo?: readonly string[];
  /** Lines: `# ` heading, `- ` bullet, `1. ` step, `> ` note, `@item` the app's card, else a paragraph. */
  readonly lines: readonly string[];
  readonly parentId?: string;
}
