/** The work items of a page as the engine reads them: Jira's history, and what only the app knows. */
import type { AppFailure } from '../../../kernel/errors';
import { orThrow } from '../../../platform/storage/entities';
import type { HistoryPage } from '../../../platform/jira/issues/history-search';
import type { IssueHistory, SlaDefinitions } from '../../engine/model';
import type { BulkPorts } from '../sync/ports';
import type { SlaRecord } from '../record/record';
import type { FullHistory } from './ports';
import { historyOf, NO_KNOWLEDGE } from './rebuild';

export interface PageItem {
  readonly found: HistoryPage['histories'][number];
  /** `null` when the app does not follow it yet; the failure where its record can't be read. */
  readonly record: SlaRecord | AppFailure | null;
  /** Asks Jira about people where a comment needs it. @throws the failure of the record; JiraUnavailable */
  readonly read: () => Promise<WholeItem>;
}

export interface WholeItem {
  readonly full: FullHistory;
  readonly record: SlaRecord | null;
  readonly history: () => IssueHistory;
}

/** One read of the records and of the categories for the whole page; of an empty page nothing. */
export async function historiesOf(
  ports: Pick<BulkPorts, 'categories' | 'people'> & {
    readonly records: Pick<BulkPorts['records'], 'getMany'>;
  },
  { histories }: HistoryPage,
  definitions: SlaDefinitions,
): Promise<readonly PageItem[]> {
  if (histories.length === 0) return [];
  const [records, categories] = await Promise.all([
    ports.records.getMany(histories.map(({ issue }) => issue.id)),
    ports.categories(),
  ]);
  return histories.map((found) => {
    const stored = records.get(found.issue.id) ?? null;
    return {
      found,
      record: stored,
      async read() {
        const record = orThrow(stored);
        const people = await ports.people(found, definitions, record?.comments);
        const full = { ...found, categories, ...people };
        return { full, record, history: () => historyOf(full, record ?? NO_KNOWLEDGE, definitions) };
      },
    };
  });
}
