/** Works on a job page by page until it is done, cancelled, waiting, or the invocation's time is up. */
import { log } from '../../platform/log';
import type { HistoryPage } from '../../platform/jira/history-search';
import { countFlips } from '../change/compare';
import type { CycleChange } from '../domain/answers/changes';
import type { Instant, SlaDefinitions } from '../domain/model';
import { REQUEST_PROPERTY } from '../../kernel/names';
import { JiraRefused, storageBusy } from '../../kernel/errors';
import { isCurrent } from '../domain/revisions/former';
import { bringPage } from './bring-page';
import type { Job } from './job';
import type { BulkPorts } from './ports';
import { issuesJql } from './scope';
import { watchChanges, type Watch } from './watch-changes';

/** Takes over issues that carry a request of the catalog; answers how many it made requests of. */
export type Adopt = (page: HistoryPage) => Promise<number>;

export interface JobPorts extends BulkPorts {
  readonly readJob: () => Promise<Job | null>;
  readonly writeJob: (job: Job) => Promise<void>;
  readonly adopt: Adopt;
  /** About how many work items a search finds. */
  readonly count: (jql: string) => Promise<number>;
  /** The definitions before a version. */
  readonly formerDefinitions: (version: number) => Promise<SlaDefinitions | null>;
  readonly writeLog: (version: number, page: number, rows: readonly CycleChange[]) => Promise<void>;
  readonly noteOutcome: (job: Job) => Promise<void>;
  readonly pause: (ms: number) => Promise<void>;
}

const PAGE = 100;
/** Forge ends a job's invocation after 15 minutes. */
const BUDGET_MS = 8 * 60_000;
/** A first burst goes unhindered, then so many issues a minute: Forge allows 4,000 writes a minute for everything. */
const BURST = 600;
const ISSUES_PER_MINUTE = 2000;

/** `again` when the job has more to do than this invocation had time for; until when it waits for a change to take effect. */
export async function runJob(
  ports: JobPorts,
  id: string,
): Promise<'again' | 'done' | { readonly at: Instant }> {
  const started = ports.now();
  for (;;) {
    const job = await ports.readJob();
    if (job?.id !== id || job.state !== 'running') return 'done';
    if (ports.now() - started > BUDGET_MS) return 'again';
    if (job.phases[0] === 'wait' && (job.resumesAt ?? 0) > ports.now()) return { at: job.resumesAt ?? 0 };
    const next = await step(ports, job).catch((error: unknown) => withoutRefused(job, error, ports.now()));
    // Cancelled or replaced while a page was under way: the newer word stands.
    const current = await ports.readJob();
    if (current?.id !== id || current.state !== 'running') return 'done';
    await ports.writeJob(next);
    if (next.state === 'done') {
      await ports.noteOutcome(next);
      return 'done';
    }
    if (next.checked > BURST) await ports.pause(((next.checked - job.checked) / ISSUES_PER_MINUTE) * 60_000);
  }
}

/**
 * The job without the phase that Jira refuses: it would refuse it again, and what comes after must not wait for it. Told on
 * the health page. Anything else that went wrong is tried again.
 */
function withoutRefused({ pageToken: _of, ...job }: Job, error: unknown, now: Instant): Job {
  const [phase, ...later] = job.phases;
  if (phase === undefined || !(error instanceof JiraRefused)) throw error;
  log.error('sla.job.refused', error, { phase });
  return { ...job, phases: later, refused: [...(job.refused ?? []), phase], updatedAt: now };
}

