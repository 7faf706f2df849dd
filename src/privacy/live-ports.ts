/** The report over Forge's storage and Atlassian's reporting. */
import { privacy } from '@forge/api';
import { kvs } from '@forge/kvs';
import { unpacked } from '../platform/storage/packed';
import { guarded } from '../platform/storage/transact';
import type { ReportPorts } from './report-people';
import { readReport, REPORT_KEY, writeReport } from './state';

/** Every entity of the manifest that can hold an account; a test compares them with it. */
export const ENTITIES = [
  'service',
  'catalog-item',
  'request',
  'approval',
  'step',
  'sla-record',
  'article-link',
  'vote',
  'article-stats',
  'document',
  'audit',
] as const;

const PAGE = 100;

export const reportPorts: ReportPorts = {
  places: ENTITIES.length + 1,
  page: async (place, cursor) => {
    const entity = ENTITIES[place];
    if (entity === undefined) {
      const query = kvs.query().limit(PAGE);
      const { results, nextCursor } = await guarded(() =>
        (cursor === undefined ? query : query.cursor(cursor)).getMany<unknown>(),
      );
      const rows = results.filter(({ key }) => !key.startsWith(REPORT_KEY));
      return { rows: rows.map(({ key, value }) => [key, unpacked(value) ?? value]), cursor: nextCursor };
    }
    const query = kvs.entity<unknown>(entity).query().index('by-key').limit(PAGE);
    const { results, nextCursor } = await guarded(() =>
      (cursor === undefined ? query : query.cursor(cursor)).getMany(),
    );
    return { rows: results, cursor: nextCursor };
  },
  report: (accounts) => privacy.reportPersonalData([...accounts]),
  read: readReport,
  write: writeReport,
};
