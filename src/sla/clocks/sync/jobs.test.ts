import { describe, expect, jest, test } from '@jest/globals';
import type { HistoryPage } from '../../../platform/jira/issues/history-search';
import type { CycleChange } from '../../definitions/domain/answers/changes';
import { replaced } from '../../engine';
import type { RevisionScope } from '../../engine/model';
import { CATEGORIES, HOUR, MINUTE, STATUS, withChildren } from '../../testing/definitions';
import { FIELD_IDS } from '../../testing/fake-jira';
import { storedText, T0, World } from '../../testing/world';
import { onDue } from '../due/on-due';
import { onIssueEvent } from '../follow/on-issue-event';
import { adoptableIssues } from './adoptable';
import { BACKFILL, newJob, type Job } from './backfill-job';
import type { SlaHealthDocument } from '../notes/notes';
import type { PageRequest } from './ports';
import { reconcile, scopeJql } from './reconcile';
import { backfillWith, type BackfillPorts } from './backfill';
import { workOn } from '../../../work/jobs';
import { MemoryJobs } from '../../../work/testing/memory-jobs';
import { runtimeRows } from '../../health/runtime-rows';
import { JiraRefused, JiraUnavailable } from '../../../kernel/errors';

const HEALTH: SlaHealthDocument = {
  schema: 1,
  checked: 0,
  repaired: 0,
  sampled: 0,
  drifted: 0,
  complaints: [],
};

/** The world with pages of two issues, and everything that was asked of Jira's search. */
const setUp = (adopt: (page: HistoryPage) => Promise<number> = () => Promise.resolve(0)) => {
  const world = new World();
  const asked: PageRequest[] = [];
  const jobs = new MemoryJobs(BACKFILL, () => world.time);
  const job = (): Job | null => jobs.job();
  const former: { current: World['definitions'] | null } = { current: null };
  const logs = new Map<string, readonly CycleChange[]>();
  const outcome: { job: Job | null } = { job: null };
  const ports: BackfillPorts = {
    ...world.ports,
    definitions: async () => world.definitions,
    categories: async () => CATEGORIES,
    fieldIds: async () => FIELD_IDS,
    people: async () => ({ readAt: world.time, standings: world.jira.standings() }),
    records: {
      getMany: async (ids) =>
        new Map(ids.flatMap((id) => [world.record(id) ?? []].flat().map((record) => [id, record]))),
      query: async () => ({
        docs: [...world.stored.keys()]
          .flatMap((id) => world.record(id) ?? [])
          .filter(({ open }) => open === 'y'),
      }),
    },
    search: async (request) => {
      asked.push(request);
      const all = [...world.jira.issues.values()].filter(({ id, values }) => {
        if (request.jql.startsWith('id in')) return request.jql.includes(id);
        return !request.jql.includes('statusCategory != Done') || values.status !== STATUS.done;
      });
      const from = Number(request.pageToken ?? 0);
      const histories = all.slice(from, from + 2).flatMap(({ id, properties }) => {
        const full = world.jira.history(id);
        if (full === null) return [];
        const fields = { ...full.issue.fields, ...world.jira.customFields(id) };
        return [{ ...full, issue: { ...full.issue, fields }, properties }];
      });
      return { histories, ...(from + 2 < all.length ? { nextPageToken: String(from + 2) } : {}) };
    },
    adopt,
    count: async () => world.jira.issues.size,
    version: async () => former.current,
    writeLog: async (version, page, rows) => void logs.set(`${version}:${page}`, rows),
    noteOutcome: async () => void (outcome.job = job()),
  };
  const start = (reason: Job['reason'], more: Partial<Job> = {}): void =>
    jobs.set({ ...newJob(reason, T0, job()), id: 'j', ...more });
  const runJob = (using: BackfillPorts, id: string) => workOn(backfillWith(using), id, undefined, jobs);
  return { world, ports, asked, start, former, logs, outcome, jobs, job, runJob };
};

