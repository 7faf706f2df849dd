import type { Difference } from './diff';

/** Who changed what, when, and how it was before. Written in one transaction with the change, never edited. */
export interface AuditEntry {
  readonly schema: 1;
  readonly id: string;
  readonly at: string;
  readonly by: string;
  /** For example `sla.metric.saved`, `catalog.item.published`. */
  readonly action: string;
  /** What was touched: `metric:delivery`, `item:laptop`. */
  readonly subject: string;
  readonly subjectName: string;
  readonly changes: readonly Difference[];
  readonly reason?: string;
}
