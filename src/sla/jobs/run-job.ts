/** Works on a job page by page until it is done, cancelled, or the invocation's time is up. */
import type { HistoryPage } from '../../platform/jira/history-search';
import type { SlaDefinitions } from '../domain/model';
import { storageBusy } from '../../shared/domain/errors';
import { bringPage } from './bring-page';
import type { Job } from './job';
import type { BulkPorts } from './ports';
import { allOf, scopeJql } from './reconcile';

/** Takes over issues that carry a request of the catalog; answers how many it made requests of. */
export type Adopt = (page: HistoryPage) => Promise<number>;

export interface JobPorts extends BulkPorts {
  readonly readJob: () => Promise<Job | null>;
  readonly writeJob: (job: Job) => Promise<void>;
  readonly adopt: Adopt;
  readonly pause: (ms: number) => Promise<void>;
}

const PAGE = 100;
/** Forge ends a job's invocation after 15 minutes. */
const BUDGET_MS = 8 * 60_000;
/** A first burst goes unhindered, then so many issues a minute: Forge allows 4,000 writes a minute for everything. */
const BURST = 600;
const ISSUES_PER_MINUTE = 2000;

/** `again` when the job has more to do than this invocation had time for. */
export async function runJob(ports: JobPorts, id: string): Promise<'again' | 'done'> {
  const started = ports.now();
  for (;;) {
    const job = await ports.readJob();
    if (job?.id !== id || job.state !== 'running') return 'done';
    if (ports.now() - started > BUDGET_MS) return 'again';
    const next = await step(ports, job);
    // Cancelled or replaced while a page was under way: the newer word stands.
    const current = await ports.readJob();
    if (current?.id !== id || current.state !== 'running') return 'done';
    await ports.writeJob(next);
    if (next.state === 'done') return 'done';
    if (next.checked > BURST) await ports.pause(((next.checked - job.checked) / ISSUES_PER_MINUTE) * 60_000);
  }
}

async function step(ports: JobPorts, job: Job): Promise<Job> {
  const [phase, ...later] = job.phases;
  const now = ports.now();
  if (phase === undefined) return { ...job, state: 'done', updatedAt: now };
  const definitions = await ports.definitions();
  const page = await pageOf(ports, phase, job.pageToken, definitions);
  const adopted = phase === 'adopt' ? await ports.adopt(page) : 0;
  const { checked, changed, failed } =
    phase === 'adopt'
      ? { checked: page.histories.length, changed: 0, failed: 0 }
      : await bringPage(ports, page, definitions, { silent: true });
  // A page on which nothing worked means that Jira or the storage is down: the queue tries again later.
  if (failed > 0 && failed === checked) throw storageBusy();
  const finished = page.nextPageToken === undefined;
  const { pageToken: _before, ...rest } = job;
  return {
    ...rest,
    phases: finished ? later : job.phases,
    ...(finished ? {} : { pageToken: page.nextPageToken }),
    checked: job.checked + checked,
    changed: job.changed + changed,
    adopted: job.adopted + adopted,
    updatedAt: now,
  };
}

const NO_PAGE: HistoryPage = { histories: [] };

async function pageOf(
  ports: JobPorts,
  phase: Job['phases'][number],
  pageToken: string | undefined,
  definitions: SlaDefinitions,
): Promise<HistoryPage> {
  switch (phase) {
    case 'adopt':
      return ports.search(
        { jql: 'pledgeItem is not EMPTY ORDER BY created ASC', pageToken, limit: PAGE },
        definitions,
      );
    case 'open': {
      const scope = scopeJql(definitions);
      if (scope === null) return NO_PAGE;
      const jql = `${allOf(scope, 'statusCategory != Done')} ORDER BY created ASC`;
      return ports.search({ jql, pageToken, limit: PAGE }, definitions);
    }
    case 'stale':
      return stalePage(ports, definitions);
  }
}

/** Every page recomputes what it names, so the first page of what is left is always the next. */
async function stalePage(ports: JobPorts, definitions: SlaDefinitions): Promise<HistoryPage> {
  const stale: string[] = [];
  let cursor: string | undefined;
  do {
    const page = await ports.records.query({ index: 'by-open', partition: ['y'], limit: 100, cursor });
    stale.push(
      ...page.docs.filter(({ state }) => state.dv < definitions.version).map(({ state }) => state.issueId),
    );
    cursor = page.cursor;
  } while (cursor !== undefined && stale.length < PAGE);
  const ids = stale.filter((id) => /^\d+$/.test(id)).slice(0, PAGE);
  if (ids.length === 0) return NO_PAGE;
  return ports.search({ jql: `id in (${ids.join(',')})`, limit: PAGE }, definitions);
}
