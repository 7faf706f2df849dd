/** The SLA rows of the health page. */
import { mayBrowsePeople } from '../../platform/jira/people/groups';
import { readStatusCategories } from '../../platform/jira/issues/history';
import { existingGroups } from '../../platform/jira/people/existing-groups';
import { existingProjects } from '../../platform/jira/projects/projects';
import { fieldIds } from '../../platform/jira/fields/field-ids';
import { log } from '../../platform/log';
import { corruptDocuments } from '../../platform/storage/corrupt-documents';
import { checkDefinitions } from '../definitions/check-definitions';
import { readStoredDefinitions } from '../definitions/stored/definitions-store';
import { readJob } from '../clocks/sync/backfill-job';
import { readPolicy } from '../definitions/stored/policy-store';
import { isoInstant } from '../clocks/record/record';
import { lastPlanned } from '../clocks/due/planned';
import { agreementRows, definitionRows } from './definition-rows';
import { readHealth } from '../clocks/notes/notes';
import { referenceRows, type ReferencePorts } from './reference-rows';
import { row, type HealthRow } from './row';
import { runtimeRows } from './runtime-rows';
import { stuckClocks } from './stuck-clocks';
import { readUsage } from './usage-document';
import { usageRows } from './usage-rows';

export interface SlaHealth {
  readonly rows: readonly HealthRow[];
  readonly lastSweep?: string;
  readonly lastReconcile?: string;
  readonly lastUsage?: string;
}

const references: ReferencePorts = {
  projects: existingProjects,
  statuses: async () => new Set(Object.keys(await readStatusCategories())),
  fields: fieldIds,
  groups: existingGroups,
};

/**
 * Definitions in trouble, stuck clocks, what reconciliation repaired, escalations that reached nobody, the job under way,
 * and what the daily count of usage found.
 */
export async function slaHealth(now: number): Promise<SlaHealth> {
  const [unreadable, policy, { definitions, problems }, health, planned, usage, job, stuck] =
    await Promise.all([
      corruptDocuments(),
      readPolicy(),
      readStoredDefinitions(),
      readHealth(),
      lastPlanned(),
      readUsage(),
      readJob(),
      stuckClocks(now),
    ]);
  const hidden = await mayBrowsePeople().then(
    (may) => (may ? [] : [row('sla.peopleHidden', 'warning', 'sla')]),
    () => [], // the rows of references say that Jira does not answer
  );
  const gone = await referenceRows(definitions, references).catch((error: unknown) => {
    // Jira does not answer just now: the page says so and shows the rest.
    log.warn('health.references', { message: error instanceof Error ? error.message : '' });
    return [row('sla.notChecked', 'info', 'sla')];
  });
  return {
    rows: [
      ...[...unreadable].map(([where, count]) =>
        row('sla.unreadable', 'error', where, { where, count: String(count) }),
      ),
      ...(policy.safeModeSince === undefined ? [] : [row('sla.safeMode', 'warning', 'sla')]),
      ...definitionRows(definitions, [...problems, ...checkDefinitions(definitions, now)], usage, now),
      ...gone,
      ...hidden,
      ...agreementRows(definitions, now),
      ...runtimeRows(health, job, stuck, now),
      ...usageRows(definitions, usage),
    ],
    ...(planned === null ? {} : { lastSweep: isoInstant(planned) }),
    ...(health.lastReconcile === undefined ? {} : { lastReconcile: isoInstant(health.lastReconcile) }),
    ...(usage === null ? {} : { lastUsage: isoInstant(usage.at) }),
  };
}
