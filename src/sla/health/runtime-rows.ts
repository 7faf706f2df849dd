/** How the machinery runs: stuck clocks, repairs, escalations that reached nobody, jobs. */
import { instantParam } from '../../kernel/finding';
import type { Job } from '../clocks/sync/backfill-job';
import type { SlaRecord } from '../clocks/record/record';
import type { SlaHealthDocument } from '../clocks/notes/notes';
import { row, type HealthRow } from './row';

/** The reconciliation runs every hour; later than this, something keeps it from ending. */
const LATE_MS = 3 * 3_600_000;

export function runtimeRows(
  health: SlaHealthDocument,
  job: Job | null,
  stuck: readonly SlaRecord[],
  now: number,
): readonly HealthRow[] {
  return [
    ...stuck.map(({ state, nextAt }) =>
      row('sla.stuck', 'error', `issue:${state.issueKey}`, {
        issueId: state.issueId,
        ...(nextAt === undefined ? {} : { at: instantParam(nextAt) }),
      }),
    ),
    ...count('sla.repaired', 'warning', health.repaired),
    ...count('sla.drifted', 'error', health.drifted),
    ...(health.lastReconcile !== undefined && health.lastReconcile < now - LATE_MS
      ? [row('sla.reconcileLate', 'warning', 'sla', { at: instantParam(health.lastReconcile) })]
      : []),
    ...health.complaints.map(({ code, issueKey, metricId, level, action, at }) =>
      row(`sla.escalation.${code}`, 'warning', `issue:${issueKey}`, {
        metricId,
        level,
        action,
        at: instantParam(at),
      }),
    ),
    ...jobRows(job),
  ];
}

const count = (code: HealthRow['code'], severity: HealthRow['severity'], n: number): readonly HealthRow[] =>
  n > 0 ? [row(code, severity, 'sla', { count: n })] : [];

function jobRows(job: Job | null): readonly HealthRow[] {
  if (job === null) return [];
  const refused = (job.refused ?? []).map((phase) => row(`sla.jobRefused.${phase}`, 'error', 'sla'));
  if (job.state === 'done' || job.state === 'cancelled') return refused;
  const params = { checked: job.checked, changed: job.changed };
  return [
    ...refused,
    job.state === 'running'
      ? row('sla.recalculating', 'info', 'sla', params)
      : row('sla.jobFailed', 'error', 'sla', params),
  ];
}
