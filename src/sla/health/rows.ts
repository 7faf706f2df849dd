/** The SLA rows of the health page. */
import type { HealthRow } from '../../settings/contract';
import { readStoredDefinitions } from '../definitions-store';
import { validateDefinitions } from '../domain';
import { readJob } from '../jobs/job';
import { isoInstant, slaRecords } from '../record';
import { lastPlanned } from '../runtime/planned';
import { readHealth } from './document';

export interface SlaHealth {
  readonly rows: readonly HealthRow[];
  readonly lastSweep?: string;
  readonly lastReconcile?: string;
}

/** A clock still armed so long after its time is stuck. */
const STUCK_MS = 30 * 60_000;

/** Definitions in trouble, stuck clocks, what reconciliation repaired, escalations that reached nobody, the job under way. */
export async function slaHealth(now: number): Promise<SlaHealth> {
  const [{ definitions, problems }, health, job, planned, stuck] = await Promise.all([
    readStoredDefinitions(),
    readHealth(),
    readJob(),
    lastPlanned(),
    slaRecords.query({
      index: 'by-due',
      partition: ['y'],
      range: { op: 'lte', value: isoInstant(now - STUCK_MS) },
      limit: 20,
    }),
  ]);
  const row = (
    code: string,
    severity: HealthRow['severity'],
    subject: string,
    params: Readonly<Record<string, string>> = {},
  ): HealthRow => ({ code, severity, subject, params });
  const rows = [
    ...[...problems, ...validateDefinitions(definitions, now)].map(
      ({ code, severity, subject, message, howToMend }) =>
        row(`sla.definition.${code}`, severity, subject, { message, howToMend }),
    ),
    ...stuck.docs.map(({ state }) => row('sla.stuck', 'error', `issue:${state.issueKey}`)),
    ...(health.repaired > 0
      ? [row('sla.repaired', 'warning', 'sla', { count: String(health.repaired) })]
      : []),
    ...(health.drifted > 0 ? [row('sla.drifted', 'error', 'sla', { count: String(health.drifted) })] : []),
    ...health.complaints.map(({ code, issueKey, metricId, level, action, at }) =>
      row(`sla.escalation.${code}`, 'warning', `issue:${issueKey}`, {
        metricId,
        level,
        action,
        at: isoInstant(at),
      }),
    ),
    ...(job?.state === 'running'
      ? [
          row('sla.recalculating', 'info', 'sla', {
            checked: String(job.checked),
            changed: String(job.changed),
          }),
        ]
      : []),
  ];
  return {
    rows,
    ...(planned === null ? {} : { lastSweep: isoInstant(planned) }),
    ...(health.lastReconcile === undefined ? {} : { lastReconcile: isoInstant(health.lastReconcile) }),
  };
}
