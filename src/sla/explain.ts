/** The replay on the server, from Jira's own history: the arbiter when a screen is in doubt. */
import { notFound } from '../shared/domain/errors';
import { replay } from './domain';
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
