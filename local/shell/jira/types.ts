import type { AdfNode } from '../../products/shared/adf';

/** The parts of Jira's answers that the pages show. */
export type { AdfNode };

export interface UserBean {
  readonly accountId: string;
  readonly displayName: string;
}

export interface Named {
  readonly id: string;
  readonly name: string;
}

export interface IssueFields {
  readonly summary: string;
  readonly description?: AdfNode | null;
  readonly status: Named & { readonly statusCategory: { readonly key: string } };
  readonly priority?: Named | null;
  readonly resolution?: Named | null;
  readonly issuetype: Named;
  readonly project: {
    readonly id: string;
    readonly key: string;
    readonly name: string;
    readonly projectTypeKey: string;
  };
  readonly assignee?: UserBean | null;
  readonly reporter?: UserBean | null;
  readonly labels?: readonly string[];
  readonly created: string;
  readonly updated: string;
  readonly duedate?: string | null;
  readonly issuelinks?: readonly IssueLink[];
  readonly [custom: string]: unknown;
}

interface LinkedIssue {
  readonly key: string;
  readonly fields: {
    readonly summary: string;
    readonly status: Named & { readonly statusCategory: { readonly key: string } };
  };
}

export interface IssueLink {
  readonly id: string;
  readonly type: { readonly inward: string; readonly outward: string };
  readonly inwardIssue?: LinkedIssue;
  readonly outwardIssue?: LinkedIssue;
}

export interface Change {
  readonly id: string;
  readonly author?: UserBean | null;
  readonly created: string;
  readonly items: readonly {
    readonly field: string;
    readonly fromString: string | null;
    readonly toString: string | null;
  }[];
}

/** A field as Jira lists it; an app's own has the module's address as its type. */
export interface FieldBean {
  readonly id: string;
  readonly name: string;
  readonly schema?: { readonly type: string; readonly custom?: string };
}

export interface Issue {
  readonly id: string;
  readonly key: string;
  readonly fields: IssueFields;
  readonly names?: Readonly<Record<string, string>>;
  readonly schema?: Readonly<Record<string, { readonly type: string }>>;
  readonly changelog?: { readonly histories: readonly Change[] };
}

export interface IssueProps {
  readonly issue: Issue;
  readonly onChanged: () => void;
}

export interface CommentBean {
  readonly id: string;
  readonly author?: UserBean | null;
  readonly created: string;
  readonly body: AdfNode;
  readonly jsdPublic?: boolean;
  readonly visibility?: { readonly type: 'role' | 'group'; readonly value: string };
}
