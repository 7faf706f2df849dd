/** The simulator's sample: real histories, for a browser to replay with a metric that is not saved. */
import { AppFailure, badRequest, JiraRefused } from '../../kernel/errors';
import { error } from '../../kernel/finding';
import { parsed } from '../../kernel/section';
import { invalidDefinition } from '../../work/sections';
import type { Sample } from './domain/answers/definitions';
import { validateDefinitions } from './domain';
import { metrics } from './domain/sections';
import { fieldsOf } from '../engine/history';
import { issuesById } from '../clocks/domain/jql/issues-by-id';
import type { MetricDefinition, SlaDefinitions } from '../engine/model';
import type { BulkPorts } from '../clocks/sync/ports';
import { historiesOf } from '../clocks/follow/histories-of';

/** Histories come as the app has them, whose replay counts: comments somebody may not read stop a clock all the same. */
export interface SamplePorts extends Pick<BulkPorts, 'now' | 'search' | 'categories' | 'people'> {
  readonly records: Pick<BulkPorts['records'], 'getMany'>;
  /** As the calling user: what they may not browse is not in the sample. */
  readonly find: (
    jql: string,
    limit: number,
  ) => Promise<{
    readonly issues: readonly { readonly id: string; readonly key: string; readonly summary: string }[];
    readonly more: boolean;
  }>;
}

const MOST_ISSUES = 50;
/** A resolver may answer 5 MB. */
const MOST_BYTES = 3_000_000;
const KEY = /^[A-Za-z][A-Za-z0-9_]*-\d+$/;

/**
 * The histories of one issue (by its key) or of the first fifty of a query, with the fields that the metric as edited and
 * the stored ones look at. Nothing is saved.
 * @throws INVALID_DEFINITION with the problems of the metric; BAD_REQUEST on `query` in Jira's words.
 */
export async function sampleHistories(
  ports: SamplePorts,
  query: string,
  input: unknown,
  current: SlaDefinitions,
): Promise<Sample> {
  const metric = checked(input, current, ports.now());
  const definitions = withMetric(current, metric);
  const { issues, more } = await found(ports, query);
  const jql = issuesById(issues.map(({ id }) => id));
  const page =
    jql === null ? { histories: [] } : await ports.search({ jql, limit: issues.length }, definitions);
  const items = await historiesOf(ports, page, definitions);
  const byId = new Map(items.map((item) => [item.found.issue.id, item]));
  let bytes = 0;
  const sample = [];
  for (const { id, summary } of issues) {
    const item = byId.get(id);
    if (item === undefined || item.record instanceof AppFailure) continue;
    const history = (await item.read()).history();
    bytes += JSON.stringify(history).length;
    if (bytes > MOST_BYTES) break;
    sample.push({ summary, history });
  }
  return {
    issues: sample,
    more: more || sample.length < issues.length,
    fields: [...fieldsOf(definitions)],
    asOf: ports.now(),
  };
}

const withMetric = (current: SlaDefinitions, metric: MetricDefinition): SlaDefinitions => ({
  ...current,
  // The stored one as well: what it looks at is needed for "before".
  metrics: [...current.metrics, metric],
});

function checked(input: unknown, current: SlaDefinitions, now: number): MetricDefinition {
  const read = parsed(metrics, input);
  if ('findings' in read) throw invalidDefinition(read.findings);
  const metric = read.value;
  const definitions = {
    ...current,
    metrics: [...current.metrics.filter(({ id }) => id !== metric.id), metric],
  };
  const problems = validateDefinitions(definitions, now).filter(
    ({ whose, severity }) => severity === 'error' && whose === `metric:${metric.id}`,
  );
  if (problems.length > 0) throw invalidDefinition(problems);
  return metric;
}

async function found(ports: SamplePorts, query: string): ReturnType<SamplePorts['find']> {
  const jql = KEY.test(query) ? `key = "${query.toUpperCase()}"` : query;
  try {
    const answer = await ports.find(jql, MOST_ISSUES);
    if (answer.issues.length > 0) return answer;
  } catch (failure) {
    if (failure instanceof JiraRefused && failure.status === 400) throw queryRefused(jqlWords(failure));
    throw failure;
  }
  throw badRequest('NO_SUCH_ISSUE', [error('NO_SUCH_ISSUE', 'query')]);
}

const jqlWords = ({ messages, jiraFields }: JiraRefused): string =>
  [...messages, ...Object.values(jiraFields)].join(' ');

const queryRefused = (why: string): AppFailure =>
  badRequest('JQL_REFUSED', [error('JQL_REFUSED', 'query', { why })]);
