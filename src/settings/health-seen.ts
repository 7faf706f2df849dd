import { issuesSeen } from '../platform/jira/issues/issue-access';
import type { Health, HealthRow } from './domain/answers';

const ISSUE = 'issue:';

/** What is wrong is told to everybody who may mend it; which work items it is about, and for whom, only to who may browse them. */
export async function withIssuesSeen(health: Health): Promise<Health> {
  const keyOf = ({ whose }: HealthRow): readonly string[] =>
    whose.startsWith(ISSUE) ? [whose.slice(ISSUE.length)] : [];
  const seen = await issuesSeen(health.rows.flatMap((row) => [...keyOf(row), ...(row.issues ?? [])]));
  const rows = health.rows.map((row) => ({
    ...row,
    whose: keyOf(row).every((key) => seen.has(key)) ? row.whose : ISSUE,
    ...(row.issues && { issues: row.issues.filter((key) => seen.has(key)) }),
    ...(row.params?.['requester'] !== undefined &&
      !row.issues?.some((key) => seen.has(key)) && { params: { ...row.params, requester: 'none' } }),
  }));
  return { ...health, rows };
}
