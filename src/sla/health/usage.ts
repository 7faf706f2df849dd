/** The daily count of usage: pages through the newest records and open issues within limits, so that the health page need not. */
import { fieldsOf, fieldsOfIssue } from '../engine/history';
import type { Instant, SlaDefinitions } from '../engine/model';
import { metricsWithoutGoal } from '../definitions/domain/usage/no-goal';
import { usageCounter } from '../definitions/domain/usage/usage';
import { allOf, scopeJql } from '../clocks/sync/reconcile';
import type { BulkPorts } from '../clocks/sync/ports';
import type { RecordStore } from '../clocks/record/record-store';
import { sourcesOf } from '../clocks/follow/sources-of';
import type { UsageDocument } from './usage-document';

export interface OpenIssue {
  readonly key: string;
  readonly fields: Readonly<Record<string, unknown>>;
}

export interface UsagePorts extends Pick<BulkPorts, 'definitions' | 'version' | 'categories'> {
  readonly records: Pick<RecordStore, 'queryAll'>;
  /** As the app, without histories. */
  readonly openIssues: (
    jql: string,
    definitions: SlaDefinitions,
    pageToken: string | undefined,
  ) => Promise<{ readonly issues: readonly OpenIssue[]; readonly nextPageToken?: string | undefined }>;
}

/** Records of either kind that are read a day: some twenty queries per thousand. */
const MOST_RECORDS = 5_000;
const MOST_ISSUES = 1_000;
const MOST_KEYS = 5;

/** What goes unseen otherwise: goals nobody matches, issues no goal matches, due times next year, long pauses. */
export async function countUsage(ports: UsagePorts, now: Instant): Promise<UsageDocument> {
  const definitions = await ports.definitions();
  const sourceOf = sourcesOf(ports, definitions);
  const counts = usageCounter(definitions, now);
  for (const open of ['y', 'n']) {
    const records = await ports.records.queryAll(
      { index: 'by-open', partition: [open], newestFirst: true },
      MOST_RECORDS,
    );
    for (const { state } of records) counts.take(state, await sourceOf(state.version));
  }
  const { goals, dueNextYear, longPaused } = counts.findings();
  return {
    schema: 1,
    at: now,
    goals: [...goals],
    dueNextYear: [...dueNextYear],
    longPaused: longPaused.map((pause) => ({ ...pause, keys: [...pause.keys] })),
    noGoal: await withoutGoal(ports, definitions),
  };
}

/** Open issues in a metric's scope that none of its goals lets in, counted per metric. */
async function withoutGoal(ports: UsagePorts, definitions: SlaDefinitions): Promise<UsageDocument['noGoal']> {
  const scope = scopeJql(definitions);
  if (scope === null) return [];
  const [categories, fields] = [await ports.categories(), fieldsOf(definitions)];
  const found = new Map<string, string[]>();
  const jql = `${allOf(scope, 'statusCategory != Done')} ORDER BY created DESC`;
  let pageToken: string | undefined;
  let read = 0;
  do {
    const page = await ports.openIssues(jql, definitions, pageToken);
    for (const issue of page.issues) {
      const values = fieldsOfIssue(issue.fields, fields, categories);
      for (const { id } of metricsWithoutGoal(definitions, values))
        found.set(id, [...(found.get(id) ?? []), issue.key]);
    }
    read += page.issues.length;
    pageToken = page.nextPageToken;
  } while (pageToken !== undefined && read < MOST_ISSUES);
  return [...found].map(([metricId, keys]) => ({
    metricId,
    count: keys.length,
    keys: keys.slice(0, MOST_KEYS),
  }));
}
