import { CONFLICT, untilWritten } from '../work/update';
import { emptyPage, type PageRecord } from './domain/page-record';
import type { KnowledgeStore, PageChange } from './ports';

/**
 * Changes what is known about a page: reads its record, lets `decide` say what to write (null for nothing), and writes
 * both together unless somebody else was faster, in which case it begins again. Answers the record as it now is.
 * @throws AppFailure STORAGE_BUSY when others were faster every time.
 */
export const changePage = async (
  store: Pick<KnowledgeStore, 'page' | 'commit'>,
  page: { readonly id: string; readonly title?: string },
  decide: (record: PageRecord) => Promise<PageChange | null>,
): Promise<PageRecord> =>
  untilWritten(async () => {
    const record = (await store.page(page.id)) ?? emptyPage(page.id, page.title ?? '');
    const change = await decide(record);
    if (change === null) return record;
    const next = { ...change.page, title: page.title ?? record.title, rev: record.rev + 1 };
    return (await store.commit({ ...change, page: next })) === 'done' ? next : CONFLICT;
  });
