/** What jobs over many issues need beyond the runtime of one. */
import type { RecordStore } from '../record/record-store';
import type { bulkPorts } from './forge-ports';

export interface PageRequest {
  readonly jql: string;
  readonly pageToken?: string | undefined;
  readonly limit: number;
}

export type BulkPorts = Omit<typeof bulkPorts, 'records'> & {
  readonly records: Pick<RecordStore, 'getMany' | 'query'>;
};
