import type { Params } from '../../kernel/finding';
import type { HealthRow } from '../../settings/domain/answers';

/** One row of the health page; values are told in the viewer's words by its code. */
export const row = (
  code: HealthRow['code'],
  severity: HealthRow['severity'],
  whose: string,
  params: Params = {},
  issues: readonly string[] = [],
): HealthRow => ({ code, severity, whose, at: '', params, ...(issues.length === 0 ? {} : { issues }) });

export type { HealthRow };
