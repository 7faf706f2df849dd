import type { Params } from '../../kernel/finding';
import type { SlaHealthCode } from './domain/codes';

/** One row of the health page about SLAs; values are told in the viewer's words by its code. */
export interface HealthRow {
  readonly code: SlaHealthCode;
  readonly severity: 'error' | 'warning' | 'info';
  readonly at: string;
  readonly whose: string;
  readonly params?: Params;
  /** Keys of a few work items it is about. */
  readonly issues?: readonly string[];
}

export const row = (
  code: SlaHealthCode,
  severity: HealthRow['severity'],
  whose: string,
  params: Params = {},
  issues: readonly string[] = [],
): HealthRow => ({ code, severity, whose, at: '', params, ...(issues.length === 0 ? {} : { issues }) });
