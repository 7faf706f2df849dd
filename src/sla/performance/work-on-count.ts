/** Counts project by project, so that it can go on where it was; results are written when all are read. */
import { revisionsOf } from '../domain';
import { projectsInScope } from '../domain/history';
import type { Instant, PerformanceTerms, SlaDefinitions } from '../domain/model';
import { periodOfKey } from '../domain/performance/period';
import { countProject, type Counting, tallied } from './count-project';
import { countShares } from './count-shares';
import type { CountPorts } from './ports';
import type { CountJob, CountTask } from './schemas';
import { freshPeriod } from './store';
import { judgedAgreements, withTerms } from './terms';

interface Planned extends Counting {
  readonly task: CountTask;
  readonly terms: PerformanceTerms;
}

/** The tasks that are still some: an agreement may be gone by now, or judged over other periods. */
const planned = (tasks: readonly CountTask[], definitions: SlaDefinitions): readonly Planned[] =>
  tasks.flatMap((task) => {
    const agreement = judgedAgreements(definitions).find(({ id }) => id === task.agreementId);
    const period = agreement === undefined ? null : periodOfKey(agreement.performance.review, task.key);
    if (agreement === undefined || period === null) return [];
    const metricIds = definitions.metrics
      .filter(({ agreementId }) => agreementId === agreement.id)
      .map(({ id }) => id);
    return [{ task, period, metricIds: new Set(metricIds), terms: agreement.performance }];
  });

/** Works on a count until it is done, replaced, or its time is up. Safe to repeat. */
export async function workOnCount(
  ports: CountPorts,
  id: string,
  budgetMs: number,
): Promise<'again' | 'done'> {
  const started = ports.now();
  for (;;) {
    const job = await ports.readJob();
    if (job?.id !== id || job.state !== 'running') return 'done';
    if (ports.now() - started > budgetMs) return 'again';
    const next = await step(ports, job);
    const current = await ports.readJob();
    if (current?.id !== id || current.state !== 'running') return 'done';
    await ports.writeJob(next);
  }
}

async function step(ports: CountPorts, job: CountJob): Promise<CountJob> {
  const definitions = await ports.definitions();
  const now = ports.now();
  const plans = planned(job.tasks, definitions);
  if (job.version !== definitions.version) return begun(ports, job, plans, definitions);
  const [projectId, ...later] = job.projects;
  if (projectId !== undefined) {
    const shares = await countProject(ports, projectId, plans, definitions);
    return { ...job, projects: later, tallies: [...tallied(job.tallies, shares)], updatedAt: now };
  }
  const at = job.begunAt ?? now;
  for (const [place, plan] of plans.entries()) await keep(ports, plan, job.tallies[place] ?? {}, at);
  return { ...job, state: 'done', updatedAt: now };
}

/** Which projects have to be read, as the metrics name them now or named them before. */
async function begun(
  ports: CountPorts,
  job: CountJob,
  plans: readonly Planned[],
  definitions: SlaDefinitions,
): Promise<CountJob> {
  const ids = new Set(plans.flatMap(({ metricIds }) => [...metricIds]));
  const metrics = revisionsOf(definitions).flatMap((revision) =>
    revision.metrics.filter((metric) => ids.has(metric.id)),
  );
  const projects = projectsInScope({ metrics }) ?? (await ports.allProjects());
  const now = ports.now();
  return {
    ...job,
    version: definitions.version,
    begunAt: now,
    tasks: plans.map(({ task }) => task),
    projects: [...projects],
    tallies: plans.map(() => ({})),
    updatedAt: now,
  };
}

/** Writes what was counted; a period that was reviewed meanwhile stays as it is. */
async function keep(
  ports: CountPorts,
  { task, period, terms }: Planned,
  metrics: CountJob['tallies'][number],
  at: Instant,
): Promise<void> {
  const fresh = freshPeriod(task.agreementId, period, terms);
  const judgedBy = (document: typeof fresh) =>
    task.renew ? { ...document, terms } : withTerms(document, terms, at);
  const shares = await countShares(ports, terms, period);
  await ports.change(fresh, (document) =>
    document.review !== undefined ? document : { ...judgedBy(document), counted: { at, metrics, shares } },
  );
}
