/** The replay on the server, from Jira's own history: the arbiter when a screen is in doubt. */
import { notFound } from '../kernel/errors';
import { replay } from './domain';
import { type Answer, answersFor } from './domain/answerable';
import { groupFieldOf } from './domain/display/model';
import { withGroup } from './domain/history';
import type { IssueHistory, SlaDefinitions, SlaReport } from './domain/model';
import { slaRecords } from './record-store';
import { readFullHistory, slaPorts } from './runtime/live-ports';
import { teamFieldOfSite } from './runtime/jira-fields';
import { historyOf, NO_KNOWLEDGE } from './runtime/rebuild';

export interface Explained {
  readonly report: SlaReport;
  readonly history: IssueHistory;
  readonly breaches: readonly Answer[];
}

/** The replay, the history it read, and by metric id who answers for each breach. @throws NOT_FOUND when the issue is gone. */
export async function explainIssue(issueId: string, definitions: SlaDefinitions): Promise<Explained> {
  const teamField = definitions.display?.groupField === undefined ? await teamFieldOfSite() : null;
  const field = groupFieldOf(definitions.display, teamField);
  const record = await slaRecords.get(issueId);
  const full = await readFullHistory(issueId, definitions, record?.comments, field === null ? [] : [field]);
  if (full === null) throw notFound('The issue');
  const known = historyOf(full, record ?? NO_KNOWLEDGE, definitions);
  const { history, names } =
    field === null ? { history: known, names: {} } : withGroup(known, { ...full, field });
  const report = replay(definitions, history, slaPorts.now(), { trace: true });
  const called = new Map(Object.entries(names));
  const nameOf = (group: string): string => called.get(group) ?? group;
  const breaches = report.metrics.flatMap((metric) => answersFor(definitions, report, metric, nameOf));
  return { report, history, breaches };
}
