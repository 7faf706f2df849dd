import { installFakeForge } from '../../../test/support/fake-forge';
import { testProblems } from '../definitions/domain';
import type { SlaState } from '../engine';
import { definitionsOf, goalOf, metricOf } from '../engine/testing/build';
import type { Agreement } from '../engine/model';
import type { SlaRecord } from '../clocks/record/record';
import { definitions as defaults, delivery } from '../testing/definitions';
import { agreementRows, definitionRows } from './definition-rows';
import { referenceRows } from './reference-rows';
import { runtimeRows } from './runtime-rows';
import { countUsage, type UsagePorts } from './usage';
import { readUsage, writeUsage, type UsageDocument } from './usage-document';
import { usageRows } from './usage-rows';

const NOW = Date.UTC(2026, 10, 25);
const found = (parts: Partial<UsageDocument> = {}): UsageDocument => ({
  schema: 1,
  at: NOW,
  goals: [],
  dueNextYear: [],
  longPaused: [],
  noGoal: [],
  ...parts,
});

describe('rows of what is used', () => {
  const metric = metricOf({ goals: [goalOf(2), goalOf(8)] });

  it('tell issues without a goal, goals without an issue, and long pauses', () => {
    const rows = usageRows(
      definitionsOf(metric),
      found({
        goals: [{ metricId: 'm', goalId: '8h', count: 12 }],
        noGoal: [{ metricId: 'm', count: 12, keys: ['IT-1'] }],
        longPaused: [{ metricId: 'm', count: 2, keys: ['IT-2', 'IT-3'] }],
      }),
    );
    expect(rows).toMatchObject([
      { code: 'sla.noGoal', whose: 'metric:m', params: { count: 12 }, issues: ['IT-1'] },
      { code: 'sla.goalUnmatched', severity: 'info', params: { goal: '2h', count: 12, days: 90 } },
      { code: 'sla.longPaused', params: { count: 2, days: 10 }, issues: ['IT-2', 'IT-3'] },
    ]);
  });

  it('are none before the first count, and none for a metric that was deleted since', () => {
    expect(usageRows(definitionsOf(metric), null)).toEqual([]);
    const gone = found({ noGoal: [{ metricId: 'gone', count: 1, keys: [] }] });
    expect(usageRows(definitionsOf(metric), gone)).toEqual([]);
  });
});

describe('rows of the definitions', () => {
  const problem = {
    severity: 'warning' as const,
    whose: 'calendar:berlin',
    at: 'week',
    params: { year: 'What.' },
  };

  it('say how many due times lie in a year without holidays', () => {
    const dueNextYear = [{ calendarId: 'berlin', count: 14 }];
    const [row] = definitionRows(
      definitionsOf(),
      [{ ...problem, code: 'NO_NEXT_YEAR' }],
      found({ dueNextYear }),
      NOW,
    );
    expect(row).toMatchObject({
      code: 'sla.noNextYear',
      params: { calendar: 'Berlin', year: '2027', count: 14 },
    });
  });

  it('tell everything else in its own words', () => {
    const [row] = definitionRows(definitionsOf(), [{ ...problem, code: 'ZERO_CALENDAR' }], null, NOW);
    expect(row).toMatchObject({
      code: 'sla.definition.ZERO_CALENDAR',
      whose: 'calendar:berlin',
      at: 'week',
      params: { year: 'What.' },
    });
  });

  it('leave a review that is due to the rows of agreements', () => {
    expect(definitionRows(definitionsOf(), [{ ...problem, code: 'REVIEW_DUE' }], null, NOW)).toEqual([]);
  });

  it('tell a red test case with what was expected and what came out', () => {
    const test = {
      id: 't',
      name: 'Morning',
      zone: 'UTC',
      createdAt: '2026-06-01T10:00',
      fields: {},
      events: [],
      at: '2026-06-01T10:00',
      expect: { state: 'MET' },
    } as const;
    const red = definitionsOf(metricOf({ tests: [test] }));
    const [row] = definitionRows(red, testProblems(red), null, NOW);
    expect(row).toMatchObject({
      code: 'sla.definition.TEST_CASE_FAILED',
      whose: 'metric:m',
      params: { test: 'Morning', what: 'state', expected: 'MET', actual: 'RUNNING' },
      at: 'tests.t',
    });
  });

  it('name agreements to review, and those that ended while they are used', () => {
    const agreement = (id: string, parts: Partial<Agreement>): Agreement => ({
      id,
      name: id,
      kind: 'SLA',
      provider: 'IT',
      consumers: [],
      affectsParent: 'none',
      ...parts,
    });
    const agreements = [
      agreement('used', { validTo: '2026-11-01' }),
      agreement('over', { validTo: '2026-11-01' }),
      agreement('review', { reviewDate: '2026-11-25' }),
      agreement('later', { reviewDate: '2026-11-26', validTo: '2027-01-01' }),
    ];
    const rows = agreementRows(definitionsOf(metricOf({ agreementId: 'used' }), { agreements }), NOW);
    expect(rows.map(({ code, whose }) => `${code} ${whose}`)).toEqual([
      'sla.agreementEnded agreement:used',
      'sla.agreementReview agreement:review',
    ]);
  });

  it('name what Jira no longer has, one row a kind', async () => {
    const ports = {
      projects: async () => new Set<string>(),
      statuses: async () => new Set(['1', '2', '3']),
      fields: async () => new Set<string>(),
      groups: async () => new Set(['duty']),
    };
    expect(await referenceRows(defaults, ports)).toMatchObject([
      { code: 'sla.gone.project', whose: 'metric:response', params: { ids: '10000' } },
      { code: 'sla.gone.project', whose: 'metric:delivery' },
    ]);
    const stop = [{ on: 'commented', by: ['agent'], audience: 'any', groups: ['duty', 'doty'] }] as const;
    expect(await referenceRows(definitionsOf(metricOf({ stop, pause: [] })), ports)).toMatchObject([
      { code: 'sla.gone.group', severity: 'error', whose: 'metric:m', params: { ids: 'doty' } },
    ]);
    const off = definitionsOf(metricOf({ active: false }));
    expect(await referenceRows(off, ports)).toEqual([]);
  });
});

