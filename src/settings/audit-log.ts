import type { AuditEntry } from '../kernel/audit';
import { auditEntries } from '../platform/storage/audit-entries';

const PAGE = 50;
const MONTHS_BACK = 24;

export interface AuditPage {
  readonly entries: readonly AuditEntry[];
  readonly cursor?: string;
}

/** Everything that happened, newest first. The cursor walks from month to month. */
export async function auditLog(cursor: string | undefined, now: number): Promise<AuditPage> {
  const from = placeOf(cursor) ?? { month: monthOf(now) };
  const oldest = minusMonths(monthOf(now), MONTHS_BACK);
  for (let month = from.month; month >= oldest; month = minusMonths(month, 1)) {
    const page = await auditEntries.query({
      index: 'by-month',
      partition: [month],
      newestFirst: true,
      limit: PAGE,
      ...(month === from.month && from.cursor !== undefined && { cursor: from.cursor }),
    });
    if (page.cursor !== undefined) return { entries: page.docs, cursor: `${month}|${page.cursor}` };
    if (page.docs.length > 0) return { entries: page.docs, cursor: `${minusMonths(month, 1)}|` };
  }
  return { entries: [] };
}

function placeOf(cursor: string | undefined): { readonly month: string; readonly cursor?: string } | null {
  const match = /^(\d{4}-\d{2})\|(.*)$/s.exec(cursor ?? '');
  if (!match?.[1]) return null;
  return match[2] ? { month: match[1], cursor: match[2] } : { month: match[1] };
}

const monthOf = (now: number): string => new Date(now).toISOString().slice(0, 7);

function minusMonths(month: string, months: number): string {
  const date = new Date(`${month}-01T00:00:00Z`);
  date.setUTCMonth(date.getUTCMonth() - months);
  return date.toISOString().slice(0, 7);
}
