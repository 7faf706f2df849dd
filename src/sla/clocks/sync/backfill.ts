/** One page of the backfill: adopts what carries a request, brings records to the definitions in force, logs what a change did. */
import type { HistoryPage } from '../../../platform/jira/issues/history-search';
import { eachRow } from '../../../platform/storage/each-row';
import { countFlips } from './compare';
import type { CycleChange } from '../../definitions/domain/answers/changes';
import type { StoredChange } from '../../definitions/stored/changes';
import type { SlaDefinitions } from '../../engine/model';
import { issuesById } from '../domain/jql/issues-by-id';
import { REQUEST_PROPERTY } from '../../../kernel/names';
import { JiraRefused, storageBusy } from '../../../kernel/errors';
import type { JobKind, StepOutcome } from '../../../work/jobs';
import { isCurrent } from '../../engine/revisions/former';
import { syncPage } from './sync-page';
import { BACKFILL, type Backfill, type Job } from './backfill-job';
import type { BulkPorts } from './ports';
import { issuesJql } from './scope';
import { watchChanges, type Watch } from './watch-changes';

/** Takes over issues that carry a request of the catalog; answers how many it made requests of. */
export type Adopt = (page: HistoryPage) => Promise<number>;

export interface BackfillPorts extends BulkPorts {
  readonly adopt: Adopt;
  readonly writeLog: (version: number, page: number, rows: readonly CycleChange[]) => Promise<void>;
  readonly noteOutcome: (
    version: number,
    outcome: Pick<StoredChange, 'counts' | 'changedIssues' | 'logPages'>,
  ) => Promise<void>;
}

const PAGE = 100;

export const backfillWith = (ports: BackfillPorts): JobKind<Backfill> => ({
  ...BACKFILL,
  step: (job) => step(ports, job),
  progress: ({ checked }) => checked,
  /** The phase that Jira refuses goes: what comes after must not wait for it. Told on the health page. */
  withoutRefused({ pageToken: _of, ...job }) {
    const [phase, ...later] = job.phases;
    return phase === undefined ? job : { ...job, phases: later, refused: [...(job.refused ?? []), phase] };
  },
});

async function step(ports: BackfillPorts, job: Job): Promise<StepOutcome<Backfill>> {
  const [phase, ...later] = job.phases;
  const now = ports.now();
  if (phase === undefined) {
    const { version, counts, changedIssues = 0, logPages = 0 } = job;
    if (version !== undefined) await ports.noteOutcome(version, { counts, changedIssues, logPages });
    return { done: job };
  }
  if (phase === 'wait') {
    const { resumesAt = 0 } = job;
    return resumesAt > now ? { waitUntil: resumesAt } : { next: { ...job, phases: later } };
  }
  const definitions = await ports.definitions();
  const total = job.total ?? (await totalOf(ports, job, definitions));
  const page = await pageOf(ports, phase, job, definitions);
  const former = job.version === undefined ? null : await ports.version(job.version - 1);
  const watch = former === null ? null : watchChanges(former, definitions, now);
  const adopted = phase === 'adopt' ? await ports.adopt(page) : 0;
  const { checked, changed, failed } =
    phase === 'adopt'
      ? { checked: page.histories.length, changed: 0, failed: 0 }
      : await syncPage(ports, page, definitions, {
          silent: true,
          ...(watch === null ? {} : { saw: watch.saw }),
        });
  // A page on which nothing worked means that Jira or the storage is down: the queue tries again later.
  if (failed > 0 && failed === checked) throw storageBusy();
  const logged = watch === null ? {} : await keepLog(ports, job, watch);
  const finished = page.nextPageToken === undefined;
  const { pageToken: _before, ...rest } = job;
  const next: Backfill = {
    ...rest,
    phases: finished ? later : job.phases,
    ...(finished ? {} : { pageToken: page.nextPageToken }),
    checked: job.checked + checked,
    changed: job.changed + changed,
    adopted: job.adopted + adopted,
    total,
    ...logged,
  };
  return { next };
}

/** The rows of a page that was looked at before take its place. */
async function keepLog(ports: BackfillPorts, job: Job, watch: Watch): Promise<Partial<Backfill>> {
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
async function totalOf(ports: BackfillPorts, job: Job, definitions: SlaDefinitions): Promise<number> {
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
  ports: BackfillPorts,
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
async function stalePage(ports: BackfillPorts, definitions: SlaDefinitions): Promise<HistoryPage> {
  const stale: string[] = [];
  for await (const { state } of eachRow(ports.records, { index: 'by-open', partition: ['y'] })) {
    if (!isCurrent(definitions, state.version)) stale.push(state.issueId);
    if (stale.length === PAGE) break;
  }
  const jql = issuesById(stale);
  return jql === null ? NO_PAGE : ports.search({ jql, limit: PAGE }, definitions);
}
