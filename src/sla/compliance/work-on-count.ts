/** Counts project by project, so that it can go on where it was; results are written when all are read. */
import { allProjects } from '../../platform/jira/projects/projects';
import type { JobKind, StepOutcome } from '../../work/jobs';
import { revisionsOf } from '../engine';
import { projectsInScope } from '../engine/history';
import type { Instant, AgreementTerms, SlaDefinitions } from '../engine/model';
import { periodOfKey } from './domain/period';
import { countProject, type Counting, tallied } from './count-project';
import { countShares } from './count-shares';
import { COMPLIANCE } from './job';
import type { BulkPorts } from '../clocks/sync/ports';
import type { Count, CountTask } from './schemas';
import { changePeriod, freshPeriod } from './store';
import { judgedAgreements, withTerms } from './terms';

interface Planned extends Counting {
  readonly task: CountTask;
  readonly terms: AgreementTerms;
}

/** The tasks that are still some: an agreement may be gone by now, or judged over other periods. */
const planned = (tasks: readonly CountTask[], definitions: SlaDefinitions): readonly Planned[] =>
  tasks.flatMap((task) => {
    const agreement = judgedAgreements(definitions).find(({ id }) => id === task.agreementId);
    const period = agreement === undefined ? null : periodOfKey(agreement.terms.review, task.key);
    if (agreement === undefined || period === null) return [];
    const metricIds = definitions.metrics
      .filter(({ agreementId }) => agreementId === agreement.id)
      .map(({ id }) => id);
    return [{ task, period, metricIds: new Set(metricIds), terms: agreement.terms }];
  });

export const complianceWith = (ports: BulkPorts): JobKind<Count> => ({
  ...COMPLIANCE,
  step: (job) => step(ports, job),
  progress: ({ read }) => read,
});

async function step(ports: BulkPorts, count: Count): Promise<StepOutcome<Count>> {
  const definitions = await ports.definitions();
  const plans = planned(count.tasks, definitions);
  if (count.version !== definitions.version) return { next: await begun(ports, plans, definitions) };
  const [projectId, ...projects] = count.projects;
  if (projectId !== undefined) {
    const shares = await countProject(ports, projectId, plans, definitions);
    const tallies = [...tallied(count.tallies, shares)];
    return { next: { ...count, projects, read: count.read + 1, tallies } };
  }
  const at = count.begunAt ?? ports.now();
  for (const [place, plan] of plans.entries()) await keep(ports, plan, count.tallies[place] ?? {}, at);
  return { done: count };
}

/** Which projects have to be read, as the metrics name them now or named them before. */
async function begun(
  ports: BulkPorts,
  plans: readonly Planned[],
  definitions: SlaDefinitions,
): Promise<Count> {
  const ids = new Set(plans.flatMap(({ metricIds }) => [...metricIds]));
  const metrics = revisionsOf(definitions).flatMap((revision) =>
    revision.metrics.filter((metric) => ids.has(metric.id)),
  );
  const projects = projectsInScope({ metrics }) ?? (await allProjects());
  return {
    version: definitions.version,
    begunAt: ports.now(),
    tasks: plans.map(({ task }) => task),
    projects: [...projects],
    read: 0,
    tallies: plans.map(() => ({})),
  };
}

/** Writes what was counted; a period that was reviewed meanwhile stays as it is. */
async function keep(
  ports: BulkPorts,
  { task, period, terms }: Planned,
  metrics: Count['tallies'][number],
  at: Instant,
): Promise<void> {
  const fresh = freshPeriod(task.agreementId, period, terms);
  const judgedBy = (document: typeof fresh) =>
    task.renew ? { ...document, terms } : withTerms(document, terms, at);
  const shares = await countShares(ports, terms, period);
  await changePeriod(fresh, (document) =>
    document.review !== undefined ? document : { ...judgedBy(document), counted: { at, metrics, shares } },
  );
}
