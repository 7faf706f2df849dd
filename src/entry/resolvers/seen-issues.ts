import { browseIssues } from '../../platform/jira/issue-access';
import type { HealthRow } from '../../settings/contract';

/** As many as Jira tells of at once. */
const CHUNK = 100;

/** Ids and keys of the work items among these that the caller may browse; each is named by its id or its key. */
export async function issuesSeen(named: readonly string[]): Promise<ReadonlySet<string>> {
  const wanted = [...new Set(named)];
  const chunks = Array.from({ length: Math.ceil(wanted.length / CHUNK) }, (_, n) =>
    wanted.slice(n * CHUNK, (n + 1) * CHUNK),
  );
  const found = (await Promise.all(chunks.map(browseIssues))).flat();
  return new Set(found.flatMap(({ id, key }) => [id, key]));
}

const ISSUE = 'issue:';

/** What is wrong is told to everybody who may mend it; which work items it is about, only to who may browse them. */
export async function withIssuesSeen<T extends { readonly rows: readonly HealthRow[] }>(
  health: T,
): Promise<T> {
  const keyOf = ({ subject }: HealthRow): readonly string[] =>
    subject.startsWith(ISSUE) ? [subject.slice(ISSUE.length)] : [];
  const seen = await issuesSeen(health.rows.flatMap((row) => [...keyOf(row), ...(row.issues ?? [])]));
  const rows = health.rows.map((row) => ({
    ...row,
    subject: keyOf(row).every((key) => seen.has(key)) ? row.subject : ISSUE,
    ...(row.issues && { issues: row.issues.filter((key) => seen.has(key)) }),
  }));
  return { ...health, rows };
}
