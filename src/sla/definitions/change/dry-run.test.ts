import { installFakeForge } from '../../../../test/support/fake-forge';
import type { BulkPorts, PageRequest } from '../../clocks/sync/ports';
import { importSlaConfig } from '../../testing/transfer';
import type { MetricDefinition } from '../../engine/model';
import { CATEGORIES, delivery, firstResponse, HOUR, STATUS } from '../../testing/definitions';
import { FIELD_IDS } from '../../testing/fake-jira';
import { T0, World } from '../../testing/world';
import { applyChange } from './apply';
import { workOn } from '../../../work/jobs';
import { MemoryJobs } from '../../../work/testing/memory-jobs';
import { countOpen } from './count-open';
import { dryRunWith, newDryRun } from './dry-run';
import { DRY_RUN } from './dry-run-store';
import type { ChangePlan } from '../domain/answers/changes';

const config = { calendars: [], holidaySets: [], metrics: [delivery, firstResponse], agreements: [] };
/** Deliveries take two hours instead of four. */
const halved: MetricDefinition = {
  ...delivery,
  goals: delivery.goals.map((goal) => ({ ...goal, target: { kind: 'duration', ms: 2 * HOUR } })),
};
const target = { section: 'metric' as const, value: halved };
const editor = (world: World) => ({ accountId: 'sergey', now: world.time });

const setUp = async () => {
  installFakeForge('sergey');
  const world = new World();
  await importSlaConfig(config, false, { accountId: 'sergey', now: T0 - HOUR });
  const jobs = new MemoryJobs(DRY_RUN, () => world.time);
  const asked: PageRequest[] = [];
  const bulk: Omit<BulkPorts, keyof World['ports']> = {
    definitions: async () => world.definitions,
    version: async () => null,
    count: async () => world.jira.issues.size,
    categories: async () => CATEGORIES,
    people: async () => ({ readAt: world.time, standings: world.jira.standings() }),
    fieldIds: async () => FIELD_IDS,
    records: { getMany: async () => new Map(), query: async () => ({ docs: [] }) },
    search: async (request) => {
      asked.push(request);
      const all = [...world.jira.issues.values()].filter(
        ({ values }) => request.jql.includes(' OR ') || values.status !== STATUS.done,
      );
      const from = Number(request.pageToken ?? 0);
      const histories = all.slice(from, from + 2).flatMap(({ id }) => {
        const full = world.jira.history(id);
        return full === null ? [] : [{ ...full, properties: {} }];
      });
      return { histories, ...(from + 2 < all.length ? { nextPageToken: String(from + 2) } : {}) };
    },
  };
  const ports: BulkPorts = { ...world.ports, ...bulk };
  const begin = async (plan: ChangePlan) => {
    const begun = await newDryRun(ports, 1, target, plan, editor(world));
    jobs.set(begun);
    return begun;
  };
  const work = async (id: string, budgetMs = 60_000) => {
    await workOn(dryRunWith(ports), id, budgetMs, jobs);
    return jobs.job();
  };
  const run = async (plan: ChangePlan) => work((await begin(plan)).id);
  return { world, ports, jobs, asked, begin, work, run };
};

describe('what SLAs that are not there yet would start on', () => {
  const quick: MetricDefinition = { ...halved, id: 'quick' };
  const NO_CALENDARS: readonly object[] = [];

  it('counts clocks that would run now and those that would be late, a page at a time', async () => {
    const { world, ports, asked } = await setUp();
    for (const id of ['1', '2']) world.jira.create(id);
    world.time += 2.5 * HOUR;
    world.jira.create('3');
    const count = (pageToken?: string) =>
      countOpen(
        ports,
        { metrics: [quick], calendars: NO_CALENDARS, pageToken },
        world.definitions,
        world.time,
      );
    expect(await count()).toEqual({
      counts: [{ id: 'quick', open: 2, late: 2 }],
      checked: 2,
      next: '2',
    });
    expect(await count('2')).toEqual({ counts: [{ id: 'quick', open: 1, late: 0 }], checked: 1 });
    expect(asked[0]?.jql).toContain('statusCategory != Done');
  });

  it('refuses what could not be saved', async () => {
    const { world, ports } = await setUp();
    const calendar = { kind: 'fixed', calendarId: 'nowhere' };
    const wanted = { metrics: [{ ...quick, calendar }], calendars: NO_CALENDARS };
    await expect(countOpen(ports, wanted, world.definitions, world.time)).rejects.toMatchObject({
      code: 'INVALID_DEFINITION',
    });
  });
});

describe('a dry run', () => {
  it('counts what would get another due time and what would be breached at once', async () => {
    const { world, run } = await setUp();
    world.jira.create('1');
    world.time += 2.5 * HOUR;
    world.jira.create('2');
    world.jira.create('3', { priority: '1' });
    const done = await run({ scope: 'replay' });
    expect(done).toMatchObject({
      state: 'done',
      checked: 3,
      total: 3,
      openCycles: 3,
      changedIssues: 2,
      counts: { due: 1, breachedNow: 1 },
    });
    expect(done?.rows[0]).toMatchObject({
      issueKey: 'T-1',
      kind: 'breachedNow',
      before: { due: T0 + 4 * HOUR, breached: false },
      after: { due: T0 + 2 * HOUR, breached: true },
    });
  });

  it('for new clocks only would change none there is', async () => {
    const { world, run } = await setUp();
    world.jira.create('1');
    world.time += HOUR;
    expect(await run({ scope: 'new' })).toMatchObject({ openCycles: 1, changedIssues: 0, rows: [] });
  });

  it('looks at finished work items only when a date is chosen', async () => {
    const { world, run, asked } = await setUp();
    world.jira.create('1');
    world.time += 3 * HOUR;
    world.jira.change('1', { status: STATUS.done });
    world.time += HOUR;
    expect(await run({ scope: 'replay' })).toMatchObject({ checked: 0 });
    expect(await run({ scope: 'closed', closedSince: T0 })).toMatchObject({
      checked: 1,
      counts: { metToBreached: 1 },
    });
    expect(asked.at(-1)?.jql).toContain('updated >= "-241m"');
  });

  it('asks what would be so on Monday, when it takes effect', async () => {
    const { world, run } = await setUp();
    world.jira.create('1');
    world.time += HOUR;
    const done = await run({ scope: 'future', from: T0 + 3 * HOUR });
    expect(done).toMatchObject({ asOf: T0 + 3 * HOUR, counts: { breachedNow: 1 } });
  });

  it('goes on where it stopped, and fails when the definitions change meanwhile', async () => {
    const { world, jobs, asked, begin, work } = await setUp();
    for (const id of ['1', '2', '3']) world.jira.create(id);
    const { id } = await begin({ scope: 'replay' });
    let calls = 0;
    jobs.now = () => T0 + (calls++ > 1 ? HOUR : 0);
    expect(await work(id, 1000)).toMatchObject({ state: 'running', checked: 2 });
    await applyChange(1, target, { scope: 'new' }, editor(world));
    expect(await work(id, HOUR)).toMatchObject({ state: 'failed' });
    expect(asked).toHaveLength(1);
  });
});
