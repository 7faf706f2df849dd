import type { ConfluenceSeeding } from '../../products/confluence/types';
import type { Jira } from '../../products/jira/types';

/** What the demo needs of the site it fills. */
export interface DemoSite {
  /** The site's clock, UTC milliseconds: everything in the past is told from here. */
  readonly now: number;
  readonly jira: Jira;
  readonly confluence: Pick<ConfluenceSeeding, 'createSpace' | 'importPage'>;
  /** Keys of the app's permissions as Jira knows them, each ending with its module's key. */
  readonly permissionKeys: readonly string[];
  /** Calls the app's resolver as a person would from the app's pages; answers what it returned. */
  call(accountId: string, functionKey: string, payload: unknown): Promise<unknown>;
  /** Waits until what the app started in its queues is done. */
  settle(): Promise<void>;
  log(line: string): void;
}
