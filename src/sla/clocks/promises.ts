/** The promises of requests as their requesters may see them. */
import { searchHistories } from '../../platform/jira/issues/history-search';
import { readable } from '../../platform/storage/entities';
import type { PromiseView } from './domain/promise-answer';
import { readStoredDefinitions } from '../definitions/stored/definitions-store';
import { isCurrent, replay } from '../engine';
import { issuesById } from './domain/jql/issues-by-id';
import type { SlaDefinitions, SlaReport } from '../engine/model';
import type { SlaRecord } from './record/record';
import { slaRecords } from './record/record-store';
import { reportAt } from './follow/compose';
import { commentPeopleOf } from './follow/comment-people';
import { historiesOf } from './follow/histories-of';
import { historyFields, slaPorts } from './follow/forge-ports';
import { categoriesOfSite } from './follow/status-categories';
import { historyOf, NO_KNOWLEDGE, rebuild } from './follow/rebuild';
import { persist } from './follow/persist';
import { promiseViewOf } from './promise-view';

/**
 * By issue id; issues without a promise have none. One issue alone is replayed from Jira's history, so that its
 * promises also tell why their dates moved; several are read from their records.
 */
export async function promisesOf(
  issueIds: readonly string[],
): Promise<ReadonlyMap<string, readonly PromiseView[]>> {
  const { definitions } = await readStoredDefinitions();
  if (issueIds.length === 0 || definitions.metrics.length === 0) return new Map();
  const [only] = issueIds;
  if (issueIds.length === 1 && only !== undefined) {
    const report = await fullReport(only, definitions);
    return new Map(report === null ? [] : [[only, viewsOf(report, definitions)]]);
  }
  const read = await slaRecords.getMany(issueIds);
  const records = readable(read);
  const fresh = [...records].filter(([, { state }]) => isCurrent(definitions, state.version));
  const missing = issueIds.filter(
    (id) => !fresh.some(([known]) => known === id) && read.has(id) === records.has(id),
  );
  const computed = await computeMissing(missing, records, definitions);
  const now = slaPorts.now();
  const views = new Map<string, readonly PromiseView[]>();
  for (const [id, record] of fresh)
    views.set(id, viewsOf(reportAt(definitions, record.state, now), definitions));
  for (const [id, report] of computed) views.set(id, viewsOf(report, definitions));
  return views;
}

const viewsOf = (report: SlaReport, definitions: SlaDefinitions): readonly PromiseView[] =>
  report.metrics.flatMap((metric) => {
    const visibility = definitions.metrics.find(({ id }) => id === metric.id)?.visibility ?? 'hidden';
    const view = metric.state === 'NOT_APPLICABLE' ? null : promiseViewOf(metric, visibility);
    return view === null ? [] : [view];
  });

async function fullReport(issueId: string, definitions: SlaDefinitions): Promise<SlaReport | null> {
  const record = await slaRecords.get(issueId);
  const full = await slaPorts.readHistory(issueId, definitions, record?.comments);
  if (full === null) return null;
  return replay(definitions, historyOf(full, record ?? NO_KNOWLEDGE, definitions), slaPorts.now(), {
    trace: true,
  });
}

/** Issues the app has not followed: closed before it came. Their records are made now, so that it happens once. */
async function computeMissing(
  issueIds: readonly string[],
  records: ReadonlyMap<string, SlaRecord>,
  definitions: SlaDefinitions,
): Promise<ReadonlyMap<string, SlaReport>> {
  const reports = new Map<string, SlaReport>();
  const jql = issuesById(issueIds.slice(0, 100));
  if (jql === null) return reports;
  const page = await searchHistories({ jql, fields: await historyFields(definitions), limit: 100 });
  const ports = {
    records: { getMany: async () => records },
    categories: categoriesOfSite,
    people: commentPeopleOf,
  };
  for (const { read } of await historiesOf(ports, page, definitions)) {
    const { full, record: before } = await read();
    const draft = rebuild(full, before, definitions);
    reports.set(full.issue.id, reportAt(definitions, draft.state, slaPorts.now()));
    await persist(slaPorts, draft, before, definitions, { silent: true });
  }
  return reports;
}
