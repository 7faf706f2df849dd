import { type MetricDefinition, replay, type SlaDefinitions, type SlaReport } from '../engine';
import { answersFor } from '../engine/report/answerable';
import { risksOf } from '../engine/report/risk';
import { explain } from '../engine/words/explain';
import { timelineText } from '../engine/words/timeline';
import { sayer } from '../../kernel/words';
import { EXPLAIN } from '../words/explain';
import type { Command } from './arguments';
import { readDefinitionsFile, type Warn } from './definitions-file';
import { readJson } from './files';
import { reportShape } from './report-shape';
import { InvalidHistoryError, parseHistory } from './history-file';

type ReplayCommand = Extract<Command, { kind: 'replay' }>;

/** Keys that hold instants in a report. */
const INSTANTS = new Set([
  'asOf',
  'at',
  'from',
  'to',
  'startTime',
  'stopTime',
  'dueTime',
  'dueIfResumedNow',
  'originalDueTime',
  'breachTime',
  'pausedSince',
  'resumesAt',
  'nextInstant',
]);

/** What is printed, as JSON with ISO instants. */
const printed = (content: object): string =>
  JSON.stringify(
    content,
    (key, value: unknown) =>
      typeof value === 'number' && INSTANTS.has(key) ? new Date(value).toISOString() : value,
    2,
  );

const readHistory = async (file: string) => {
  try {
    return parseHistory(await readJson(file));
  } catch (error) {
    if (!(error instanceof InvalidHistoryError)) throw error;
    throw new Error(`${file} is not a history:\n${error.problems.map((each) => `- ${each}`).join('\n')}`);
  }
};

const zoneOf = (report: SlaReport, id: string): string => {
  const metric = report.metrics.find((each) => each.id === id);
  return (metric?.ongoingCycle ?? metric?.completedCycles.at(-1))?.zone ?? 'UTC';
};

const explanations = (definitions: SlaDefinitions, report: SlaReport, locale: 'en' | 'ru') => {
  const say = sayer(EXPLAIN, locale);
  const byId = new Map<string, MetricDefinition>(definitions.metrics.map((each) => [each.id, each]));
  const risks = risksOf(definitions, report);
  return report.metrics.map((metric) => {
    const options = { locale, say, zone: zoneOf(report, metric.id), definition: byId.get(metric.id) };
    return {
      metricId: metric.id,
      sentence: explain(metric, report.asOf, options),
      timeline: timelineText(metric, options),
      risk: risks.get(metric.id),
      // A file has no names for groups and people: they are called by their ids.
      breaches: answersFor(definitions, report, metric, (holder) => holder),
    };
  });
};

/**
 * `sla replay`: the JSON of a report, with sentences and timelines when asked. What the rules only warn of goes to `warn`.
 * @throws Error that names the file which is refused, and why
 */
export const runReplay = async (command: ReplayCommand, warn: Warn): Promise<string> => {
  const definitions = await readDefinitionsFile(command.definition, command.asOf, warn);
  const history = await readHistory(command.history);
  const report = replay(definitions, history, command.asOf, { trace: true });
  return printed({
    ...reportShape(report, history),
    ...(command.explain && { explanations: explanations(definitions, report, command.locale) }),
  });
};
