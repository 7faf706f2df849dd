import type { BulkPorts } from '../jobs/ports';

/** What counting periods needs of the outside. */
export type CountPorts = Pick<
  BulkPorts,
  'now' | 'definitions' | 'version' | 'records' | 'search' | 'count' | 'categories' | 'people'
>;
