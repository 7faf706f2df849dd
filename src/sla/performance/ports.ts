/** What counting periods needs of the outside. */
import type { Instant, SlaDefinitions } from '../domain/model';
import type { BulkPorts } from '../jobs/ports';
import type { PeriodDocument, CountJob } from './schemas';

export interface CountPorts extends Pick<
  BulkPorts,
  'definitions' | 'records' | 'search' | 'categories' | 'people'
> {
  readonly now: () => Instant;
  /** A former version of the definitions; `null` when it is not kept any more. */
  readonly version: (version: number) => Promise<SlaDefinitions | null>;
  /** The ids of all projects, for metrics that are not limited to some. */
  readonly allProjects: () => Promise<readonly string[]>;
  /** About how many work items a query finds, as the app. @throws JiraRefused on a query that is none. */
  readonly count: (jql: string) => Promise<number>;
  /** The zone in which Jira reads the app's dates. */
  readonly askersZone: () => Promise<string>;
  readonly readJob: () => Promise<CountJob | null>;
  readonly writeJob: (job: CountJob) => Promise<void>;
  readonly change: (
    fresh: PeriodDocument,
    change: (period: PeriodDocument) => PeriodDocument,
  ) => Promise<PeriodDocument>;
}