describe('rows of the runtime', () => {
  const health = { schema: 1, checked: 0, repaired: 0, sampled: 0, drifted: 0, complaints: [] } as const;
  const codes = (rows: ReturnType<typeof runtimeRows>) => rows.map(({ code }) => code);

  it('are none when all is well', () => {
    expect(runtimeRows({ ...health, complaints: [], lastReconcile: NOW }, null, [], NOW)).toEqual([]);
  });

  it('name stuck clocks, repairs, a late reconciliation and a failed job', () => {
    const stuck = { state: { issueId: '7', issueKey: 'IT-7' } as SlaState, nextAt: NOW } as SlaRecord;
    const job = { state: 'failed', checked: 3, changed: 1 } as never;
    const rows = runtimeRows(
      { ...health, complaints: [], repaired: 2, lastReconcile: NOW - 4 * 3_600_000 },
      job,
      [stuck],
      NOW,
    );
    expect(codes(rows)).toEqual(['sla.stuck', 'sla.repaired', 'sla.reconcileLate', 'sla.jobFailed']);
    expect(rows[0]).toMatchObject({ whose: 'issue:IT-7', params: { issueId: '7' } });
  });
});

describe('the daily count of usage', () => {
  const only = { ...delivery, goals: delivery.goals.slice(0, 1) };
  const issueOf = (key: string, priority: string) => ({
    key,
    fields: { project: { id: '10000' }, priority: { id: priority }, status: { id: '1' } },
  });

  it('counts open issues in scope that no goal lets in, page by page', async () => {
    const asked: string[] = [];
    const ports: UsagePorts = {
      definitions: async () => ({ ...defaults, metrics: [only] }),
      version: async () => null,
      records: { queryAll: async () => [] },
      openIssues: async (jql, _definitions, token) => {
        asked.push(jql);
        return token === undefined
          ? { issues: [issueOf('T-1', '3'), issueOf('T-2', '1')], nextPageToken: 'next' }
          : { issues: [issueOf('T-3', '3')] };
      },
      categories: async () => ({}),
    };
    expect((await countUsage(ports, NOW)).noGoal).toEqual([
      { metricId: 'delivery', count: 2, keys: ['T-1', 'T-3'] },
    ]);
    expect(asked[0]).toBe('project in (10000) AND statusCategory != Done ORDER BY created DESC');
  });

  it('is kept for the health page', async () => {
    installFakeForge('sergey');
    expect(await readUsage()).toBeNull();
    const document = found({ noGoal: [{ metricId: 'm', count: 1, keys: ['IT-1'] }] });
    await writeUsage(document);
    expect(await readUsage()).toEqual(document);
  });
});
