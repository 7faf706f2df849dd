/** What jobs over many issues need beyond the runtime of one. */
import type { JiraHistory } from '../../../platform/jira/issues/history';
import type { HistoryPage } from '../../../platform/jira/issues/history-search';
import type { SlaDefinitions } from '../../engine/model';
import type { KeptComments, StatusCategories } from '../../engine/history';
import type { RecordStore } from '../record/record-store';
import type { FieldIds } from '../follow/jira-fields';
import type { CommentPeople, SlaPorts } from '../follow/ports';

export interface PageRequest {
  readonly jql: string;
  readonly pageToken?: string | undefined;
  readonly limit: number;
}

export interface BulkPorts extends SlaPorts {
  readonly definitions: () => Promise<SlaDefinitions>;
  /** A former version of them; `null` when it is not kept any more. */
  readonly version: (version: number) => Promise<SlaDefinitions | null>;
  readonly records: Pick<RecordStore, 'getMany' | 'query'>;
  readonly search: (page: PageRequest, definitions: SlaDefinitions) => Promise<HistoryPage>;
  /** About how many work items a query finds, as the app. @throws JiraRefused on a query that is none. */
  readonly count: (jql: string) => Promise<number>;
  readonly categories: () => Promise<StatusCategories>;
  /** The app's own fields on this site; a search brings their values along. */
  readonly fieldIds: () => Promise<FieldIds>;
  /** What those who commented are to a work item; nobody is asked about whose comments are `kept`. */
  readonly people: (
    history: JiraHistory,
    definitions: SlaDefinitions,
    kept?: KeptComments,
  ) => Promise<CommentPeople>;
}
