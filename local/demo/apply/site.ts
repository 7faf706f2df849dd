import type { Jira } from '../../products/jira/types';

/** What the demo needs of the site it fills. */
export interface DemoSite {
  /** The site's clock, UTC milliseconds: everything in the past is told from here. */
  readonly now: number;
  readonly jira: Jira;
  readonly confluence: ConfluenceSeeding;
  /** Calls the app's resolver as a person would from the app's pages; answers what it returned. */
  call(accountId: string, functionKey: string, payload: unknown): Promise<unknown>;
  /** Waits until what the app started in its queues is done. */
  settle(): Promise<void>;
  log(line: string): void;
}

/** The part of Confluence's seeding the demo uses. */
export interface ConfluenceSeeding {
  createSpace(space: { readonly key: string; readonly name: string; readonly description?: string }): unknown;
  createPage(page: {
    readonly id: string;
    readonly spaceKey: string;
    readonly title: string;
    readonly body: string;
    readonly author: string;
    readonly createdAt: number;
    readonly labels: readonly string[];
    readonly restrictedTo?: readonly string[];
  }): unknown;
}
