/** Clocks under way by next breach, read from the due index only. */
import { readBoardIssues } from '../platform/jira/board-issues';
import type { BoardRow } from './contract';
import { readStoredDefinitions } from './definitions-store';
import { slaRecords } from './record';
import { reportAt } from './runtime/compose';

/** The first hundred open records by due instant, late ones first; only issues the calling user may browse. */
export async function board(now: number): Promise<readonly BoardRow[]> {
  const { definitions } = await readStoredDefinitions();
  const { docs } = await slaRecords.query({ index: 'by-breach', partition: ['y'], limit: 100 });
  const issues = await readBoardIssues(docs.map(({ state }) => state.issueId));
  const rows = docs
    .filter(({ state }) => state.dv === definitions.version)
    .flatMap(({ state }) => {
      const issue = issues.find(({ id }) => id === state.issueId);
      if (issue === undefined) return [];
      return reportAt(definitions, state, now).metrics.flatMap(({ id, ongoingCycle }) =>
        ongoingCycle?.dueTime === undefined
          ? []
          : [
              {
                issueId: issue.id,
                issueKey: issue.key,
                summary: issue.summary,
                assignee: issue.assignee,
                metricId: id,
                dueTime: ongoingCycle.dueTime,
                breached: ongoingCycle.breached,
              },
            ],
      );
    });
  return rows.sort((left, right) => left.dueTime - right.dueTime);
}