describe('reconciliation', () => {
  test('repairs an issue whose event was lost, and counts it', async () => {
    const { world, ports } = setUp();
    await onIssueEvent(world.ports, world.jira.create('1'));
    world.time += 10 * MINUTE;
    world.jira.change('1', { status: STATUS.waiting });
    world.time += 30 * MINUTE;
    expect(await reconcile(ports, HEALTH)).toMatchObject({
      checked: 1,
      repaired: 1,
      lastReconcile: world.time,
    });
    expect(world.property('1')).toMatchObject({ pausedReason: 'requester' });
  });

  test('makes the record of an issue whose creation was lost', async () => {
    const { world, ports } = setUp();
    world.jira.create('1');
    world.time += 30 * MINUTE;
    expect(await reconcile(ports, HEALTH)).toMatchObject({ repaired: 1 });
    expect(world.record('1')).not.toBeNull();
  });

  test('closes the record of an issue whose deletion was lost', async () => {
    const { world, ports } = setUp();
    await onIssueEvent(world.ports, world.jira.create('1'));
    world.jira.remove('1');
    expect(await reconcile(ports, HEALTH)).toMatchObject({ drifted: 1 });
    expect(world.record('1')?.open).toBe('g');
  });

  test('tells the work item above what it does not know yet, and nothing twice', async () => {
    const { world, ports } = setUp();
    world.definitions = withChildren('open');
    await onIssueEvent(world.ports, world.jira.create('1'));
    await onIssueEvent(world.ports, world.jira.create('2', { priority: '5' }));
    await onDue(world.ports, world.actors, '2', { eventId: 'a', retry: 0 });
    world.time += HOUR;
    // No event tells of it.
    world.jira.change('2', { parent: '1' });
    await reconcile(ports, HEALTH);
    expect(world.line('1', 'delivery')?.state).toBe('PAUSED');
    expect(world.record('2')?.parents).toEqual(['1']);
    world.reset();
    await reconcile(ports, HEALTH);
    expect(world.counts).toMatchObject({ writes: 0, readings: 0 });
  });

  test('writes nothing where everything is as it should be', async () => {
    const { world, ports } = setUp();
    await onIssueEvent(world.ports, world.jira.create('1'));
    world.reset();
    expect(await reconcile(ports, HEALTH)).toMatchObject({ repaired: 0, drifted: 0 });
    expect(world.counts).toMatchObject({ writes: 0, shows: 0, fills: 0 });
  });

  test('a display copy somebody edited is written again', async () => {
    const { world, ports } = setUp();
    await onIssueEvent(world.ports, world.jira.create('1'));
    world.jira.issue('1').properties = { 'pledge-sla': { state: 'met' } };
    await reconcile(ports, HEALTH);
    expect(world.property('1')).toMatchObject({ v: 2, state: 'running' });
  });

  test('a display that could not be written before is written', async () => {
    const { world, ports } = setUp();
    const silenced = jest.spyOn(console, 'error').mockImplementation(() => undefined);
    world.fault = (step) => {
      if (step === 'show') throw new Error('refused');
    };
    await onIssueEvent(world.ports, world.jira.create('1'));
    await reconcile(ports, HEALTH);
    silenced.mockRestore();
    expect(world.property('1')).toBeUndefined();
    world.fault = () => undefined;
    await reconcile(ports, HEALTH);
    expect(world.property('1')).toMatchObject({ state: 'running' });
  });

  test('one issue that fails does not stop the others, and the next run looks back past it', async () => {
    const { world, ports, asked } = setUp();
    world.jira.create('1');
    world.jira.create('2');
    const save: BackfillPorts['save'] = (record, expect) =>
      record.state.issueId === '1' ? Promise.reject(new Error('no')) : ports.save(record, expect);
    const silenced = jest.spyOn(console, 'error').mockImplementation(() => undefined);
    const failed = await reconcile({ ...ports, save }, { ...HEALTH, lastReconcile: T0 - 3 * HOUR });
    silenced.mockRestore();
    expect(failed.lastReconcile).toBe(T0 - 3 * HOUR);
    expect([...world.stored.keys()]).toEqual(['2']);
    asked.length = 0;
    expect(await reconcile(ports, failed)).toMatchObject({ lastReconcile: T0 });
    expect(asked[0]?.jql).toContain('"-310m"');
    expect(world.stored.size).toBe(2);
  });

  test('asks Jira only for the projects the metrics measure', async () => {
    const { world, ports, asked } = setUp();
    await reconcile(ports, HEALTH);
    expect(asked[0]?.jql).toBe('project in (10000) AND updated >= "-1440m" ORDER BY updated ASC');
    expect(scopeJql({ ...world.definitions, metrics: [] })).toBeNull();
  });
});

