/** Hourly: finds what events missed, and samples records against drift. */
import { projectsInScope } from '../domain/history';
import type { SlaDefinitions } from '../domain/model';
import type { SlaHealthDocument } from '../health/document';
import { bringPage, type Brought } from './bring-page';
import type { BulkPorts } from './ports';

/** Twice the period and more: a run that failed or came late leaves no hole. */
const WINDOW = '-130m';
const PAGE = 50;
const SAMPLE = 50;
/** Stop well before Forge does; the next hour goes on. */
const BUDGET_MS = 10 * 60_000;

/** Which issues the active metrics could measure, as JQL; project ids are quoted. */
export const scopeJql = (definitions: SlaDefinitions): string | null => {
  if (!definitions.metrics.some(({ active }) => active)) return null;
  const projects = projectsInScope(definitions);
  if (projects === null) return '';
  const ids = projects.filter((id) => /^\d+$/.test(id));
  return ids.length === 0 ? null : `project in (${ids.join(',')})`;
};

/** Conditions joined by AND; an empty one holds of every issue. */
export const allOf = (...conditions: readonly string[]): string =>
  conditions.filter((each) => each !== '').join(' AND ');

/**
 * Replays every issue in scope that changed in the last two hours, and the next fifty open records in turn.
 * Escalations that were missed are carried out. Answers the health document with what was repaired.
 */
export async function reconcile(ports: BulkPorts, health: SlaHealthDocument): Promise<SlaHealthDocument> {
  const definitions = await ports.definitions();
  const scope = scopeJql(definitions);
  const started = ports.now();
  let total: Brought = { checked: 0, changed: 0, repaired: 0 };
  let pageToken: string | undefined;
  if (scope !== null) {
    const jql = `${allOf(scope, `updated >= "${WINDOW}"`)} ORDER BY updated ASC`;
    do {
      const page = await ports.search({ jql, pageToken, limit: PAGE }, definitions);
      total = sum(total, await bringPage(ports, page, definitions, { silent: false }));
      pageToken = page.nextPageToken;
    } while (pageToken !== undefined && ports.now() - started < BUDGET_MS);
  }
  const sample = await sampleRecords(ports, definitions, health.sampleAfter);
  return {
    ...health,
    lastReconcile: started,
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
): Promise<Brought & { readonly last: string | undefined }> {
  const { docs } = await ports.records.query({
    index: 'by-open',
    partition: ['y'],
    ...(after === undefined ? {} : { range: { op: 'gt' as const, value: after } }),
    limit: SAMPLE,
  });
  const ids = docs.map(({ state }) => state.issueId).filter((id) => /^\d+$/.test(id));
  if (ids.length === 0) return { checked: 0, changed: 0, repaired: 0, last: undefined };
  const page = await ports.search({ jql: `id in (${ids.join(',')})`, limit: SAMPLE }, definitions);
  const brought = await bringPage(ports, page, definitions, { silent: false });
  return { ...brought, last: docs.length < SAMPLE ? undefined : ids.at(-1) };
}

const sum = (left: Brought, right: Brought): Brought => ({
  checked: left.checked + right.checked,
  changed: left.changed + right.changed,
  repaired: left.repaired + right.repaired,
});
