import type { AuditEntry } from '../kernel/audit';
import type { ShownAuditEntry } from './domain/answers';

export interface SeenPorts {
  /** The issue of each request that has one, by the request's id. */
  readonly issuesOfRequests: (requestIds: readonly string[]) => Promise<ReadonlyMap<string, string>>;
  /** Those of the issues that the reader may browse. */
  readonly issuesSeen: (issueIds: readonly string[]) => Promise<ReadonlySet<string>>;
}

/**
 * The entries as one reader may know them. Of a work item they may not browse (or that is gone) they are told who did
 * what and when, so that nothing is missing from the log, but not to which, nor anything that was written.
 */
export async function seenEntries(
  entries: readonly AuditEntry[],
  ports: SeenPorts,
): Promise<readonly ShownAuditEntry[]> {
  const idsOf = (kind: string): readonly string[] => entries.flatMap((entry) => idIn(entry, kind) ?? []);
  const requestIds = idsOf('request');
  const issueOf: ReadonlyMap<string, string> =
    requestIds.length === 0 ? new Map() : await ports.issuesOfRequests(requestIds);
  const issueIds = [...idsOf('issue'), ...issueOf.values()];
  const seen: ReadonlySet<string> = issueIds.length === 0 ? new Set() : await ports.issuesSeen(issueIds);
  return entries.map((entry) => {
    const requestId = idIn(entry, 'request');
    const issueId = requestId === null ? idIn(entry, 'issue') : (issueOf.get(requestId) ?? '');
    return issueId === null || seen.has(issueId) ? told(entry) : withheld(entry);
  });
}

function idIn({ subject }: AuditEntry, kind: string): string | null {
  return subject.startsWith(`${kind}:`) ? subject.slice(kind.length + 1) : null;
}

const told = ({ schema: _schema, ...entry }: AuditEntry): ShownAuditEntry => entry;

const withheld = ({ id, at, by, action, subject }: AuditEntry): ShownAuditEntry => ({
  id,
  at,
  ...(by !== undefined && { by }),
  action,
  subject: subject.slice(0, subject.indexOf(':')),
  changes: [],
  withheld: true,
});
