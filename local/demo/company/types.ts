/** The past of the demo company's issues as plain data. */

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
