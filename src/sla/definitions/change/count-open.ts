/** On how many open work items SLAs would start that are not saved yet. Nothing is stored. */
import { AppFailure } from '../../../kernel/errors';
import { invalidDefinition, parsedOrRefused } from '../../../work/sections';
import { historiesOf } from '../../clocks/follow/histories-of';
import type { BulkPorts } from '../../clocks/sync/ports';
import { issuesJql } from '../../clocks/sync/scope';
import type { Instant, SlaDefinitions } from '../../engine/model';
import { replay } from '../../engine/replay/replay';
import { validateDefinitions } from '../domain';
import type { OpenCounts } from '../domain/answers/changes';
import { calendars, metrics } from '../domain/sections';

const PAGE = 50;

type CountPorts = Pick<BulkPorts, 'search' | 'categories' | 'people'> & {
  readonly records: Pick<BulkPorts['records'], 'getMany'>;
};

/** SLAs that are thought of, and calendars of theirs that are not there yet either. */
export interface Wanted {
  readonly metrics: readonly object[];
  readonly calendars: readonly object[];
  readonly pageToken?: string | undefined;
}

/**
 * One page of the open work items that the SLAs could measure, replayed with them as if they had always been there: whose clock runs
 * now, and whose is late. `next` asks for the page after.
 * @throws INVALID_DEFINITION with what is wrong with them; SCREEN_OUTDATED for what their sections do not know
 */
export async function countOpen(
  ports: CountPorts,
  wanted: Wanted,
  current: SlaDefinitions,
  now: Instant,
): Promise<OpenCounts> {
  const added = {
    metrics: wanted.metrics.map((each) => parsedOrRefused(metrics, each)),
    calendars: wanted.calendars.map((each) => parsedOrRefused(calendars, each)),
  };
  const definitions = withThem(current, added, now);
  const counts = new Map(added.metrics.map(({ id }) => [id, { id, open: 0, late: 0 }]));
  const jql = issuesJql(added, undefined, now);
  if (jql === null) return { counts: [...counts.values()], checked: 0 };
  const search = { jql: `${jql} ORDER BY created DESC`, pageToken: wanted.pageToken, limit: PAGE };
  const page = await ports.search(search, definitions);
  for (const item of await historiesOf(ports, page, definitions)) {
    if (item.record instanceof AppFailure) continue;
    const report = replay(definitions, (await item.read()).history(), now + 1);
    for (const { id, ongoingCycle } of report.metrics) {
      const count = counts.get(id);
      if (count === undefined || ongoingCycle === undefined) continue;
      count.open += 1;
      if (ongoingCycle.breached) count.late += 1;
    }
  }
  return {
    counts: [...counts.values()],
    checked: page.histories.length,
    ...(page.nextPageToken !== undefined && { next: page.nextPageToken }),
  };
}

type Added = Pick<SlaDefinitions, 'metrics' | 'calendars'>;

function withThem(current: SlaDefinitions, added: Added, now: Instant): SlaDefinitions {
  const definitions: SlaDefinitions = {
    ...current,
    calendars: [...current.calendars, ...added.calendars],
    metrics: [...current.metrics, ...added.metrics],
  };
  const theirs = new Set([
    ...added.metrics.map(({ id }) => `metric:${id}`),
    ...added.calendars.map(({ id }) => `calendar:${id}`),
  ]);
  const problems = validateDefinitions(definitions, now).filter(
    ({ whose, severity }) => severity === 'error' && theirs.has(whose),
  );
  if (problems.length > 0) throw invalidDefinition(problems);
  return definitions;
}
