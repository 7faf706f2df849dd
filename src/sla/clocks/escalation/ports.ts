/** What carrying out an escalation needs of the outside. */
import type { AdfDocument } from '../../../kernel/adf';
import type { Addressees } from '../../../work/notify/addressees';
import type { Directory } from '../../../work/notify/directory';
import type { Instant } from '../../engine/model';
import type { SlaPolicy } from '../../definitions/domain/policy/model';
import type { Complaint } from '../notes/notes';

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

export interface EscalationPorts extends Directory {
  readonly policy: () => Promise<SlaPolicy>;
  /** The address of the site, for links. */
  readonly site: () => Promise<string>;
  /** The escalation keys a digest has told of, or is about to; `null` when there is no such digest. */
  readonly digest: (id: string) => Promise<readonly string[] | null>;
  /** Notes a digest before it is sent; `false` when it is noted already. */
  readonly noteDigest: (id: string, keys: readonly string[]) => Promise<boolean>;
  readonly readIssue: (issueId: string) => Promise<EscalatedIssue | null>;
  readonly comment: (issueId: string, body: AdfDocument, key: string) => Promise<void>;
  /** Whether a comment that carries this key stands on the issue, written at or after an instant. */
  readonly hasComment: (issueId: string, key: string, since: Instant) => Promise<boolean>;
  readonly notify: (issueId: string, to: Addressees, subject: string, text: string) => Promise<void>;
  readonly assign: (issueId: string, accountId: string) => Promise<void>;
  readonly setPriority: (issueId: string, priorityId: string) => Promise<void>;
  /** `false` when the workflow has no transition to that status from here. */
  readonly moveTo: (issueId: string, statusId: string) => Promise<boolean>;
  readonly addLabel: (issueId: string, label: string) => Promise<void>;
  readonly setProperty: (issueId: string, property: string, value: unknown) => Promise<void>;
  readonly createLinked: (order: LinkedIssueOrder) => Promise<void>;
  readonly hasLinked: (order: LinkedIssueOrder, since: Instant) => Promise<boolean>;
  /** Tells administrators of something that could not be done. */
  readonly complain: (complaint: Complaint) => Promise<void>;
}

export interface LinkedIssueOrder {
  readonly key: string;
  readonly issueKey: string;
  readonly projectId: string;
  readonly issueTypeId: string;
  readonly linkType: string;
  readonly summary: string;
}
