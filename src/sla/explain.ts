/** The replay on the server, from Jira's own history: the arbiter when a screen is in doubt, and the simulator. */
import { badRequest, notFound } from '../shared/domain/errors';
import { invalidDefinition } from './config/change-definitions';
import { InvalidDefinitionError, parseMetric, replay, validateDefinitions } from './domain';
import type { IssueHistory, SlaDefinitions, SlaReport } from './domain/model';
import { slaRecords } from './record';
import { slaPorts } from './runtime/live-ports';
import { historyOf } from './runtime/rebuild';

/** @throws NOT_FOUND when the issue is gone. */
export async function explainIssue(
  issueId: string,
  definitions: SlaDefinitions,
): Promise<{ readonly report: SlaReport; readonly history: IssueHistory }> {
  const [full, record] = await Promise.all([
    slaPorts.readHistory(issueId, definitions),
    slaRecords.get(issueId),
  ]);
  if (full === null) throw notFound('The issue');
  const history = historyOf(full, record?.facts ?? [], definitions);
  return { report: replay(definitions, history, slaPorts.now(), { trace: true }), history };
}

/**
 * What would have happened to an issue under a metric that is not saved.
 * @throws INVALID_DEFINITION with the problems.
 */
export async function simulateMetric(
  issueId: string,
  input: unknown,
  current: SlaDefinitions,
): Promise<SlaReport> {
  const metric = parse(input);
  const definitions: SlaDefinitions = {
    ...current,
    metrics: [...current.metrics.filter(({ id }) => id !== metric.id), metric],
  };
  const problems = validateDefinitions(definitions, slaPorts.now()).filter(
    ({ subject, severity }) => severity === 'error' && subject === `metric:${metric.id}`,
  );
  if (problems.length > 0) throw invalidDefinition(problems);
  const { report } = await explainIssue(issueId, definitions);
  const metrics = report.metrics.filter(({ id }) => id === metric.id);
  if (metrics.length === 0)
    throw badRequest('An inactive metric measures nothing: switch it on to simulate it.');
  return { ...report, metrics };
}

const parse = (input: unknown) => {
  try {
    return parseMetric(input);
  } catch (error) {
    if (error instanceof InvalidDefinitionError) throw invalidDefinition(error.problems);
    throw error;
  }
};
