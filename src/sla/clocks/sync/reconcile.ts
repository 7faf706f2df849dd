/** Hourly: finds what events missed, and samples records against drift. */
import { log } from '../../../platform/log';
import { projectsInScope } from '../../engine/history/scope-projects';
import { issuesById } from '../domain/jql/issues-by-id';
import type { SlaDefinitions } from '../../engine/model';
import type { HistoryPage } from '../../../platform/jira/issues/history-search';
import type { SlaHealthDocument } from '../notes/notes';
import type { SlaRecord } from '../record/record';
import { closeRecord } from '../follow/close-record';
import { syncPage, type SyncedPage, NOTHING_SYNCED } from './sync-page';
import type { BulkPorts } from './ports';

/** So far back before the last complete run: events of its last minutes were perhaps still under way. */
const OVERLAP_MINUTES = 130;
/** Nothing is known of earlier runs, or all of them failed for long. */
const FIRST_MINUTES = 24 * 60;
const MOST_MINUTES = 14 * 24 * 60;
const PAGE = 50;
const SAMPLE = 50;
/** Stop well before Forge does; the next hour goes on. */
const BUDGET_MS = 10 * 60_000;

/** Which issues the active metrics could measure, as JQL; project ids are quoted. */
export const scopeJql = (definitions: Pick<SlaDefinitions, 'metrics'>): string | null => {
  if (!definitions.metrics.some(({ active }) => active)) return null;
  const projects = projectsInScope(definitions);
  if (projects === null) return '';
  const ids = projects.filter((id) => /^\d+$/.test(id));
  return ids.length === 0 ? null : `project in (${ids.join(',')})`;
};

/** Conditions joined by AND; an empty one holds of every issue. */
export const allOf = (...conditions: readonly string[]): string =>
  conditions.filter((each) => each !== '').join(' AND ');

/** How far back to look: since the last run that brought everything up to date, so that failing hours leave no hole. */
const windowMinutes = (lastComplete: number | undefined, now: number): number => {
  if (lastComplete === undefined) return FIRST_MINUTES;
  return Math.min(MOST_MINUTES, Math.ceil((now - lastComplete) / 60_000) + OVERLAP_MINUTES);
};

/**
 * Replays every issue in scope that changed lately, and the next fifty open records in turn. Escalations that were
 * missed are carried out. Answers the health document with what was repaired; `lastReconcile` moves on only when
 * every issue was brought up to date.
 */
export async function reconcile(ports: BulkPorts, health: SlaHealthDocument): Promise<SlaHealthDocument> {
  const definitions = await ports.definitions();
  const scope = scopeJql(definitions);
  const started = ports.now();
  let total = NOTHING_SYNCED;
  let pageToken: string | undefined;
  if (scope !== null) {
    const since = `updated >= "-${windowMinutes(health.lastReconcile, started)}m"`;
    const jql = `${allOf(scope, since)} ORDER BY updated ASC`;
    do {
      const page = await ports.search({ jql, pageToken, limit: PAGE }, definitions);
      total = sum(total, await syncPage(ports, page, definitions, { silent: false, retell: true }));
      pageToken = page.nextPageToken;
    } while (pageToken !== undefined && ports.now() - started < BUDGET_MS);
  }
  const sample = await sampleRecords(ports, definitions, health.sampleAfter);
  return {
    ...health,
    ...(pageToken === undefined && total.failed === 0 ? { lastReconcile: started } : {}),
    checked: total.checked,
    repaired: total.repaired,
    sampled: sample.checked,
    drifted: sample.repaired,
    sampleAfter: sample.last,
  };
}

/** The next open records after an issue id, from the first again at the end. */
async function sampleRecords(
  ports: BulkPorts,
  definitions: SlaDefinitions,
  after: string | undefined,
): Promise<SyncedPage & { readonly last: string | undefined }> {
  const { docs } = await ports.records.query({
    index: 'by-open',
    partition: ['y'],
    ...(after === undefined ? {} : { range: { op: 'gt' as const, value: after } }),
    limit: SAMPLE,
  });
  const ids = docs.map(({ state }) => state.issueId);
  const jql = issuesById(ids);
  if (jql === null) return { ...NOTHING_SYNCED, last: undefined };
  const page = await ports.search({ jql, limit: SAMPLE }, definitions);
  const brought = await syncPage(ports, page, definitions, { silent: false, retell: true });
  const gone = await forgetMissing(ports, docs, page, definitions);
  return { ...sum(brought, gone), last: docs.length < SAMPLE ? undefined : ids.at(-1) };
}

/** Closes records of issues that the search did not find and that are gone indeed: the event of a deletion may be lost too. */
async function forgetMissing(
  ports: BulkPorts,
  docs: readonly SlaRecord[],
  { histories }: HistoryPage,
  definitions: SlaDefinitions,
): Promise<SyncedPage> {
  const found = new Set(histories.map(({ issue }) => issue.id));
  let [repaired, failed] = [0, 0];
  for (const record of docs.filter(({ state }) => !found.has(state.issueId))) {
    const { issueId } = record.state;
    try {
      if ((await ports.readHistory(issueId, definitions, record.comments)) !== null) continue;
      if ((await closeRecord(ports, record)) === 'gone') repaired += 1;
    } catch (error) {
      failed += 1;
      log.error('sla.issue.failed', error, { issueId });
    }
  }
  return { checked: repaired, changed: repaired, repaired, failed };
}

const sum = (left: SyncedPage, right: SyncedPage): SyncedPage => ({
  checked: left.checked + right.checked,
  changed: left.changed + right.changed,
  repaired: left.repaired + right.repaired,
  failed: left.failed + right.failed,
});
