/** What carrying out an escalation needs of the outside. */
import type { escalationPorts } from './forge-ports';

/** The issue at the moment of an escalation, as the app sees it. */
export interface EscalatedIssue {
  readonly id: string;
  readonly key: string;
  readonly projectId: string;
  readonly statusId: string | null;
  readonly priorityId: string | null;
  /** Active accounts only. */
  readonly assignee: string | null;
  readonly reporter: string | null;
  readonly lead: string | null;
  readonly fields: Readonly<Record<string, unknown>>;
  /** Owners of the catalog item the issue was ordered as, closest first. */
  readonly owners: readonly string[];
}

export type EscalationPorts = ReturnType<typeof escalationPorts>;