describe('a query that Jira refuses', () => {
  const refusing = (ports: BackfillPorts, part: string): BackfillPorts => ({
    ...ports,
    search: (request, definitions) =>
      request.jql.includes(part)
        ? Promise.reject(new JiraRefused(400, ['The operator is not supported.']))
        : ports.search(request, definitions),
    count: () => Promise.reject(new JiraRefused(400, ['The operator is not supported.'])),
  });
  const silenced = () => jest.spyOn(console, 'error').mockImplementation(() => undefined);

  test('skips its phase only, and the job says so when it is done', async () => {
    const { world, ports, start, job, runJob } = setUp();
    world.jira.create('1');
    start('installed');
    silenced();
    expect(await runJob(refusing(ports, 'pledge-request'), 'j')).toBe('done');
    expect(world.record('1')).not.toBeNull();
    expect(job()).toMatchObject({ state: 'done', phases: [], refused: ['adopt'], changed: 1 });
    const rows = runtimeRows({ ...HEALTH, complaints: [], lastReconcile: T0 }, job(), [], T0);
    expect(rows.map(({ code }) => code)).toEqual(['sla.jobRefused.adopt']);
  });

  test('is not taken over by the next job', async () => {
    const { world, ports, start, job, asked, runJob, jobs } = setUp();
    for (const id of ['1', '2', '3']) world.jira.create(id);
    start('installed');
    silenced();
    const stopping = refusing(ports, 'pledge-request');
    let steps = 0;
    jobs.wrote = () => {
      steps += 1;
      if (steps === 2) throw new Error('the invocation ends');
    };
    await expect(runJob(stopping, 'j')).rejects.toThrow('ends');
    expect(job()).toMatchObject({ state: 'running', refused: ['adopt'] });
    expect(newJob('definitions', T0, job()).phases).toEqual(['open', 'stale']);
    start('definitions', { id: 'k' });
    asked.length = 0;
    expect(await runJob(stopping, 'k')).toBe('done');
    expect(world.stored.size).toBe(3);
  });

  test('is tried again when Jira only did not answer', async () => {
    const { world, ports, start, job, runJob } = setUp();
    world.jira.create('1');
    start('installed');
    const search: BackfillPorts['search'] = () => Promise.reject(new JiraUnavailable('It answered 503.'));
    await expect(runJob({ ...ports, search }, 'j')).rejects.toMatchObject({ code: 'JIRA_UNAVAILABLE' });
    expect(job()).toMatchObject({ state: 'running', phases: ['adopt', 'open', 'stale'] });
  });
});

describe('a backfill', () => {
  test('makes records of open issues only, page by page, and pages nobody', async () => {
    const { world, ports, start, job, runJob } = setUp();
    for (const id of ['1', '2', '3']) world.jira.create(id);
    world.jira.create('4', { status: STATUS.done });
    world.time += 9 * HOUR;
    start('installed');
    expect(await runJob(ports, 'j')).toBe('done');
    expect([...world.stored.keys()].sort()).toEqual(['1', '2', '3']);
    expect(world.record('1')?.acts).toEqual({ 'delivery:1:warn:0': 's', 'delivery:1:late:0': 's' });
    expect(world.property('1')).toMatchObject({ state: 'breached' });
    expect(job()).toMatchObject({ state: 'done', changed: 3, phases: [] });
  });

  test('goes on from its checkpoint', async () => {
    const { world, ports, asked, start, runJob } = setUp();
    for (const id of ['1', '2', '3']) world.jira.create(id);
    start('definitions');
    let calls = 0;
    const dying = {
      ...ports,
      search: (page: PageRequest, d: typeof world.definitions) => {
        calls += 1;
        if (calls === 2) throw new Error('killed');
        return ports.search(page, d);
      },
    };
    await runJob(dying, 'j').catch(() => undefined);
    asked.length = 0;
    await runJob(ports, 'j');
    expect(asked[0]?.pageToken).toBe('2');
    expect(world.stored.size).toBe(3);
  });

  test('ends when cancelled or replaced, keeping what it has computed', async () => {
    const { world, ports, start, job, runJob, jobs } = setUp();
    for (const id of ['1', '2', '3']) world.jira.create(id);
    start('definitions');
    const search: BackfillPorts['search'] = async (page, definitions) => {
      const current = job();
      if (current !== null) jobs.set({ ...current, state: 'cancelled' });
      return ports.search(page, definitions);
    };
    expect(await runJob({ ...ports, search }, 'j')).toBe('done');
    expect(world.stored.size).toBe(2);
    expect(job()?.state).toBe('cancelled');
    expect(await runJob(ports, 'another')).toBe('done');
  });

  test('recomputes open records of older definitions', async () => {
    const { world, ports, start, runJob } = setUp();
    await onIssueEvent(world.ports, world.jira.create('1'));
    world.jira.change('1', { status: STATUS.done });
    world.definitions = { ...world.definitions, version: 2 };
    start('definitions');
    await runJob(ports, 'j');
    expect(world.record('1')).toMatchObject({ state: { version: 2 } });
    expect(world.line('1', 'delivery')?.state).toBe('MET');
  });

  test('adopts what carries a request, and says since when it stands where it stands', async () => {
    const adopted: unknown[] = [];
    const { world, ports, start, job, runJob } = setUp(async (page) => {
      adopted.push(...adoptableIssues(page));
      return adoptableIssues(page).length;
    });
    world.jira.create('1');
    world.jira.create('2');
    world.jira.issue('2').properties = { 'pledge-request': { itemId: 'laptop' } };
    world.time += HOUR;
    world.jira.change('2', { status: STATUS.waiting });
    start('imported');
    await runJob(ports, 'j');
    expect(job()).toMatchObject({ adopted: 1 });
    expect(adopted).toEqual([
      {
        id: '2',
        key: 'T-2',
        property: { itemId: 'laptop' },
        reporter: 'rita',
        creator: null,
        projectId: '10000',
        issueTypeId: '10',
        status: { id: STATUS.waiting, category: 'indeterminate' },
        createdAt: T0,
        statusSince: T0 + HOUR,
      },
    ]);
  });

  test('a change of definitions does not make an import forget whom to adopt', () => {
    const imported = newJob('imported', T0, null);
    expect(newJob('definitions', T0, imported).phases).toContain('adopt');
    expect(newJob('definitions', T0, { ...imported, state: 'done' }).phases).not.toContain('adopt');
  });
});

