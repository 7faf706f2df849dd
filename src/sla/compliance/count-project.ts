/** What the records of one project add to some periods: read in the order of their last change, each counted once. */
import { replay } from '../engine';
import type { MetricResult, SlaDefinitions, SlaReport } from '../engine/model';
import { issuesById } from '../clocks/domain/jql/issues-by-id';
import { addTally, NO_TALLY, type Tally, tallyOf } from './domain/tally';
import type { ReviewPeriod } from './domain/period';
import { eachRow } from '../../platform/storage/each-row';
import type { EntityQuery } from '../../platform/storage/entities';
import { isoInstant, type SlaRecord } from '../clocks/record/record';
import { reportAt } from '../clocks/follow/compose';
import { sourcesOf } from '../clocks/follow/sources-of';
import { historiesOf } from '../clocks/follow/histories-of';
import type { BulkPorts } from '../clocks/sync/ports';

/** One period of one agreement, and the metrics that count for it. */
export interface Counting {
  readonly period: ReviewPeriod;
  readonly metricIds: ReadonlySet<string>;
}

/** What a metric of a work item adds to one of several countings. */
interface Share {
  readonly place: number;
  readonly metricId: string;
  readonly tally: Tally;
}

/** This machine's clock may be a little behind Jira's. */
const CLOCKS_DIFFER_MS = 5 * 60_000;
const AT_ONCE = 50;

const isNothing = (tally: Tally): boolean => Object.values(tally).every((count) => count === 0);

const sharesOf = (metrics: readonly MetricResult[], countings: readonly Counting[]): readonly Share[] =>
  countings.flatMap(({ period, metricIds }, place) =>
    metrics
      .filter(({ id }) => metricIds.has(id))
      .map((metric) => ({ place, metricId: metric.id, tally: tallyOf(metric, period) }))
      .filter(({ tally }) => !isNothing(tally)),
  );

/** No clock of a work item that is gone is under way. */
const metricsOf = ({ metrics }: SlaReport, { open }: SlaRecord): readonly MetricResult[] =>
  open === 'g' ? metrics.map(({ ongoingCycle: _ended, ...metric }) => metric) : metrics;

/**
 * What has to be read: records that changed since the earliest period began, for the end of a cycle always changes its
 * record; and those with a clock under way that is due before the latest period ends, which nothing may have changed for long.
 */
function queriesFor(projectId: string, countings: readonly Counting[]): readonly EntityQuery[] {
  const from = Math.min(...countings.map(({ period }) => period.from)) - CLOCKS_DIFFER_MS;
  const to = Math.max(...countings.map(({ period }) => period.to));
  return [
    { index: 'by-project-breach', partition: [projectId, 'y'], range: { op: 'lt', value: isoInstant(to) } },
    { index: 'by-project', partition: [projectId], range: { op: 'gte', value: isoInstant(from) } },
  ];
}

/**
 * Reads the records of a project that can matter to the periods.
 * A record that left out cycles of a period, or was made by rules nobody knows any more, is replayed from Jira's history;
 * what Jira no longer has stays undated. A record that changes meanwhile comes again, and its last reading counts.
 */
export async function countProject(
  ports: BulkPorts,
  projectId: string,
  countings: readonly Counting[],
  definitions: SlaDefinitions,
): Promise<readonly Share[]> {
  const sourceOf = sourcesOf(ports, definitions);
  const shares = new Map<string, readonly Share[]>();
  const unclear = new Set<string>();
  for (const query of queriesFor(projectId, countings)) {
    for await (const record of eachRow(ports.records, query)) {
      const { issueId, version } = record.state;
      const source = await sourceOf(version);
      const own =
        source === null
          ? []
          : sharesOf(metricsOf(reportAt(source, record.state, ports.now()), record), countings);
      shares.set(issueId, own);
      if (source === null || own.some(({ tally }) => tally.undated > 0)) unclear.add(issueId);
      else unclear.delete(issueId);
    }
  }
  for (const [issueId, own] of await replayed(ports, [...unclear], countings, definitions))
    shares.set(issueId, own);
  return [...shares.values()].flat();
}

/** The same from whole histories, where a cycle is never left out. */
async function replayed(
  ports: BulkPorts,
  issueIds: readonly string[],
  countings: readonly Counting[],
  definitions: SlaDefinitions,
): Promise<ReadonlyMap<string, readonly Share[]>> {
  const found = new Map<string, readonly Share[]>();
  for (let start = 0; start < issueIds.length; start += AT_ONCE) {
    const jql = issuesById(issueIds.slice(start, start + AT_ONCE));
    if (jql === null) continue;
    const page = await ports.search({ jql, limit: AT_ONCE }, definitions);
    for (const {
      found: { issue },
      read,
    } of await historiesOf(ports, page, definitions)) {
      const history = (await read()).history();
      found.set(issue.id, sharesOf(replay(definitions, history, ports.now()).metrics, countings));
    }
  }
  return found;
}

/** The tallies by metric of each counting. */
export function tallied(
  before: readonly Readonly<Record<string, Tally>>[],
  shares: readonly Share[],
): readonly Record<string, Tally>[] {
  const tallies = before.map((each) => ({ ...each }));
  for (const { place, metricId, tally } of shares) {
    const own = tallies[place];
    if (own !== undefined) own[metricId] = addTally(own[metricId] ?? NO_TALLY, tally);
  }
  return tallies;
}