async function step(ports: JobPorts, job: Job): Promise<Job> {
  const [phase, ...later] = job.phases;
  const now = ports.now();
  if (phase === undefined) return { ...job, state: 'done', updatedAt: now };
  if (phase === 'wait') return { ...job, phases: later, updatedAt: now };
  const definitions = await ports.definitions();
  const total = job.total ?? (await totalOf(ports, job, definitions));
  const page = await pageOf(ports, phase, job, definitions);
  const former = job.version === undefined ? null : await ports.formerDefinitions(job.version);
  const watch = former === null ? null : watchChanges(former, definitions, now);
  const adopted = phase === 'adopt' ? await ports.adopt(page) : 0;
  const { checked, changed, failed } =
    phase === 'adopt'
      ? { checked: page.histories.length, changed: 0, failed: 0 }
      : await bringPage(ports, page, definitions, {
          silent: true,
          ...(watch === null ? {} : { saw: watch.saw }),
        });
  // A page on which nothing worked means that Jira or the storage is down: the queue tries again later.
  if (failed > 0 && failed === checked) throw storageBusy();
  const logged = watch === null ? {} : await keepLog(ports, job, watch);
  const finished = page.nextPageToken === undefined;
  const { pageToken: _before, ...rest } = job;
  return {
    ...rest,
    phases: finished ? later : job.phases,
    ...(finished ? {} : { pageToken: page.nextPageToken }),
    checked: job.checked + checked,
    changed: job.changed + changed,
    adopted: job.adopted + adopted,
    total,
    ...logged,
    updatedAt: now,
  };
}

/** The rows of a page that was looked at before take its place. */
async function keepLog(ports: JobPorts, job: Job, watch: Watch): Promise<Partial<Job>> {
  const { changes } = watch;
  if (changes.length === 0 || job.version === undefined) return {};
  const page = job.logPages ?? 0;
  await ports.writeLog(job.version, page, changes);
  return {
    logPages: page + 1,
    changedIssues: (job.changedIssues ?? 0) + watch.issues(),
    counts: countFlips(changes, job.counts),
  };
}

/** About how many work items the whole job looks at: open ones twice when it waits in between. */
async function totalOf(ports: JobPorts, job: Job, definitions: SlaDefinitions): Promise<number> {
  const jql = issuesJql(definitions, job.since, ports.now());
  const count = (query: string): Promise<number> =>
    ports.count(query).catch((error: unknown) => {
      if (error instanceof JiraRefused) return 0; // its phase says so
      throw error;
    });
  const open = jql === null ? 0 : await count(jql);
  const adopting = job.phases.includes('adopt') ? await count(ADOPTABLE) : 0;
  return adopting + open * job.phases.filter((phase) => phase === 'open').length;
}

/** Every issue made from the catalog carries the property, and it its version. */
const ADOPTABLE = `issue.property['${REQUEST_PROPERTY}'].v >= 1`;

const NO_PAGE: HistoryPage = { histories: [] };

async function pageOf(
  ports: JobPorts,
  phase: Job['phases'][number],
  { pageToken, since, startedAt }: Job,
  definitions: SlaDefinitions,
): Promise<HistoryPage> {
  switch (phase) {
    case 'adopt':
      return ports.search({ jql: `${ADOPTABLE} ORDER BY created ASC`, pageToken, limit: PAGE }, definitions);
    case 'open': {
      // A page token belongs to its query: minutes are counted from the start of the job.
      const jql = issuesJql(definitions, since, startedAt);
      if (jql === null) return NO_PAGE;
      return ports.search({ jql: `${jql} ORDER BY created ASC`, pageToken, limit: PAGE }, definitions);
    }
    case 'stale':
      return stalePage(ports, definitions);
    case 'wait':
      return NO_PAGE;
  }
}

/** Every page recomputes what it names, so the first page of what is left is always the next. */
async function stalePage(ports: JobPorts, definitions: SlaDefinitions): Promise<HistoryPage> {
  const stale: string[] = [];
  let cursor: string | undefined;
  do {
    const page = await ports.records.query({ index: 'by-open', partition: ['y'], limit: 100, cursor });
    stale.push(
      ...page.docs.filter(({ state }) => !isCurrent(definitions, state.dv)).map(({ state }) => state.issueId),
    );
    cursor = page.cursor;
  } while (cursor !== undefined && stale.length < PAGE);
  const ids = stale.filter((id) => /^\d+$/.test(id)).slice(0, PAGE);
  if (ids.length === 0) return NO_PAGE;
  return ports.search({ jql: `id in (${ids.join(',')})`, limit: PAGE }, definitions);
}