describe('records from before there was anything to search by', () => {
  /** As an older version left them: other values in the property, no fields, a fingerprint of one part. */
  const outdated = async () => {
    const { world, ports, start, runJob } = setUp();
    await onIssueEvent(world.ports, world.jira.create('1'));
    const issue = world.jira.issue('1');
    issue.properties = { 'pledge-sla': { v: 1, state: 'running', metrics: [] } };
    issue.filled = {};
    const record = world.record('1');
    if (record === null) throw new Error('no record');
    world.stored.set('1', storedText({ ...record, shown: 'older' }));
    world.reset();
    return { world, ports, start, runJob };
  };

  test('are brought up to date by the job, once', async () => {
    const { world, ports, start, runJob } = await outdated();
    start('asked');
    await runJob(ports, 'j');
    expect(world.property('1')).toMatchObject({ v: 2, running: 'yes', metrics: { m1: { id: 'response' } } });
    expect(world.jira.issue('1').filled).toMatchObject({ state: 'Running', remaining: null });
    expect(world.counts).toMatchObject({ writes: 1, shows: 1, fills: 1 });
    world.reset();
    start('asked');
    await runJob(ports, 'j');
    expect(world.counts).toMatchObject({ writes: 0, shows: 0, fills: 0 });
  });

  test('fields that came to the site later are filled by the reconciliation, without touching the record', async () => {
    const { world, ports } = setUp();
    await onIssueEvent(world.ports, world.jira.create('1'));
    world.jira.issue('1').filled = {};
    world.reset();
    await reconcile(ports, HEALTH);
    expect(world.jira.issue('1').filled).toMatchObject({ state: 'Running' });
    expect(world.counts).toMatchObject({ writes: 0, shows: 0 });
    world.reset();
    await reconcile(ports, HEALTH);
    expect(world.counts.fills).toBe(0);
  });
});

