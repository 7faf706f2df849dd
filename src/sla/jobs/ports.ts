/** What jobs over many issues need beyond the runtime of one. */
import type { HistoryPage } from '../../platform/jira/history-search';
import type { SlaDefinitions } from '../domain/model';
import type { CommentGroups, JiraComment, StatusCategories } from '../domain/history';
import type { RecordStore } from '../record';
import type { FieldIds } from '../runtime/jira-fields';
import type { SlaPorts } from '../runtime/ports';

export interface PageRequest {
  readonly jql: string;
  readonly pageToken?: string | undefined;
  readonly limit: number;
}

export interface BulkPorts extends SlaPorts {
  readonly definitions: () => Promise<SlaDefinitions>;
  readonly records: Pick<RecordStore, 'getMany' | 'query'>;
  readonly search: (page: PageRequest, definitions: SlaDefinitions) => Promise<HistoryPage>;
  readonly categories: () => Promise<StatusCategories>;
  /** The app's own fields on this site; a search brings their values along. */
  readonly fieldIds: () => Promise<FieldIds>;
  readonly groups: (comments: readonly JiraComment[], definitions: SlaDefinitions) => Promise<CommentGroups>;
}
