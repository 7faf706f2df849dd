/** How a status ends a request for who asked; a status that is not named leaves it open. */
export type Ending = 'resolved' | 'closed' | 'cancelled';

/** The request an issue fulfils: so much of it that most events need not read it. */
export interface RequestOfIssue {
  readonly id: string;
  /** What was ordered, as the app knows it: the issue's own property can be edited by anybody who edits the issue. */
  readonly itemId: string;
  /** The space its work items are made in, or the one this work item was moved to since. */
  readonly projectId: string;
  /** Which statuses end it, of the version it was made with. */
  readonly endings: Readonly<Record<string, Ending>>;
  /** The statuses in which it waits for approvals. */
  readonly waits: readonly string[];
  /** So long after it was resolved it may be reopened. */
  readonly reopenWithinDays: number;
  /** Who asked, and for whom. */
  readonly askers: readonly string[];
}