describe('the recalculation of a change', () => {
  /** Deliveries take two hours instead of four from an instant on. */
  const halved = (
    before: World['definitions'],
    until: number,
    scope: RevisionScope,
  ): World['definitions'] => {
    const metrics = before.metrics.map((metric) => ({
      ...metric,
      goals: metric.goals.map((goal) =>
        goal.id === 'rest' ? { ...goal, target: { kind: 'duration' as const, ms: 2 * HOUR } } : goal,
      ),
    }));
    const after = { ...before, version: before.version + 1, metrics };
    const former = replaced(before, after, until, scope);
    return { ...after, former: former === null ? [] : [former] };
  };
  const due = (world: World, id: string) =>
    Object.values(world.property(id)?.metrics ?? {}).find((metric) => metric.id === 'delivery')?.due;

  test('logs what each cycle said before and after, and pages nobody', async () => {
    const { world, ports, start, former, logs, outcome, runJob } = setUp();
    await onIssueEvent(world.ports, world.jira.create('1'));
    await onIssueEvent(world.ports, world.jira.create('2', { priority: '1' }));
    world.time += 3 * HOUR;
    former.current = world.definitions;
    world.definitions = halved(world.definitions, world.time, 'future');
    start('definitions', { version: 2 });
    expect(await runJob(ports, 'j')).toBe('done');
    expect(logs.get('2:0')).toEqual([
      {
        issueId: '1',
        issueKey: 'T-1',
        metricId: 'delivery',
        cycle: 1,
        kind: 'breachedNow',
        before: { state: 'RUNNING', breached: false, due: T0 + 4 * HOUR },
        after: { state: 'RUNNING', breached: true, due: T0 + 2 * HOUR },
      },
    ]);
    expect(outcome.job).toMatchObject({
      changedIssues: 1,
      logPages: 1,
      counts: { breachedNow: 1 },
      total: 2,
    });
    expect(world.jira.issue('1').comments).toEqual([]);
    world.time += MINUTE;
    await onIssueEvent(world.ports, world.jira.change('1', { summary: 'x' }));
    expect(world.mails).toEqual([]);
  });

  test('leaves cycles under way alone when only new ones follow the rule', async () => {
    const { world, ports, start, former, logs, runJob } = setUp();
    await onIssueEvent(world.ports, world.jira.create('1'));
    world.time += HOUR;
    former.current = world.definitions;
    world.definitions = halved(world.definitions, world.time, 'new');
    start('definitions', { version: 2 });
    await runJob(ports, 'j');
    await onIssueEvent(world.ports, world.jira.create('2'));
    expect(logs.size).toBe(0);
    expect(due(world, '1')).toBe(new Date(T0 + 4 * HOUR).toISOString());
    expect(due(world, '2')).toBe(new Date(world.time + 2 * HOUR).toISOString());
  });

  test('waits until the change takes effect, then moves what is due', async () => {
    const { world, ports, start, former, job, runJob } = setUp();
    await onIssueEvent(world.ports, world.jira.create('1'));
    const monday = T0 + 3 * HOUR;
    former.current = world.definitions;
    world.definitions = halved(world.definitions, monday, 'future');
    start('definitions', { version: 2, resumesAt: monday, phases: ['open', 'stale', 'wait', 'open'] });
    expect(await runJob(ports, 'j')).toEqual({ at: monday });
    expect(due(world, '1')).toBe(new Date(T0 + 4 * HOUR).toISOString());
    world.time = monday + MINUTE;
    expect(await runJob(ports, 'j')).toBe('done');
    expect(due(world, '1')).toBe(new Date(T0 + 2 * HOUR).toISOString());
    expect(job()).toMatchObject({ checked: 2, counts: { breachedNow: 1 } });
  });

  test('never touches what had finished, until it is asked for what ended since a date', async () => {
    const { world, ports, start, former, asked, logs, runJob } = setUp();
    await onIssueEvent(world.ports, world.jira.create('1'));
    world.time += 3 * HOUR;
    await onIssueEvent(world.ports, world.jira.change('1', { status: STATUS.done }));
    former.current = world.definitions;
    world.definitions = halved(world.definitions, world.time + MINUTE, 'replay');
    world.time += HOUR;
    start('definitions', { version: 2 });
    await runJob(ports, 'j');
    expect(logs.size).toBe(0);
    await onIssueEvent(world.ports, world.jira.change('1', { summary: 'touched' }));
    await reconcile(ports, HEALTH);
    expect(Object.values(world.property('1')?.metrics ?? {}).find(({ id }) => id === 'delivery')?.state).toBe(
      'MET',
    );

    world.definitions = { ...halved({ ...former.current, version: 2 }, T0, 'replay'), version: 3 };
    asked.length = 0;
    start('definitions', { version: 3, since: T0 });
    await runJob(ports, 'j');
    expect(asked[0]?.jql).toContain('OR updated >= "-');
    expect(logs.get('3:0')).toMatchObject([{ issueId: '1', kind: 'metToBreached' }]);
  });
});
